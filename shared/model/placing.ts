import { type Box, minus, type Point } from '../geometry/box';
import type { DiagramDocument, DiagramNode } from './document';
import type { NodeId } from './ids';
import { toCoordinate, toSize } from './limits';

/**
 * The nodes that get other numbers when nodes are placed at `boxes` (on the canvas). What has no box of its own keeps its
 * place in its container, and comes along with it.
 */
export function placedNodes(
  nodes: DiagramDocument['nodes'],
  boxes: ReadonlyMap<NodeId, Box>,
): ReadonlyMap<NodeId, DiagramNode> {
  const changed = new Map<NodeId, DiagramNode>();
  const isSound = ([, { x, y, width, height }]: readonly [NodeId, Box]) => [x, y, width, height].every(Number.isFinite);
  const sound = new Map([...boxes].filter(isSound));
  const cornerOf = (id: NodeId | null): Point => {
    const node = id === null ? undefined : nodes.get(id);
    if (node === undefined) return { x: 0, y: 0 };
    const own = sound.get(node.id);
    if (own !== undefined) return { x: toCoordinate(own.x), y: toCoordinate(own.y) };
    const around = cornerOf(node.parentId);
    return { x: around.x + node.x, y: around.y + node.y };
  };
  for (const [id, box] of sound) {
    const node = nodes.get(id);
    if (node === undefined) continue;
    const corner = minus(cornerOf(id), cornerOf(node.parentId));
    const [x, y] = [toCoordinate(corner.x), toCoordinate(corner.y)];
    const [width, height] = [toSize(box.width), toSize(box.height)];
    if (x !== node.x || y !== node.y || width !== node.width || height !== node.height) {
      changed.set(id, { ...node, x, y, width, height });
    }
  }
  return changed;
}
