import type { Box } from '../geometry/box';
import { kindOf } from '../kinds/index';
import type { DiagramDocument, DiagramNode } from '../model/document';
import type { NodeId } from '../model/ids';
import { boxOfNode, childrenByParent } from '../model/query';
import { sharedPer } from '../util/perMap';

/** Which way time runs. */
export type FlowDirection = 'right' | 'down';

/**
 * A strip of the diagram along the flow: a lane, a frame around lanes, or (`node: null`) steps that lie in none. It is
 * divided into further bands or holds steps, never both.
 */
export interface Band {
  readonly node: DiagramNode | null;
  readonly bands: readonly Band[];
  /** Steps, and frames without lanes, which are placed as one. */
  readonly items: readonly DiagramNode[];
}

export interface Bands {
  readonly root: Band;
  /** What lies beside the bands, such as a note, and stays beside what it is near to. */
  readonly satellites: readonly DiagramNode[];
}

/** A box seen along the flow: x is time, y runs across it, whichever way time runs. Turning twice gives it back. */
export function turned({ x, y, width, height }: Box, direction: FlowDirection): Box {
  return direction === 'right' ? { x, y, width, height } : { x: y, y: x, width: height, height: width };
}

export function isStage(node: DiagramNode): boolean {
  return node.kind === 'stage';
}

/** The bands among the members of the canvas or of a container; the order of lanes is the one of the drawing. */
export function bandsOf(
  document: DiagramDocument,
  members: readonly NodeId[],
  direction: FlowDirection,
  isLinked: (id: NodeId) => boolean,
): Bands {
  const { nodes } = document;
  const children = childrenByParent(nodes);
  const boxAt = (node: DiagramNode) => turned(boxOfNode(nodes, node), direction);
  const isLane = (node: DiagramNode) => laneDirection(node) === direction;
  const holdsLanes = (node: DiagramNode): boolean =>
    isLane(node) || (node.kind !== 'lane' && nodesOf(children.get(node.id) ?? []).some(holdsLanes));
  const nodesOf = (ids: readonly NodeId[]) => ids.map((id) => nodes.get(id)).filter((node) => node !== undefined);
  const satellites: DiagramNode[] = [];

  function build(node: DiagramNode | null, ids: readonly NodeId[]): Band {
    const inside = nodesOf(ids).filter((child) => !isStage(child));
    const strips = inside.filter(holdsLanes).map((strip) => ({ strip, box: boxAt(strip) }));
    const others = inside.filter((child) => !holdsLanes(child));
    if (strips.length === 0) return { node, bands: [], items: others };
    strips.sort((a, b) => middle(a.box) - middle(b.box) || (a.strip.id < b.strip.id ? -1 : 1));
    const rows = new Map<number, DiagramNode[]>();
    const [left, right] = [
      Math.min(...strips.map(({ box }) => box.x)),
      Math.max(...strips.map(({ box }) => box.x + box.width)),
    ];
    for (const other of others) {
      const box = boxAt(other);
      const isBeside = box.x >= right || box.x + box.width <= left;
      if (node === null && (isBeside || !isLinked(other.id))) satellites.push(other);
      else {
        const index = gapAt(box);
        rows.set(index, [...(rows.get(index) ?? []), other]);
      }
    }
    const loose = (index: number): readonly Band[] => {
      const items = rows.get(index);
      return items === undefined ? [] : [{ node: null, bands: [], items }];
    };
    const bands = strips.flatMap(({ strip }, index) => [...loose(index), build(strip, children.get(strip.id) ?? [])]);
    return { node, bands: [...bands, ...loose(strips.length)], items: [] };

    /** Before which of the strips a loose step lies; behind all if it lies on or beside them. */
    function gapAt(box: Box): number {
      const index = strips.findIndex((_, at) => {
        const above = strips[at - 1]?.box;
        const starts = above === undefined ? Number.NEGATIVE_INFINITY : above.y + above.height;
        return middle(box) >= starts && middle(box) <= (strips[at]?.box.y ?? 0);
      });
      return index === -1 ? strips.length : index;
    }
  }

  const root = build(null, members);
  return { root, satellites };
}

function middle({ y, height }: Box): number {
  return y + height / 2;
}

function laneDirection(node: DiagramNode): FlowDirection | null {
  if (node.kind !== 'lane') return null;
  return node.props.direction === 'horizontal' ? 'right' : 'down';
}

/** Whether lanes or stages give a diagram its direction. */
export const hasDirection = sharedPer(
  (nodes: DiagramDocument['nodes']) => {
    for (const node of nodes.values()) if (isStage(node) || laneDirection(node) !== null) return true;
    return false;
  },
  (a, b) => a.kind === b.kind,
);

/** Which way time runs among these and what lies in them: stages run to the right, lanes as most of them do. */
export function directionAmong(document: DiagramDocument, members: readonly NodeId[]): FlowDirection | null {
  const children = childrenByParent(document.nodes);
  let [right, down] = [0, 0];
  const waiting = [...members];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = document.nodes.get(id);
    if (node === undefined) continue;
    if (isStage(node)) return 'right';
    const direction = laneDirection(node);
    if (direction === 'right') right += 1;
    if (direction === 'down') down += 1;
    if (kindOf(node.kind).traits.container) waiting.push(...(children.get(id) ?? []));
  }
  if (right + down === 0) return null;
  return right >= down ? 'right' : 'down';
}
