import { nodeKinds } from '../kinds/index';
import { sharedPer } from '../util/perMap';
import type { DiagramDocument, DiagramNode } from './document';
import type { NodeId } from './ids';
import { byStacking, childrenByParent } from './query';

type Nodes = DiagramDocument['nodes'];

/**
 * What lies directly in each container (`null`: on the canvas), in the order in which people read it: stages first, then
 * row by row from the left; in a lane in the direction of its time, so that a horizontal one is read column by column.
 */
export const childrenInOrder = sharedPer((nodes: Nodes): ReadonlyMap<NodeId | null, readonly DiagramNode[]> => {
  const ordered = new Map<NodeId | null, readonly DiagramNode[]>();
  for (const [parentId, ids] of childrenByParent(nodes)) {
    const children = ids.map((id) => nodes.get(id)).filter((node) => node !== undefined);
    ordered.set(parentId, inOrder(children, parentId === null ? undefined : nodes.get(parentId)));
  }
  return ordered;
}, isAlikeInPlace);

/** The place of each node when the whole diagram is read, containers before what lies in them. */
export const readingRanks = sharedPer((nodes: Nodes): ReadonlyMap<NodeId, number> => {
  const children = childrenInOrder(nodes);
  const ranks = new Map<NodeId, number>();
  const waiting: DiagramNode[] = [...(children.get(null) ?? [])].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    ranks.set(node.id, ranks.size);
    waiting.push(...[...(children.get(node.id) ?? [])].reverse());
  }
  return ranks;
}, isAlikeInPlace);

/** Ids of all nodes as somebody reads them, containers before what lies in them. */
export function inReadingOrder(nodes: Nodes): readonly NodeId[] {
  return [...readingRanks(nodes).keys()];
}

/** Every container in reading order, read anew only when a container has changed: menus ask for it after each edit. */
export const containersInOrder = sharedPer(
  orderedContainers,
  (a: DiagramNode, b: DiagramNode) => a === b || !(isContainer(a) || isContainer(b)),
);

function isContainer({ kind }: DiagramNode): boolean {
  return nodeKinds[kind].traits.container;
}

function orderedContainers(nodes: Nodes): readonly DiagramNode[] {
  const children = childrenByParent(nodes);
  const found: DiagramNode[] = [];
  const visit = (parent: DiagramNode | undefined): void => {
    const inside = (children.get(parent?.id ?? null) ?? [])
      .map((id) => nodes.get(id))
      .filter((node): node is DiagramNode => node !== undefined && nodeKinds[node.kind].traits.container);
    for (const node of inOrder(inside, parent)) {
      found.push(node);
      visit(node);
    }
  };
  visit(undefined);
  return found;
}

function isAlikeInPlace(a: DiagramNode, b: DiagramNode): boolean {
  const isSamePlace = a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
  return isSamePlace && a.parentId === b.parentId && a.kind === b.kind && a.props === b.props;
}

function inOrder(children: readonly DiagramNode[], parent: DiagramNode | undefined): readonly DiagramNode[] {
  const isHeading = ({ kind }: DiagramNode) =>
    nodeKinds[kind].traits.layer === 'back' && !nodeKinds[kind].traits.container;
  const isColumns = parent?.kind === 'lane' && parent.props.direction === 'horizontal';
  const byRows = (nodes: readonly DiagramNode[]) => inBands(nodes, rows);
  const headings = children.filter(isHeading);
  const others = headings.length === 0 ? children : children.filter((node) => !isHeading(node));
  return [...byRows(headings), ...(isColumns ? inBands(others, columns) : byRows(others))];
}

interface Direction {
  /** From band to band. */
  start(node: DiagramNode): number;
  length(node: DiagramNode): number;
  /** Within a band. */
  along(node: DiagramNode): number;
}
const rows: Direction = { start: ({ y }) => y, length: ({ height }) => height, along: ({ x }) => x };
const columns: Direction = { start: ({ x }) => x, length: ({ width }) => width, along: ({ y }) => y };

/** Band after band, where a band holds what begins before the middle of its shortest member. */
function inBands(nodes: readonly DiagramNode[], { start, length, along }: Direction): readonly DiagramNode[] {
  const sorted = [...nodes].sort((a, b) => start(a) - start(b) || byStacking(a, b));
  const ordered: DiagramNode[] = [];
  let band: DiagramNode[] = [];
  let bandStart = 0;
  let shortest = 0;
  const close = () => ordered.push(...band.sort((a, b) => along(a) - along(b) || start(a) - start(b)));
  for (const node of sorted) {
    if (band.length > 0 && start(node) >= bandStart + shortest / 2) {
      close();
      band = [];
    }
    if (band.length === 0) {
      bandStart = start(node);
      shortest = length(node);
    }
    shortest = Math.min(shortest, length(node));
    band.push(node);
  }
  close();
  return ordered;
}
