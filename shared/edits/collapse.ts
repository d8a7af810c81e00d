import type { Size } from '../geometry/box';
import type { Axis } from '../geometry/guides';
import { CLOSED_GROUP_PX } from '../kinds/group';
import { CLOSED_LANE_PX } from '../kinds/lane';
import { canCollapse, collapsedSize } from '../model/collapsed';
import type { DiagramDocument, DiagramNode } from '../model/document';
import type { NodeId } from '../model/ids';
import { isLane, lengthOn, stackAxis } from '../model/lanes';
import type { EditArgs } from './args';
import { carryBends } from './bends';
import { nodeOfKind, withRecords } from './records';
import { growOutwards, lengthened } from './room';

/** A lane is closed across its direction only: it stays as long as the stack it lies in. */
export function collapseNodes(
  document: DiagramDocument,
  { ids, collapsed }: EditArgs['nodes.collapse'],
): DiagramDocument {
  let shown = document;
  for (const id of new Set(ids)) {
    const node = shown.nodes.get(id);
    if (node === undefined || !canCollapse(node) || (collapsedSize(node) !== undefined) === collapsed) continue;
    const { width, height } = node;
    const size = collapsed ? closedSize(node) : (collapsedSize(node) ?? node);
    const next = withCollapsed(node, collapsed ? { width, height } : undefined);
    const before = shown;
    shown = withRecords(shown, { nodes: new Map([[id, next]]) });
    // Opened the other way round: what was beside it when it was closed then is so again.
    const axes = collapsed ? axesOf(node) : [...axesOf(node)].reverse();
    for (const axis of axes) shown = withLength(shown, id, axis, size[lengthOn[axis]]);
    // Bends of edges into it are out of sight while it is closed, and where they were when it is open again.
    shown = carryBends(before, shown, [id]);
  }
  return shown;
}

function axesOf(node: DiagramNode): readonly Axis[] {
  // From below first, over its whole width: columns of stages across it get shorter, too.
  return isLane(node) ? [stackAxis(node)] : ['y', 'x'];
}

/** Closed, nothing is larger than it was open. */
function closedSize(node: DiagramNode): Size {
  const { width, height } = node;
  if (!isLane(node)) {
    return { width: Math.min(width, CLOSED_GROUP_PX.width), height: Math.min(height, CLOSED_GROUP_PX.height) };
  }
  const { horizontal, vertical } = CLOSED_LANE_PX;
  return { width: Math.min(width, vertical), height: Math.min(height, horizontal) };
}

function withCollapsed(node: DiagramNode, size: Size | undefined): DiagramNode {
  const { collapsed: _, ...props } = node.props as { readonly collapsed?: Size };
  return nodeOfKind(node, node.kind, size === undefined ? props : { ...props, collapsed: size });
}

function withLength(document: DiagramDocument, id: NodeId, axis: Axis, length: number): DiagramDocument {
  const node = document.nodes.get(id);
  if (node === undefined) return document;
  const by = length - node[lengthOn[axis]];
  if (by === 0) return document;
  const changes = new Map([[id, lengthened(node, axis, by)]]);
  return growOutwards(document, [node], axis, by, changes, axis === 'x' && !isLane(node) ? 'stay' : 'follow');
}
