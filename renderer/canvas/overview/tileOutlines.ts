import type { Box } from '../../../shared/geometry/box';
import type { NodeId } from '../../../shared/model/ids';
import { boxOfNode } from '../../../shared/model/query';
import type { Picture } from './painting';
import { paintOutlines } from './paintScene';
import type { Tile } from './sheet';

/** Paints the outlines in a tile anew, all of them: what lies below is not touched. */
export function paintTileOutlines({ frame, overlay }: Tile, picture: Picture): void {
  const boxes = outlinesIn(frame.box, picture);
  const context = boxes.length === 0 ? null : overlay.begin();
  if (context === null) overlay.end();
  else paintOutlines(context, frame, boxes, picture.look.theme);
}

function outlinesIn(box: Box, { outlined, hidden, scene }: Picture): readonly Box[] {
  const boxes = new Map<NodeId, Box>();
  if (outlined.size === 0) return [];
  const { nodes } = scene.document;
  scene.visit(box, ({ type, id }) => {
    const node = type !== 'node' || !outlined.has(id) || hidden.has(id) ? undefined : nodes.get(id);
    if (node !== undefined) boxes.set(node.id, boxOfNode(nodes, node));
  });
  return [...boxes.values()];
}
