import { type Box, centerOf, contains, minus, plus, unionOf } from '../geometry/box';
import { kindOf } from '../kinds/index';
import type { DiagramDocument, DiagramNode } from '../model/document';
import type { EdgeId, NodeId } from '../model/ids';
import { ancestorsOf, boxOfNode, childrenByParent, edgesByNode, topmostOf, withDescendants } from '../model/query';
import { arrange } from './arrange';
import { createBoxIndex } from './boxIndex';
import { columnsByFlow } from './columns';
import { byCreation, type LayoutContext, linksBetween, ownersAmong } from './context';
import { createSettling, withGrownContainers } from './settle';
import { spacing } from './spacing';
import { planFor, type TidyPlan } from './tidy';

/**
 * Puts the selected nodes in order around where they are; nothing else moves, apart from containers that grow. Steps of
 * lanes and stages stay in theirs.
 */
export async function tidySelection(context: LayoutContext, selected: ReadonlySet<NodeId>): Promise<TidyPlan> {
  const { document } = context;
  const top = topmostOf(document.nodes, selected).toSorted();
  const all = withDescendants(document.nodes, top);
  const edges = edgesAmong(document, all);
  const parents = new Set(top.map((id) => document.nodes.get(id)?.parentId ?? null));
  const [parent = null] = parents;
  const isInLane = [...parents].some((id) => id !== null && document.nodes.get(id)?.kind === 'lane');
  const isStaged = top.some((id) => stageAround(document, id) !== undefined);
  const holdsLanes = top.some((id) => document.nodes.get(id)?.kind === 'lane');
  if (parents.size === 1 && (holdsLanes || !(isInLane || isStaged))) {
    const arranged = await arrange(context, top);
    return planFor(document, withGrownContainers(document, clearOfOthers(document, parent, top, arranged)), edges);
  }
  return planFor(document, settledByFlow(document, top), edges);
}

/** The arranged block as a whole, moved to where it covers none of its neighbours. */
function clearOfOthers(
  { nodes }: DiagramDocument,
  parent: NodeId | null,
  top: readonly NodeId[],
  arranged: ReadonlyMap<NodeId, Box>,
): ReadonlyMap<NodeId, Box> {
  const others = createBoxIndex<NodeId>();
  for (const id of childrenByParent(nodes).get(parent) ?? []) {
    const node = nodes.get(id);
    if (node !== undefined && node.kind !== 'stage' && !top.includes(id)) others.add(id, boxOfNode(nodes, node));
  }
  const own = top.map((id) => arranged.get(id)).filter((box) => box !== undefined);
  let shift = 0;
  for (let isFree = false; !isFree; ) {
    isFree = true;
    for (const box of own) {
      for (const id of others.over({ ...box, y: box.y + shift })) {
        const node = nodes.get(id);
        if (node === undefined) continue;
        const obstacle = boxOfNode(nodes, node);
        shift = Math.max(shift + 1, obstacle.y + obstacle.height + spacing.clearance - box.y);
        isFree = false;
      }
    }
  }
  return new Map([...arranged].map(([id, box]) => [id, { ...box, y: box.y + shift }]));
}

