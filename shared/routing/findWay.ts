import { encloses, grow, type Point, unionOf } from '../geometry/box';
import { type RouteRequest, routeEdge } from '../geometry/route';
import type { EdgeId, NodeId } from '../model/ids';
import { toCoordinate } from '../model/limits';
import { createGrid } from './grid';
import { type Judgement, judge } from './judge';
import { portsOf, sharedEndCost, type TakenPort } from './ports';
import type { Obstacle, Scene } from './scene';
import { search, withoutStraightPoints } from './search';

/** An edge whose way is wanted. */
export interface WayQuestion {
  readonly edgeId: EdgeId;
  readonly request: RouteRequest;
  readonly fromId: NodeId;
  readonly toId: NodeId;
  /** Where other lines end at its nodes. */
  readonly takenAt: (nodeId: NodeId) => readonly TakenPort[];
}

export interface Way {
  readonly points: readonly Point[];
  /** It is what is drawn without a stored way. */
  readonly isSimple: boolean;
  readonly judgement: Judgement;
}

/** How far around its nodes a way is looked for; farther only where a nearer search finds none. */
const REGION_MARGINS_PX = [96, 480, 2400] as const;
/** A way that is no better than by this leaves a line as people know it: a small move makes a small change. */
const KNOWN_WAY_BONUS_PX = 20;

/** The best way around what lies in the scene. */
export function findWay(scene: Scene, question: WayQuestion): Way {
  const { edgeId, request, fromId, toId } = question;
  const judged = { edgeId, own: new Set([fromId, toId]) };
  const { stored, ...unstored } = request;
  const simple = candidate(routeEdge(unstored).points, true);
  if (isClean(simple)) return simple;
  // The router draws a stored way only where it still fits.
  const known = stored === undefined ? [] : [candidate(routeEdge(request).points, false)];
  let best = simple;
  let bestCost = simple.judgement.cost + endCost(simple) - KNOWN_WAY_BONUS_PX / 2;
  for (const way of known) take(way, KNOWN_WAY_BONUS_PX);
  for (const marginPx of REGION_MARGINS_PX) {
    const points = searchWithin(scene, question, marginPx);
    if (points !== null) take(candidate(points, false), 0);
    if (points !== null || best.judgement.faults === 0) break;
  }
  return best;

  function candidate(points: readonly Point[], isSimple: boolean): Way {
    return { points, isSimple, judgement: judge(scene, points, judged) };
  }

  function isClean(way: Way): boolean {
    const { faults, crossings, closePx } = way.judgement;
    return faults + crossings + closePx === 0 && endCost(way) === 0;
  }

  function take(way: Way, bonus: number): void {
    const cost = way.judgement.cost + endCost(way) - bonus;
    if (cost >= bestCost) return;
    best = way;
    bestCost = cost;
  }

  /** For ends that other lines have too. */
  function endCost({ points }: Way): number {
    return (
      sharedEndCost(points[0], question.takenAt(fromId), true) +
      sharedEndCost(points.at(-1), question.takenAt(toId), false)
    );
  }
}

function searchWithin(scene: Scene, { request, edgeId, fromId, toId, takenAt }: WayQuestion, marginPx: number) {
  const { from, to, waypoints } = request;
  const around = unionOf([from.box, to.box, ...waypoints.map((point) => ({ ...point, width: 0, height: 0 }))]);
  if (around === null) return null;
  const region = grow(around, marginPx);
  const all = scene.obstaclesIn(region);
  const walls = all.filter(({ nodeId }) => nodeId !== fromId && nodeId !== toId);
  const others = fromId === toId ? [] : all.filter(({ nodeId }) => nodeId === toId);
  const own = fromId === toId ? [] : all.filter(({ nodeId }) => nodeId === fromId);
  const starts = portsOf({
    end: from,
    other: to.box,
    leaves: true,
    taken: takenAt(fromId),
    obstacles: [...walls, ...others],
  });
  const goals = portsOf({
    end: to,
    other: from.box,
    leaves: false,
    taken: takenAt(toId),
    obstacles: [...walls, ...own],
  });
  if (starts.length === 0 || goals.length === 0) return null;
  const grid = createGrid({
    region,
    obstacles: all.filter((obstacle) => !isAround(obstacle, from.box, to.box)),
    pieces: scene.piecesIn(region).filter((piece) => piece.edgeId !== edgeId),
    ports: [...starts, ...goals],
    waypoints,
  });
  const found = search({ grid, starts, goals, waypoints });
  return found === null ? null : toFilePrecision(found);
}

/** A group around one of the edge's nodes is no wall for a line that ends inside it. */
function isAround({ minX, minY, maxX, maxY }: Obstacle, ...boxes: readonly RouteRequest['from']['box'][]): boolean {
  const outer = { x: minX, y: minY, width: maxX - minX, height: maxY - minY };
  const strictlyIn = (box: RouteRequest['from']['box']) =>
    encloses(outer, box) && outer.width * outer.height > box.width * box.height;
  return boxes.some(strictlyIn);
}

/** As it comes back from a file; ends lie where they lie. */
function toFilePrecision(points: readonly Point[]): readonly Point[] {
  return withoutStraightPoints(points.map(({ x, y }) => ({ x: toCoordinate(x), y: toCoordinate(y) })));
}
