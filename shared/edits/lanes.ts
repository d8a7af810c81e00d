import { kindOf } from '../kinds/index';
import { isCollapsed } from '../model/collapsed';
import type { DiagramDocument, DiagramNode } from '../model/document';
import {
  childrenOf,
  endOn,
  insideOf,
  isLane,
  type Lane,
  laneStackOf,
  lengthOn,
  nestedLanes,
  stackAxis,
} from '../model/lanes';
import { clamp, toCoordinate, toSize } from '../model/limits';
import { childrenByParent } from '../model/query';
import type { EditArgs } from './args';
import { carryBends, shiftWith } from './bends';
import { makeRoom } from './makeRoom';
import { addNodes } from './nodes';
import { reparentNodes } from './place';
import { nodeOfKind, withFields, withRecords } from './records';
import { grow, growOutwards, type NodeChanges, shifted } from './room';

export function reorderLane(document: DiagramDocument, { id, to }: EditArgs['lanes.reorder']): DiagramDocument {
  const { nodes } = document;
  const lane = nodes.get(id);
  if (!isLane(lane) || !Number.isFinite(to)) return document;
  const stack = laneStackOf(nodes, lane);
  const order = stack.filter((other) => other.id !== id);
  order.splice(clamp(Math.round(to), 0, order.length), 0, lane);
  if (order.every((other, index) => other === stack[index])) return document;
  const axis = stackAxis(lane);
  const changes: NodeChanges = new Map();
  let at = stack[0]?.[axis] ?? 0;
  for (const other of order) {
    changes.set(other.id, withFields<DiagramNode>(other, { [axis]: toCoordinate(at) }));
    at += other[lengthOn[axis]];
  }
  return carryBends(document, withRecords(document, { nodes: changes }), changes.keys(), shiftWith(nodes, changes));
}

export function addLane(document: DiagramDocument, { lane, beside, where }: EditArgs['lanes.add']): DiagramDocument {
  const anchor = document.nodes.get(beside);
  if (!isLane(anchor) || lane.kind !== 'lane' || document.nodes.has(lane.id)) return document;
  if (where === 'inside') {
    if (isCollapsed(anchor)) return document;
    const last = nestedLanes(document.nodes, anchor).at(-1);
    return last === undefined ? addFirstInside(document, lane, anchor) : addBeside(document, lane, last, 'after');
  }
  return addBeside(document, lane, anchor, where);
}

function addBeside(document: DiagramDocument, lane: Lane, anchor: Lane, where: 'before' | 'after'): DiagramDocument {
  const axis = stackAxis(anchor);
  const length = newLaneLength(anchor);
  // It begins short of the border at which room is made, and goes there with everything beyond.
  const border = where === 'before' ? anchor[axis] : endOn(anchor, axis);
  const placed = likeLane(lane, anchor, { [axis]: toCoordinate(border - length), [lengthOn[axis]]: length });
  const added = addNodes(document, { nodes: [placed] });
  const node = added.nodes.get(lane.id);
  if (node === undefined) return document;
  return growOutwards(added, [node], axis, length, new Map([[node.id, shifted(node, axis, length)]]));
}

/** The first lane in another takes over all that lies there, so that no step is left beside it. */
function addFirstInside(document: DiagramDocument, lane: Lane, around: Lane): DiagramDocument {
  const inside = insideOf(around);
  const placed = likeLane(lane, around, { ...inside, parentId: around.id });
  const added = addNodes(document, { nodes: [placed] });
  const content = childrenByParent(document.nodes).get(around.id) ?? [];
  const taken = reparentNodes(added, { ids: content, parentId: lane.id });
  return makeRoom(taken, { ids: content });
}

/** A lane of a new one's id and looks with the direction and the length of another. */
function likeLane(lane: Lane, like: Lane, place: Partial<DiagramNode>): DiagramNode {
  const { x, y, width, height, parentId } = like;
  const { direction } = like.props;
  const sized = { ...lane, x, y, width, height, parentId, ...place };
  return nodeOfKind(
    { ...sized, width: toSize(sized.width), height: toSize(sized.height), roleId: lane.roleId },
    'lane',
    { direction },
  );
}

/** A new lane is as broad as the one beside it, unless that was made broad for its many steps. */
function newLaneLength(lane: Lane): number {
  const side = lengthOn[stackAxis(lane)];
  if (isCollapsed(lane)) return kindOf('lane').create().size.height;
  const usual = lane.props.direction === 'horizontal' ? kindOf('lane').create().size.height : USUAL_COLUMN_PX;
  return Math.min(lane[side], Math.max(usual, kindOf('lane').minSize(lane)[side]));
}
const USUAL_COLUMN_PX = 240;

export function splitLane(document: DiagramDocument, { id, lane }: EditArgs['lanes.split']): DiagramDocument {
  const old = document.nodes.get(id);
  if (!isLane(old) || isCollapsed(old) || lane.kind !== 'lane' || document.nodes.has(lane.id)) return document;
  const axis = stackAxis(old);
  const least = kindOf('lane').minSize(old)[lengthOn[axis]];
  // A lane too narrow for two gets room for them first.
  const roomy = grow(document, [id], axis, Math.max(0, 2 * least - old[lengthOn[axis]]));
  const whole = roomy.nodes.get(id);
  if (!isLane(whole)) return document;
  const size = whole[lengthOn[axis]];
  const half = Math.round(size / 2);
  const first = withFields<DiagramNode>(whole, { [lengthOn[axis]]: toSize(half) });
  const second = likeLane({ ...lane, roleId: old.roleId }, whole, {
    [axis]: toCoordinate(whole[axis] + half),
    [lengthOn[axis]]: toSize(size - half),
  });
  const halved = addNodes(withRecords(roomy, { nodes: new Map([[id, first]]) }), { nodes: [second] });
  const content = childrenOf(roomy.nodes, id);
  const beyond = content.filter((node) => node[axis] + node[lengthOn[axis]] / 2 >= half).map((node) => node.id);
  const parted = reparentNodes(halved, { ids: beyond, parentId: lane.id });
  return makeRoom(parted, { ids: content.map((node) => node.id) });
}
