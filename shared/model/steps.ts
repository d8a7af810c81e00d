import { nodeKinds } from '../kinds/index';
import type { DiagramDocument, DiagramNode } from './document';
import type { NodeId } from './ids';
import { boxOfNode, nodesByKind } from './query';
import { readingRanks } from './readingOrder';

type Nodes = DiagramDocument['nodes'];

/** Steps that lie in one stage or, where there is none, in one container; `placeId` is `null` for the bare canvas. */
export interface StepGroup {
  readonly placeId: NodeId | null;
  readonly stepIds: readonly NodeId[];
}

/** Whether somebody is responsible for it: tasks, decisions, artefacts. */
export function isStep({ kind }: DiagramNode): boolean {
  return nodeKinds[kind].traits.takesRaci;
}

/** Work that somebody has to do. */
export function isWork({ kind }: DiagramNode): boolean {
  return kind === 'task' || kind === 'decision';
}

/** The stage whose column a node lies in: the one around the node's middle; `null` for what is wider than it. */
export function stageOf(nodes: Nodes, node: DiagramNode): NodeId | null {
  const box = boxOfNode(nodes, node);
  const middleX = box.x + box.width / 2;
  for (const id of nodesByKind(nodes).get('stage') ?? []) {
    const stage = nodes.get(id);
    if (stage === undefined) continue;
    const column = boxOfNode(nodes, stage);
    const isUnder = box.width <= column.width && middleX >= column.x && middleX < column.x + column.width;
    if (isUnder && box.y < column.y + column.height) return id;
  }
  return null;
}

const known = new WeakMap<object, readonly StepGroup[]>();

/** Every step, grouped by where it lies, groups and steps as people read them; the same for nodes in the same places. */
export function stepGroups(nodes: Nodes): readonly StepGroup[] {
  const ranks = readingRanks(nodes);
  const groups = known.get(ranks) ?? grouped(nodes, ranks);
  known.set(ranks, groups);
  return groups;
}

function grouped(nodes: Nodes, ranks: ReadonlyMap<NodeId, number>): readonly StepGroup[] {
  const found = new Map<NodeId | null, NodeId[]>();
  for (const id of ranks.keys()) {
    const node = nodes.get(id);
    if (node === undefined || !isStep(node)) continue;
    const placeId = stageOf(nodes, node) ?? node.parentId;
    const steps = found.get(placeId);
    if (steps === undefined) found.set(placeId, [id]);
    else steps.push(id);
  }
  const rankOf = (placeId: NodeId | null) => (placeId === null ? ranks.size : (ranks.get(placeId) ?? ranks.size));
  return [...found]
    .map(([placeId, stepIds]) => ({ placeId, stepIds }))
    .sort((a, b) => rankOf(a.placeId) - rankOf(b.placeId));
}
