import { pointOnSide } from '../../shared/geometry/anchor';
import { type Point, type Side, sides } from '../../shared/geometry/box';
import { nodeKinds } from '../../shared/kinds/index';
import type { DiagramDocument, DiagramNode, EdgeEnd } from '../../shared/model/document';
import type { EdgeId, NodeId } from '../../shared/model/ids';
import { boxOfNode } from '../../shared/model/query';
import { labelLanguageOf } from '../state/appStore';
import type { CanvasTools } from './canvasStore';
import { connectableAt, hitScene } from './overview/hitScene';

/** What of the diagram an element of the page belongs to. */
export type Hit =
  | { readonly type: 'node'; readonly id: NodeId }
  | { readonly type: 'edge'; readonly id: EdgeId }
  | { readonly type: 'canvas' };

/** `null` for what is no part of the diagram: a grip, the minimap, a text field. */
export function hitOf(target: EventTarget | null): Hit | null {
  if (!(target instanceof Element)) return null;
  if (target.closest('[data-grip], textarea, .nopress') !== null) return null;
  const node = target.closest('[data-node-id]')?.getAttribute('data-node-id');
  if (node != null) return { type: 'node', id: node as NodeId };
  const edge = target.closest('[data-edge-id]')?.getAttribute('data-edge-id');
  if (edge != null) return { type: 'edge', id: edge as EdgeId };
  return target.closest('.react-flow__pane') === null ? null : { type: 'canvas' };
}

/** What is under the pointer, also where it is only painted. */
export function hitAt(
  { scene, controller, view, app }: CanvasTools,
  target: EventTarget | null,
  client: Point,
): Hit | null {
  const hit = hitOf(target);
  if (hit?.type !== 'canvas') return hit;
  const index = scene.index();
  if (index === null) return hit;
  const { zoom } = view.getState().viewport;
  return hitScene(index, { at: controller.toDiagram(client), zoom, language: labelLanguageOf(app.getState()) }) ?? hit;
}

/** How near to the middle of a side an end sticks to it, in pixels. */
const SIDE_PX = 14;

/** The end an edge gets when it is dropped at a point of the page; `null` where nothing can be connected. */
export function endAt(
  { scene }: CanvasTools,
  document: DiagramDocument,
  client: Point,
  at: Point,
  zoom: number,
  except: (id: NodeId) => boolean,
): EdgeEnd | null {
  for (const element of window.document.elementsFromPoint(client.x, client.y)) {
    const id = element.closest('[data-node-id]')?.getAttribute('data-node-id') as NodeId | null | undefined;
    const node = id == null || except(id) ? undefined : document.nodes.get(id);
    if (node === undefined || !nodeKinds[node.kind].traits.connectable) continue;
    return endOn(document, node, at, zoom);
  }
  const index = scene.index();
  const painted = index === null ? null : connectableAt(index, at, except);
  return painted === null ? null : endOn(document, painted, at, zoom);
}

function endOn({ nodes }: DiagramDocument, node: DiagramNode, at: Point, zoom: number): EdgeEnd {
  const box = boxOfNode(nodes, node);
  const side = sides.find((candidate: Side) => {
    const middle = pointOnSide(box, candidate, 0.5);
    return Math.hypot(middle.x - at.x, middle.y - at.y) * zoom < SIDE_PX;
  });
  return { nodeId: node.id, side: side ?? 'auto', at: 0.5 };
}
