import type { Box } from '../../shared/geometry/box';
import type { DiagramDocument, DiagramNode } from '../../shared/model/document';
import type { NodeId } from '../../shared/model/ids';
import { boxOfNode, childrenByParent } from '../../shared/model/query';

/** What a container keeps free right of and below something for which it grows. */
interface Margin {
  readonly right: number;
  readonly bottom: number;
}

const PADDING = 16;

/**
 * Boxes of the containers that have to grow, to the right and downwards, so that a box lies inside: a lane gets longer
 * together with the lanes it lines up with, a group gets larger, and so do the containers around them.
 */
export function grownToHold(
  document: DiagramDocument,
  id: NodeId | null,
  box: Box,
  margin: Margin = { right: PADDING, bottom: PADDING },
): ReadonlyMap<NodeId, Box> {
  const { nodes } = document;
  const container = id === null ? undefined : nodes.get(id);
  if (container === undefined) return new Map();
  const old = boxOfNode(nodes, container);
  const { x, y } = old;
  const width = Math.max(old.width, box.x + box.width + margin.right - x);
  const height = Math.max(old.height, box.y + box.height + margin.bottom - y);
  const growth = { ...(isAcross(container) ? {} : { width }), ...(isAlong(container) ? {} : { height }) };
  const grown: Box = { ...old, ...growth };
  if (grown.width === old.width && grown.height === old.height) return new Map();
  const row = rowOf(document, container).map((node): [NodeId, Box] => [
    node.id,
    { ...boxOfNode(nodes, node), ...growth },
  ]);
  const around = container.parentId === null ? undefined : nodes.get(container.parentId);
  if (around === undefined) return new Map(row);
  const outer = boxOfNode(nodes, around);
  const right = Math.max(0, outer.x + outer.width - x - old.width);
  const bottom = Math.max(0, outer.y + outer.height - y - old.height);
  return new Map([...row, ...grownToHold(document, around.id, grown, { right, bottom })]);
}

/** A lane that runs to the right keeps its height. */
export function isAlong(node: DiagramNode): boolean {
  return node.kind === 'lane' && node.props.direction === 'horizontal';
}

/** A lane that runs downwards keeps its width. */
function isAcross(node: DiagramNode): boolean {
  return node.kind === 'lane' && node.props.direction === 'vertical';
}

/** A lane with the lanes that begin and end where it does. */
export function rowOf({ nodes }: DiagramDocument, container: DiagramNode): readonly DiagramNode[] {
  if (container.kind !== 'lane') return [container];
  const siblings = (childrenByParent(nodes).get(container.parentId) ?? []).map((id) => nodes.get(id));
  return siblings
    .filter((node) => node?.kind === 'lane' && node.props.direction === container.props.direction)
    .filter((node) => node !== undefined)
    .filter((node) =>
      isAlong(container)
        ? node.x === container.x && node.width === container.width
        : node.y === container.y && node.height === container.height,
    );
}
