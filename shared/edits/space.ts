import type { Axis } from '../geometry/guides';
import { nodeKinds } from '../kinds/index';
import type { DiagramDocument, DiagramNode } from '../model/document';
import type { NodeId } from '../model/ids';
import { childrenOf, endOn, isClosedOn, isLane, laneStackOf, lengthOn, stackAxis } from '../model/lanes';
import { oncePer } from '../util/perMap';
import type { EditArgs } from './args';
import { carryBends } from './bends';
import { withRecords } from './records';
import { lengthened, type NodeChanges, shifted } from './room';

type Nodes = DiagramDocument['nodes'];

/** What an opened space moves and stretches. */
export interface SpacePlan {
  /** Beyond the line, each the outermost there. */
  readonly moved: readonly DiagramNode[];
  /** Containers and columns across the line. */
  readonly stretched: readonly DiagramNode[];
  /** How much empty space there is beyond the line, to be closed at most. */
  readonly closable: number;
}

const plansOf = oncePer((_nodes: Nodes) => new Map<string, SpacePlan>());

/** What a space opened at a line across an axis would move; found once a gesture. */
export function planSpace(nodes: Nodes, axis: Axis, at: number): SpacePlan {
  const key = `${axis} ${at}`;
  const known = plansOf(nodes).get(key);
  if (known !== undefined) return known;
  const plan = findPlan(nodes, axis, at);
  plansOf(nodes).set(key, plan);
  return plan;
}

export function insertSpace(document: DiagramDocument, { axis, at, by }: EditArgs['space.insert']): DiagramDocument {
  if (!Number.isFinite(at) || !Number.isFinite(by) || by === 0) return document;
  const { moved, stretched, closable } = planSpace(document.nodes, axis, at);
  const room = Math.max(by, -closable);
  const changes: NodeChanges = new Map();
  for (const node of moved) changes.set(node.id, shifted(node, axis, room));
  for (const node of stretched) changes.set(node.id, lengthened(node, axis, room));
  const shift = { x: 0, y: 0, [axis]: room };
  return carryBends(document, withRecords(document, { nodes: changes }), changes.keys(), (point) =>
    point[axis] >= at ? shift : null,
  );
}

function findPlan(nodes: Nodes, axis: Axis, at: number): SpacePlan {
  const moved: DiagramNode[] = [];
  const stretched: DiagramNode[] = [];
  let closable = Number.POSITIVE_INFINITY;
  let overhang = 0;
  const visit = (parentId: NodeId | null, line: number): void => {
    for (const node of childrenOf(nodes, parentId)) {
      const side = sideOf(nodes, node, axis, line);
      if (side === 'beyond') {
        moved.push(node);
        closable = Math.min(closable, node[axis] - line);
      } else if (side === 'across') {
        stretched.push(node);
        closable = Math.min(closable, endOn(node, axis) - line);
        visit(node.id, line - node[axis]);
      } else overhang = Math.max(overhang, endOn(node, axis) - line);
    }
  };
  visit(null, at);
  const room = Number.isFinite(closable) ? Math.max(0, closable - Math.max(0, overhang)) : 0;
  return { moved, stretched, closable: room };
}

/** A step across the line goes to the side where most of it lies: it is never torn. */
function sideOf(nodes: Nodes, node: DiagramNode, axis: Axis, line: number): 'before' | 'across' | 'beyond' {
  if (node[axis] >= line) return 'beyond';
  if (nodeKinds[node.kind].traits.layer === 'front' || isClosedOn(node, axis)) {
    return node[axis] + node[lengthOn[axis]] / 2 >= line ? 'beyond' : 'before';
  }
  if (endOn(node, axis) > line) return 'across';
  // On the border between two lanes the first one gets the room: a gap between them would be nobody's.
  if (!isLane(node) || stackAxis(node) !== axis) return 'before';
  const stack = laneStackOf(nodes, node);
  const next = stack[stack.findIndex(({ id }) => id === node.id) + 1];
  return next !== undefined && next[axis] >= line ? 'across' : 'before';
}