/** Selected steps of lanes and stages: in columns along the flow, each in its own lane and stage. */
function settledByFlow(document: DiagramDocument, top: readonly NodeId[]): ReadonlyMap<NodeId, Box> {
  const { nodes } = document;
  const steps = top.map((id) => nodes.get(id)).filter((node) => node !== undefined);
  const parents = [...new Set(steps.map(({ parentId }) => parentId))];
  const middleOf = (id: NodeId | null) => {
    const node = id === null ? undefined : nodes.get(id);
    return node === undefined ? 0 : centerOf(boxOfNode(nodes, node)).y;
  };
  parents.sort((a, b) => middleOf(a) - middleOf(b));
  const links = linksBetween(document, ownersAmong(document, new Set(top)));
  const inOrder = steps.toSorted(byCreation);
  const columns = columnsByFlow(
    inOrder.map(({ id, parentId }) => ({ id, row: parents.indexOf(parentId) })),
    links,
  );
  const start = unionOf(steps.map((node) => boxOfNode(nodes, node))) ?? { x: 0, y: 0, width: 0, height: 0 };
  const pitch = { x: Math.max(...steps.map(({ width }) => width)), y: Math.max(...steps.map(({ height }) => height)) };
  const settling = createSettling(document, new Set(top));
  const byColumn = inOrder.toSorted((a, b) => (columns.get(a.id) ?? 0) - (columns.get(b.id) ?? 0));
  for (const node of byColumn) {
    const old = boxOfNode(nodes, node);
    const stage = stageAround(document, node.id);
    const column = columns.get(node.id);
    const lane = node.parentId === null ? undefined : nodes.get(node.parentId);
    const frame = lane === undefined ? null : boxOfNode(nodes, lane);
    const isDown = lane?.kind === 'lane' && lane.props.direction === 'vertical';
    const along = column === undefined ? 0 : column * ((isDown ? pitch.y : pitch.x) + spacing.alongFlow);
    const centred =
      lane?.kind !== 'lane' || frame === null
        ? old
        : isDown
          ? { x: frame.x + (frame.width - old.width) / 2, y: column === undefined ? old.y : start.y + along }
          : { x: column === undefined ? old.x : start.x + along, y: frame.y + (frame.height - old.height) / 2 };
    const staged = stage === undefined ? {} : { x: stage.x + (stage.width - old.width) / 2 };
    const box = rounded({ ...old, ...pointOf(centred), ...staged });
    settling.settle(node, stage === undefined ? { box } : { box, within: stage });
  }
  return settling.finish();
}

const pointOf = ({ x, y }: { readonly x: number; readonly y: number }) => ({ x, y });
const rounded = (box: Box): Box => ({ ...box, x: Math.round(box.x), y: Math.round(box.y) });

/**
 * Finds room for what is new and for what lies on something else, everything else stays. New steps go beside the steps
 * that they are linked with, after those they follow; others to the nearest free place.
 */
