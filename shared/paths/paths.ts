import FlatQueue from 'flatqueue';
import { leadMinutesOf, timingOf } from '../figures/flowFigures';
import type { DiagramDocument } from '../model/document';
import { rolesOfNodes } from '../model/handoffs';
import type { EdgeId, NodeId, RoleId } from '../model/ids';

/** A way from one step to another that passes no step twice. */
export interface Path {
  /** First to last. */
  readonly nodeIds: readonly NodeId[];
  /** Between them, one less. */
  readonly edgeIds: readonly EdgeId[];
  /** Whose steps it passes, in order; the same role twice in a row counts once. Steps of nobody are left out. */
  readonly roleIds: readonly RoleId[];
  /** How often work goes from one role to another. */
  readonly handoffs: number;
  /** Work and wait of all steps and lines of it; `null` where nobody said anything. */
  readonly leadMinutes: number | null;
}

export interface Paths {
  /** Shortest first: by steps, then by hand-offs. */
  readonly paths: readonly Path[];
  /** There are more, or there may be: it was not looked further. */
  readonly isCutOff: boolean;
}

/** More of them nobody compares. */
const MOST_PATHS = 100;
/** Ways that are looked into, so that a net of thousands of lines answers at once. */
const MOST_LOOKS = 30_000;

interface Step {
  readonly to: NodeId;
  readonly edgeId: EdgeId;
}

interface Trail {
  readonly nodeId: NodeId;
  readonly edgeId: EdgeId | null;
  readonly before: Trail | null;
  readonly length: number;
}

/**
 * All simple ways from one step to another along the lines as they point (both ways along those that point both ways or
 * nowhere), shortest first: a best-first search (A*) over trails with the distance to the goal as its bound.
 */
export function pathsBetween(document: DiagramDocument, from: NodeId, to: NodeId): Paths {
  const { forward, backward } = stepsOf(document);
  const distance = distancesTo(to, backward);
  const first = distance.get(from);
  if (first === undefined || from === to) return { paths: [], isCutOff: false };
  const queue = new FlatQueue<Trail>();
  queue.push({ nodeId: from, edgeId: null, before: null, length: 0 }, first);
  const found: Path[] = [];
  let looks = 0;
  while (queue.length > 0 && found.length < MOST_PATHS && looks < MOST_LOOKS) {
    const trail = queue.pop();
    if (trail === undefined) break;
    looks++;
    if (trail.nodeId === to) {
      found.push(pathOf(document, trail));
      continue;
    }
    for (const step of forward.get(trail.nodeId) ?? []) {
      const rest = distance.get(step.to);
      if (rest === undefined || passes(trail, step.to)) continue;
      const length = trail.length + 1;
      queue.push({ nodeId: step.to, edgeId: step.edgeId, before: trail, length }, length + rest);
    }
  }
  const paths = found.sort(
    (a, b) =>
      a.nodeIds.length - b.nodeIds.length ||
      a.handoffs - b.handoffs ||
      (a.nodeIds.join(' ') < b.nodeIds.join(' ') ? -1 : 1),
  );
  return { paths, isCutOff: queue.length > 0 };
}

function stepsOf({ nodes, edges }: DiagramDocument) {
  const forward = new Map<NodeId, Step[]>();
  const backward = new Map<NodeId, NodeId[]>();
  const connect = (from: NodeId, to: NodeId, edgeId: EdgeId) => {
    if (from === to || !nodes.has(from) || !nodes.has(to)) return;
    forward.set(from, [...(forward.get(from) ?? []), { to, edgeId }]);
    backward.set(to, [...(backward.get(to) ?? []), from]);
  };
  for (const { id, from, to, heads } of [...edges.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (heads !== 'start') connect(from.nodeId, to.nodeId, id);
    if (heads !== 'end') connect(to.nodeId, from.nodeId, id);
  }
  return { forward, backward };
}

/** How many lines away from a step the others are that lead to it. */
function distancesTo(goal: NodeId, backward: ReadonlyMap<NodeId, readonly NodeId[]>): ReadonlyMap<NodeId, number> {
  const found = new Map<NodeId, number>([[goal, 0]]);
  const waiting = [goal];
  for (let at = 0; at < waiting.length; at++) {
    const id = waiting[at] as NodeId;
    for (const before of backward.get(id) ?? []) {
      if (found.has(before)) continue;
      found.set(before, (found.get(id) ?? 0) + 1);
      waiting.push(before);
    }
  }
  return found;
}

function passes(trail: Trail, id: NodeId): boolean {
  for (let at: Trail | null = trail; at !== null; at = at.before) if (at.nodeId === id) return true;
  return false;
}

function pathOf(document: DiagramDocument, end: Trail): Path {
  const nodeIds: NodeId[] = [];
  const edgeIds: EdgeId[] = [];
  for (let at: Trail | null = end; at !== null; at = at.before) {
    nodeIds.unshift(at.nodeId);
    if (at.edgeId !== null) edgeIds.unshift(at.edgeId);
  }
  const owners = rolesOfNodes(document.nodes);
  const roleIds = nodeIds
    .flatMap((id) => owners.get(id) ?? [])
    .filter((id, index, all) => index === 0 || id !== all[index - 1]);
  const timings = [
    ...nodeIds.map((id) => timingOf(document, { type: 'node', id })),
    ...edgeIds.map((id) => timingOf(document, { type: 'edge', id })),
  ];
  const isTimed = timings.some(({ workMinutes, waitMinutes }) => workMinutes !== null || waitMinutes !== null);
  return {
    nodeIds,
    edgeIds,
    roleIds,
    handoffs: Math.max(0, roleIds.length - 1),
    leadMinutes: isTimed ? timings.reduce((sum, timing) => sum + leadMinutesOf(timing), 0) : null,
  };
}
