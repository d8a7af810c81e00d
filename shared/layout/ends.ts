import { type Box, centerOf, grow, sides } from '../geometry/box';
import { distance } from '../geometry/routePath';
import { kindOf } from '../kinds/index';
import type { DiagramDocument, DiagramEdge, EdgeEnd } from '../model/document';
import type { EdgeId, NodeId } from '../model/ids';
import { boxOfNode } from '../model/query';
import { edgeRoute } from '../picture/edgeRoute';
import { createBoxIndex } from './boxIndex';
import { cross, runsThrough, type Segment, segmentBox, segmentsOf, sharedLength } from './measures';
import { spreadEnds } from './spreadEnds';

export interface EdgeEnds {
  readonly from: EdgeEnd;
  readonly to: EdgeEnd;
}

/** What a line pays for, in units of a pixel of its length. */
const price = { through: 3000, crossing: 250, shared: 90, sharedPx: 1, bend: 40, busySide: 15 } as const;

/** From so many edges on each takes whichever sides suit it alone. */
const MAX_EDGES = 3000;
const ROUNDS = 3;

/**
 * At which sides of their nodes edges start and end so that they run through nothing and cross little. Ends that the
 * drawing would choose by itself are left to it (`auto`), so that they follow when a node is moved later.
 */
export function chooseEnds(document: DiagramDocument, ids: readonly EdgeId[]): ReadonlyMap<EdgeId, EdgeEnds> {
  const edges = ids.map((id) => document.edges.get(id)).filter((edge) => edge !== undefined);
  const free = new Map(
    edges.map((edge) => [edge.id, { ...edge, waypoints: [], from: auto(edge.from), to: auto(edge.to) }]),
  );
  if (free.size > MAX_EDGES) return free;

  const boxes = new Map<NodeId, Box>();
  const fronts = createBoxIndex<NodeId>();
  for (const node of document.nodes.values()) {
    if (kindOf(node.kind).traits.layer !== 'front') continue;
    const box = boxOfNode(document.nodes, node);
    boxes.set(node.id, box);
    fronts.add(node.id, box);
  }
  const lines = createBoxIndex<Segment>();
  const drawn = new Map<EdgeId, readonly Segment[]>();
  const busy = new Map<string, number>();
  for (const edge of document.edges.values()) if (!free.has(edge.id)) draw(edge);
  const reach = ({ from, to }: DiagramEdge) => distance(centerOf(boxAt(from.nodeId)), centerOf(boxAt(to.nodeId)));
  const inOrder = edges.toSorted((a, b) => reach(a) - reach(b) || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
  const chosen = new Map<EdgeId, DiagramEdge>();
  for (let round = 0; round < ROUNDS; round++) {
    let changed = false;
    for (const id of inOrder) {
      const old = chosen.get(id);
      if (old !== undefined) erase(old);
      const best = cheapest(free.get(id) as DiagramEdge);
      changed ||= old === undefined || best.from.side !== old.from.side || best.to.side !== old.to.side;
      chosen.set(id, best);
      draw(best);
    }
    if (!changed) break;
  }
  const spread = spreadEnds(document, [...chosen.values()]);
  return new Map([...spread].map(([id, edge]) => [id, simplest(document, edge, free.get(id) as DiagramEdge)]));

  function boxAt(id: NodeId): Box {
    return boxes.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
  }

  function cheapest(edge: DiagramEdge): DiagramEdge {
    let best = edge;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const from of sides) {
      for (const to of sides) {
        const candidate = { ...edge, from: { ...edge.from, side: from }, to: { ...edge.to, side: to } };
        const cost = costOf(candidate, bestCost);
        if (cost < bestCost) [best, bestCost] = [candidate, cost];
      }
    }
    return best;
  }

  function costOf(edge: DiagramEdge, limit: number): number {
    const route = edgeRoute(document, edge);
    if (route === null) return 0;
    let cost = route.lengthPx + price.bend * (route.points.length - 2);
    cost += price.busySide * (busyness(edge.from) + busyness(edge.to));
    for (const piece of segmentsOf(edge.id, route.points)) {
      if (cost >= limit) return cost;
      const area = segmentBox(piece);
      for (const id of fronts.over(grow(area, -0.2))) {
        const isEnd = id === edge.from.nodeId || id === edge.to.nodeId;
        // Through its own node too: a line that leaves at the far side and comes back under it.
        if (runsThrough(piece, isEnd ? grow(boxAt(id), -3) : grow(boxAt(id), 4))) cost += price.through;
      }
      for (const other of lines.over(area)) {
        if (cross(piece, other)) cost += price.crossing;
        else {
          const sharedPx = sharedLength(piece, other);
          if (sharedPx > 0) cost += price.shared + price.sharedPx * sharedPx;
        }
      }
    }
    return cost;
  }

  function draw(edge: DiagramEdge): void {
    const route = edgeRoute(document, edge);
    if (route === null) return;
    const pieces = segmentsOf(edge.id, route.points);
    drawn.set(edge.id, pieces);
    for (const piece of pieces) lines.add(piece, segmentBox(piece));
    for (const end of [edge.from, edge.to]) busy.set(sideKey(end), busyness(end) + 1);
  }

  function erase(edge: DiagramEdge): void {
    for (const piece of drawn.get(edge.id) ?? []) lines.remove(piece);
    for (const end of [edge.from, edge.to]) busy.set(sideKey(end), busyness(end) - 1);
  }

  function busyness(end: EdgeEnd): number {
    return busy.get(sideKey(end)) ?? 0;
  }
}

function sideKey({ nodeId, side }: EdgeEnd): string {
  return `${side} ${nodeId}`;
}

function auto(end: EdgeEnd): EdgeEnd {
  return { ...end, side: 'auto', at: 0.5 };
}

/** The edge that leaves its ends to the drawing if that draws the same line. */
function simplest(document: DiagramDocument, edge: DiagramEdge, free: DiagramEdge): EdgeEnds {
  const [line, freeLine] = [edgeRoute(document, edge), edgeRoute(document, free)];
  const isSame = line !== null && freeLine !== null && line.d === freeLine.d;
  const { from, to } = isSame ? free : edge;
  return { from, to };
}
