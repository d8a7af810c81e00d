import { type Box, contains, grow, type Point } from '../../../shared/geometry/box';
import { kindOf, nodeKinds } from '../../../shared/kinds/index';
import type { DiagramDocument, DiagramNode } from '../../../shared/model/document';
import type { EdgeId, NodeId } from '../../../shared/model/ids';
import type { LabelLanguage } from '../../../shared/model/localizedText';
import { boxOfNode } from '../../../shared/model/query';
import { edgeLabelBox } from '../../../shared/picture/edgeMarks';
import { edgeRoute } from '../../../shared/picture/edgeRoute';
import { nodeFace, nodeLook } from '../../../shared/picture/nodeMarks';
import type { SceneIndex } from './sceneIndex';

/** How far from a line, or from the outline of a container, the pointer still means it; in pixels of the screen. */
const LINE_REACH_PX = 7;
const OUTLINE_REACH_PX = 4;
/** From further away nobody can aim at a line. */
const LEAST_EDGE_ZOOM = 0.24;

export type SceneHit = { readonly type: 'node'; readonly id: NodeId } | { readonly type: 'edge'; readonly id: EdgeId };

interface Pointer {
  readonly at: Point;
  readonly zoom: number;
  readonly language: LabelLanguage;
}

/** What lies on top at a point of the diagram, in the page or not. */
export function hitScene(scene: SceneIndex, { at, zoom, language }: Pointer): SceneHit | null {
  const { document } = scene;
  for (const { type, id } of [...scene.search(grow({ ...at, width: 0, height: 0 }, LINE_REACH_PX / zoom))].reverse()) {
    if (type === 'node') {
      const node = document.nodes.get(id);
      if (node !== undefined && isOnNode(document, node, at, zoom)) return { type, id };
    } else if (zoom >= LEAST_EDGE_ZOOM && isOnEdge(document, id, at, zoom, language)) return { type, id };
  }
  return null;
}

/** The topmost node at a point that an edge can end at. */
export function connectableAt(scene: SceneIndex, at: Point, except: (id: NodeId) => boolean): DiagramNode | null {
  const { nodes } = scene.document;
  for (const entry of [...scene.search(grow({ ...at, width: 0, height: 0 }, 1))].reverse()) {
    const node = entry.type === 'node' && !except(entry.id) ? nodes.get(entry.id) : undefined;
    if (node === undefined || !nodeKinds[node.kind].traits.connectable) continue;
    if (contains(boxOfNode(nodes, node), at)) return node;
  }
  return null;
}

function isOnNode(document: DiagramDocument, node: DiagramNode, at: Point, zoom: number): boolean {
  const box = boxOfNode(document.nodes, node);
  const { traits, heading } = kindOf(node.kind);
  if (traits.grip === 'body') return contains(box, at);
  const face = nodeFace(nodeLook(document, node));
  const band: Box | undefined = heading?.(face);
  if (band !== undefined && contains({ ...band, x: box.x + band.x, y: box.y + band.y }, at)) return true;
  const reach = OUTLINE_REACH_PX / zoom;
  return contains(grow(box, reach), at) && !contains(grow(box, -reach), at);
}

function isOnEdge(document: DiagramDocument, id: EdgeId, at: Point, zoom: number, language: LabelLanguage): boolean {
  const edge = document.edges.get(id);
  const route = edge === undefined ? null : edgeRoute(document, edge);
  if (edge === undefined || route === null) return false;
  const label = edgeLabelBox(edge, language, route);
  if (label !== null && contains(label, at)) return true;
  const { points } = route;
  return points.some((to, index) => {
    const from = points[index - 1];
    return from !== undefined && distanceToLine(at, from, to) * zoom <= LINE_REACH_PX;
  });
}

function distanceToLine(at: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((at.x - from.x) * dx + (at.y - from.y) * dy) / length));
  return Math.hypot(at.x - from.x - along * dx, at.y - from.y - along * dy);
}
