import { type DiagramDocument, noTiming, type Timing } from '../model/document';
import type { EdgeId, NodeId } from '../model/ids';
import { isWork } from '../model/steps';
import { flowOrder, type Link } from './flowOrder';

/** A step or a link that work passes. */
export type FlowPart = { readonly type: 'node'; readonly id: NodeId } | { readonly type: 'edge'; readonly id: EdgeId };

/** What a value stream map says of a flow, of its longest way. */
export interface FlowFigures {
  /** The parts of the longest way, first to last: places and the links between them in turn. */
  readonly path: readonly FlowPart[];
  /** Parts beside the longest way that somebody works on or that have a figure, in the order of the work. */
  readonly beside: readonly FlowPart[];
  readonly workMinutes: number;
  readonly waitMinutes: number;
  /** Work and wait together: from the first step's arrival to the last one's end. */
  readonly leadMinutes: number;
  /** How much of the lead time somebody works, 0…1; `null` without times. */
  readonly efficiency: number | null;
  /** How much goes through all of it without being asked back or done again, 0…1; `null` where nobody said. */
  readonly accurate: number | null;
  /** Where it lies longest; `null` where it never waits. */
  readonly longestWait: FlowPart | null;
  /** Steps of the longest way that have no time yet. */
  readonly untimedSteps: number;
}

type Graph = Pick<DiagramDocument, 'nodes' | 'edges'>;

export function timingOf({ nodes, edges }: Graph, part: FlowPart): Timing {
  return (part.type === 'node' ? nodes.get(part.id) : edges.get(part.id))?.timing ?? noTiming;
}

/** How long a step or a link takes: the wait before it and the work on it. What nobody said is no time. */
export function leadMinutesOf({ workMinutes, waitMinutes }: Timing): number {
  return (workMinutes ?? 0) + (waitMinutes ?? 0);
}

/**
 * Lead time, flow efficiency (the "activity ratio") and rolled percent complete and accurate of a value stream, as in
 * K. Martin and M. Osterling, "Value Stream Mapping" (2013), chapter 3: LT = Σ (PT + wait), AR = Σ PT / Σ LT,
 * rolled %C&A = Π %C&A. Hand-offs count like steps: handing over may take work and time as well.
 *
 * They are those of the longest way through flows and hand-offs that lead one way, as in the critical path method
 * (J. Kelley and M. Walker, 1959): work that splits up comes together only with its slowest part. A decision counts with
 * its slowest way out, so that the lead time is what has to be expected at worst. Ways back to where the work has been
 * are not taken: what they cost is what %C&A tells. Among ways that take equally long the one of most parts counts.
 */
export function flowFigures(document: Graph): FlowFigures {
  const { order, onward } = flowOrder(document);
  const path = longestWay(document, order, onward);
  const onPath = new Set<string>(path.map(({ id }) => id));
  const timings = path.map((part) => timingOf(document, part));
  const workMinutes = sum(timings.map((timing) => timing.workMinutes ?? 0));
  const waitMinutes = sum(timings.map((timing) => timing.waitMinutes ?? 0));
  const leadMinutes = workMinutes + waitMinutes;
  const shares = timings.flatMap(({ accuratePercent }) => accuratePercent ?? []);
  return {
    path,
    beside: order
      .flatMap((id): readonly FlowPart[] => [
        { type: 'node', id },
        ...(onward.get(id) ?? []).map((link): FlowPart => ({ type: 'edge', id: link.id })),
      ])
      .filter((part) => !onPath.has(part.id) && (isWorkPart(document, part) || hasFigure(timingOf(document, part)))),
    workMinutes,
    waitMinutes,
    leadMinutes,
    efficiency: leadMinutes > 0 ? workMinutes / leadMinutes : null,
    accurate: shares.length > 0 ? shares.reduce((product, percent) => (product * percent) / 100, 1) : null,
    longestWait: longestWaitIn(document, path),
    untimedSteps: path.filter((part) => isWorkPart(document, part) && !hasTime(timingOf(document, part))).length,
  };
}

function isWorkPart({ nodes }: Graph, { type, id }: FlowPart): boolean {
  const node = type === 'node' ? nodes.get(id) : undefined;
  return node !== undefined && isWork(node);
}

function hasTime({ workMinutes, waitMinutes }: Timing): boolean {
  return workMinutes !== null || waitMinutes !== null;
}

function hasFigure(timing: Timing): boolean {
  return hasTime(timing) || timing.accuratePercent !== null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The longest way to a place, itself included. */
interface Way {
  readonly minutes: number;
  readonly parts: number;
  readonly last: Link | null;
}

function longestWay(
  document: Graph,
  order: readonly NodeId[],
  onward: ReadonlyMap<NodeId, readonly Link[]>,
): readonly FlowPart[] {
  const best = new Map<NodeId, Way>();
  const isLonger = (a: Way, b: Way | undefined) =>
    b === undefined || a.minutes > b.minutes || (a.minutes === b.minutes && a.parts > b.parts);
  const minutesOf = (part: FlowPart) => leadMinutesOf(timingOf(document, part));
  let end: { readonly id: NodeId; readonly way: Way } | null = null;
  for (const id of order) {
    const way = best.get(id) ?? { minutes: minutesOf({ type: 'node', id }), parts: 1, last: null };
    best.set(id, way);
    if (isLonger(way, end?.way)) end = { id, way };
    for (const link of onward.get(id) ?? []) {
      const minutes = minutesOf({ type: 'edge', id: link.id }) + minutesOf({ type: 'node', id: link.to });
      const next = { minutes: way.minutes + minutes, parts: way.parts + 1, last: link };
      if (isLonger(next, best.get(link.to))) best.set(link.to, next);
    }
  }
  const path: FlowPart[] = [];
  for (let id = end?.id; id !== undefined; ) {
    path.unshift({ type: 'node', id });
    const link: Link | null = best.get(id)?.last ?? null;
    if (link !== null) path.unshift({ type: 'edge', id: link.id });
    id = link?.from;
  }
  return path;
}

function longestWaitIn(document: Graph, path: readonly FlowPart[]): FlowPart | null {
  let found: FlowPart | null = null;
  let most = 0;
  for (const part of path) {
    const minutes = timingOf(document, part).waitMinutes ?? 0;
    if (minutes > most) [found, most] = [part, minutes];
  }
  return found;
}