export function tidyNew(context: LayoutContext, added: ReadonlySet<NodeId>): TidyPlan {
  const { document, direction } = context;
  const { nodes, edges } = document;
  const movers = new Set([...topmostOf(nodes, added), ...coveringNodes(document, added)]);
  const settling = createSettling(document, movers);
  const waiting = [...movers]
    .map((id) => nodes.get(id))
    .filter((node) => node !== undefined)
    .sort(byCreation);
  while (waiting.length > 0) {
    // Those next to something that has its place come first, so that a chain grows from its start.
    const index = Math.max(
      0,
      waiting.findIndex((node) => neighboursOf(node).length > 0),
    );
    const [node] = waiting.splice(index, 1);
    if (node === undefined) break;
    const stage = stageAround(document, node.id);
    const box = rounded(added.has(node.id) ? wishFor(node) : boxOfNode(nodes, node));
    settling.settle(node, stage === undefined ? { box } : { box, within: stage });
  }
  const moved = withDescendants(nodes, movers);
  const touched = [...edges.values()].filter(({ from, to }) => moved.has(from.nodeId) || moved.has(to.nodeId));
  const boxes = new Map([...settling.finish()].filter(([id, box]) => isElsewhere(nodes.get(id), box)));
  const isMoved = (id: NodeId) => boxes.has(id) || ancestorsOf(nodes, id).some((around) => boxes.has(around));
  const concerned = touched.filter(({ from, to }) => isMoved(from.nodeId) || isMoved(to.nodeId));
  return planFor(
    document,
    boxes,
    concerned.map(({ id }) => id),
  );

  function isElsewhere(node: DiagramNode | undefined, box: Box): boolean {
    const old = node === undefined ? null : boxOfNode(nodes, node);
    return old === null || old.x !== box.x || old.y !== box.y || old.width !== box.width || old.height !== box.height;
  }

  function neighboursOf(node: DiagramNode) {
    return (edgesByNode(edges).get(node.id) ?? []).flatMap((id) => {
      const edge = edges.get(id);
      if (edge === undefined) return [];
      const isAfter = edge.to.nodeId === node.id;
      const other = nodes.get(isAfter ? edge.from.nodeId : edge.to.nodeId);
      const box = other === undefined || other.id === node.id ? undefined : settling.boxOf(other.id);
      return other === undefined || box === undefined ? [] : [{ other, box, isAfter }];
    });
  }

  /** Beside a neighbour: behind the one it follows, before the one it leads to; in another lane, level with it. */
  function wishFor(node: DiagramNode): Box {
    const old = boxOfNode(nodes, node);
    const near = neighboursOf(node);
    const by = near.find(({ isAfter }) => isAfter) ?? near[0];
    if (by === undefined) return old;
    const lane = node.parentId === null ? undefined : nodes.get(node.parentId);
    const flow = lane?.kind === 'lane' ? (lane.props.direction === 'horizontal' ? 'right' : 'down') : direction;
    const size = { width: old.width, height: old.height };
    const middle = minus(centerOf(by.box), centerOf({ x: 0, y: 0, ...size }));
    if (lane !== undefined && lane.id !== by.other.parentId && lane.kind === 'lane') {
      const centre = centerOf(boxOfNode(nodes, lane));
      return flow === 'right'
        ? { ...size, x: middle.x, y: centre.y - size.height / 2 }
        : { ...size, x: centre.x - size.width / 2, y: middle.y };
    }
    const step = by.isAfter
      ? {
          x: (by.box.width + size.width) / 2 + spacing.alongFlow,
          y: (by.box.height + size.height) / 2 + spacing.alongFlow,
        }
      : {
          x: -(by.box.width + size.width) / 2 - spacing.alongFlow,
          y: -(by.box.height + size.height) / 2 - spacing.alongFlow,
        };
    return { ...size, ...plus(middle, flow === 'right' ? { x: step.x, y: 0 } : { x: 0, y: step.y }) };
  }
}

/** Of nodes side by side that overlap, those that were added later, unless the other one moves anyway. */
function coveringNodes(document: DiagramDocument, added: ReadonlySet<NodeId>): readonly NodeId[] {
  const { nodes } = document;
  const found = new Set<NodeId>();
  for (const siblings of childrenByParent(nodes).values()) {
    const index = createBoxIndex<NodeId>();
    const inOrder = siblings
      .map((id) => nodes.get(id))
      .filter((node) => node !== undefined && !added.has(node.id) && node.kind !== 'lane' && node.kind !== 'stage')
      .filter((node) => node !== undefined)
      // A frame stays and what covers it moves.
      .sort((a, b) => Number(isFrame(b)) - Number(isFrame(a)) || byCreation(a, b));
    for (const node of inOrder) {
      const box = boxOfNode(nodes, node);
      if (index.over(box).length > 0) found.add(node.id);
      else index.add(node.id, box);
    }
  }
  return [...found];
}

function isFrame({ kind }: DiagramNode): boolean {
  return kindOf(kind).traits.container;
}

function edgesAmong({ edges }: DiagramDocument, nodes: ReadonlySet<NodeId>): readonly EdgeId[] {
  return [...edges.values()]
    .filter(({ from, to }) => nodes.has(from.nodeId) && nodes.has(to.nodeId))
    .map(({ id }) => id);
}

/** The stage in whose column a step's middle lies. */
function stageAround({ nodes }: DiagramDocument, id: NodeId): Box | undefined {
  const node = nodes.get(id);
  if (node === undefined) return undefined;
  const middle = centerOf(boxOfNode(nodes, node));
  for (const stage of nodes.values()) {
    if (stage.kind !== 'stage') continue;
    const box = boxOfNode(nodes, stage);
    if (contains(box, middle)) return box;
  }
  return undefined;
}
