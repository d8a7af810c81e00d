import type { AnyRecord, DiagramDocument, DiagramNode, RecordList, RecordOf } from '../model/document';
import type { EdgeId, NodeId } from '../model/ids';
import { readingRanks } from '../model/readingOrder';
import { isSame } from '../util/isSame';
import { changesBetween } from '../util/patchedMap';
import { alignedWith } from './alignedWith';
import { type Finding, type Pair, type RecordDifferences, sections } from './comparer';
import { isOnlyRedrawn } from './edges';
import { changedFields } from './fields';
import { comparers, type DifferenceName, differenceNames } from './index';

/** One thing that is different, told by `describeDifference`. */
export interface Difference extends Finding {
  readonly name: DifferenceName;
  readonly tone: 'added' | 'removed' | 'changed' | 'moved';
  readonly section: (typeof sections)[number];
  readonly key: string;
}

export interface Comparison {
  /** With the ids of `after` for what is certainly the same (`alignedWith`). */
  readonly before: DiagramDocument;
  readonly after: DiagramDocument;
  /** By section, in each as one reads the diagram. */
  readonly differences: readonly Difference[];
  /** What lies or is drawn elsewhere and is otherwise what it was. */
  readonly layout: { readonly nodeIds: readonly NodeId[]; readonly edgeIds: readonly EdgeId[] };
}

/** What is different in a document from what it was before, from the point of view of somebody who reads it. */
export function compareDocuments(older: DiagramDocument, after: DiagramDocument): Comparison {
  const before = alignedWith(older, after);
  const pair = pairOf(before, after);
  const rankIn = [readingRanks(after.nodes), readingRanks(before.nodes)] as const;
  const rankOf = ({ nodeIds, edgeIds }: Finding) => {
    const [edgeId] = edgeIds;
    const edge = edgeId === undefined ? undefined : (after.edges.get(edgeId) ?? before.edges.get(edgeId));
    const nodeId = edge?.from.nodeId ?? nodeIds[0];
    return nodeId === undefined ? 0 : (rankIn[0].get(nodeId) ?? rankIn[1].get(nodeId) ?? 0);
  };
  const found = differenceNames.flatMap((name) => {
    const { tone, section, find } = comparers[name];
    return find(pair)
      .toSorted((a, b) => rankOf(a) - rankOf(b))
      .map((finding, index): Difference => ({ ...finding, name, tone, section, key: keyOf(name, finding, index) }));
  });
  const differences = sections.flatMap((section) => found.filter((difference) => difference.section === section));
  const told = new Set<string>(differences.flatMap(({ nodeIds, edgeIds }) => [...nodeIds, ...edgeIds]));
  return {
    before,
    after,
    differences,
    layout: {
      nodeIds: pair
        .of('nodes')
        .changed.flatMap(([old, { id }]) => (isOnlyMoved(old, after.nodes.get(id)) && !told.has(id) ? [id] : [])),
      edgeIds: pair.of('edges').changed.flatMap(([old, now]) => (isOnlyRedrawn(old, now) ? [now.id] : [])),
    },
  };
}

/** Whether two documents say the same and are drawn alike. */
export function isNothing({ differences, layout }: Comparison): boolean {
  return differences.length + layout.nodeIds.length + layout.edgeIds.length === 0;
}

const places = [
  'x',
  'y',
  'width',
  'height',
  'z',
  'sizing',
  'parentId',
  'props',
] as const satisfies readonly (keyof DiagramNode)[];

function isOnlyMoved(old: DiagramNode, now: DiagramNode | undefined): boolean {
  return now !== undefined && changedFields<DiagramNode>(old, now, places).length > 0;
}

function pairOf(before: DiagramDocument, after: DiagramDocument): Pair {
  const known = new Map<RecordList, RecordDifferences>();
  return {
    before,
    after,
    of<L extends RecordList>(list: L) {
      const found = known.get(list) ?? recordDifferences(before[list], after[list]);
      known.set(list, found);
      return found as RecordDifferences<RecordOf<L>>;
    },
  };
}

/** By record, the one it was last compared with: after an edit of a large document nearly all are the same two again. */
const compared = new WeakMap<AnyRecord, { readonly old: WeakRef<AnyRecord>; readonly isSame: boolean }>();

function isSameRecord(old: AnyRecord, now: AnyRecord): boolean {
  const known = compared.get(now);
  if (known?.old.deref() === old) return known.isSame;
  const made = { old: new WeakRef(old), isSame: isSame(old, now) };
  compared.set(now, made);
  return made.isSame;
}

function recordDifferences(
  before: ReadonlyMap<string, AnyRecord>,
  after: ReadonlyMap<string, AnyRecord>,
): RecordDifferences {
  const added: AnyRecord[] = [];
  const removed: AnyRecord[] = [];
  const changed: (readonly [AnyRecord, AnyRecord])[] = [];
  for (const [id, now] of changesBetween(before, after)) {
    const old = before.get(id);
    if (old === undefined && now !== undefined) added.push(now);
    else if (old !== undefined && now === undefined) removed.push(old);
    else if (old !== undefined && now !== undefined && !isSameRecord(old, now)) changed.push([old, now]);
  }
  return { added, removed, changed };
}

function keyOf(name: DifferenceName, { nodeIds, edgeIds, roleIds }: Finding, index: number): string {
  const ids = [...nodeIds, ...edgeIds, ...roleIds];
  return [name, ...(ids.length === 0 ? [index] : ids)].join(' ');
}
