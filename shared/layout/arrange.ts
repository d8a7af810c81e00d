import { type Box, minus, plus, type Size, unionOf } from '../geometry/box';
import type { DiagramDocument, DiagramNode } from '../model/document';
import type { NodeId } from '../model/ids';
import { boxOfNode, childrenByParent } from '../model/query';
import { bandsOf, directionAmong, isStage } from './bands';
import { type Boxes, type LayoutContext, linksBetween, ownersAmong } from './context';
import { arrangeFree } from './free';
import { arrangeGrid } from './grid';
import { placeSatellites } from './satellites';
import { frameAround } from './spacing';

/**
 * New places for members of one container (or of the canvas) and everything in them. Their top left corner stays.
 * Where there are lanes or stages they give the grid; elsewhere ELK's layers do.
 */
export async function arrange(context: LayoutContext, members: readonly NodeId[]): Promise<Boxes> {
  const { document } = context;
  const flow = directionAmong(document, members);
  if (flow === null) return await arrangeFree(context, members);

  const isLinked = linkTest(document, members);
  const { root, satellites } = bandsOf(document, members, flow, isLinked);
  const items = itemsIn(root);
  const contents = new Map<NodeId, Boxes>();
  const sizes = new Map<NodeId, Size>();
  for (const item of [...items, ...satellites]) {
    const content = await arrangeInside(context, item);
    contents.set(item.id, content);
    sizes.set(item.id, content.get(item.id) ?? item);
  }
  const stages = nodesOf(document, members).filter(isStage);
  const grid = arrangeGrid({ document, flow, root, items, stages, sizes });
  const around = placeSatellites(document, satellites, sizes, grid);
  const boxes = new Map<NodeId, Box>([...grid, ...around]);
  for (const [id, content] of contents) {
    const [from, to] = [content.get(id), boxes.get(id)];
    if (from === undefined || to === undefined) continue;
    for (const [inner, box] of content) boxes.set(inner, { ...box, ...plus(box, minus(to, from)) });
  }
  return boxes;

  function itemsIn(band: typeof root): readonly DiagramNode[] {
    return [...band.items, ...band.bands.flatMap(itemsIn)];
  }
}

/** A thing that is placed as one, with what lies in it arranged and its frame fitted around that. */
async function arrangeInside(context: LayoutContext, node: DiagramNode): Promise<Boxes> {
  const { nodes } = context.document;
  const children = childrenByParent(nodes).get(node.id) ?? [];
  if (children.length === 0) return new Map([[node.id, boxOfNode(nodes, node)]]);
  const inside = await arrange(context, children);
  const content = unionOf(children.map((id) => inside.get(id)).filter((box) => box !== undefined));
  if (content === null) return new Map([[node.id, boxOfNode(nodes, node)]]);
  return new Map([[node.id, frameAround(node, content)], ...inside]);
}

function nodesOf({ nodes }: DiagramDocument, ids: readonly NodeId[]): readonly DiagramNode[] {
  return ids.map((id) => nodes.get(id)).filter((node) => node !== undefined);
}

function linkTest(document: DiagramDocument, members: readonly NodeId[]): (id: NodeId) => boolean {
  const links = linksBetween(document, ownersAmong(document, new Set(members)));
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  return (id) => linked.has(id);
}
