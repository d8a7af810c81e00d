import { type Box, minus, plus, type Size, unionOf } from '../geometry/box';
import type { DiagramDocument, DiagramNode } from '../model/document';
import type { NodeId } from '../model/ids';
import { boxOfNode, childrenByParent, withDescendants } from '../model/query';
import { type Boxes, byCreation, type LayoutContext, linksBetween, type OwnedLink, ownersAmong } from './context';
import type { ElkGraph, ElkGraphEdge, ElkResult } from './elk';
import { placeSatellites } from './satellites';
import { edgeLabelRoom, frameMinSize, headingInset, spacing } from './spacing';

/** From so many nodes on ELK takes its quick ways: with its thorough ones 1,000 nodes took a minute. */
const LARGE = 250;

/** Steps and groups without lanes and stages, by ELK's layers; notes that nothing is linked with stay by their neighbours. */
export async function arrangeFree(context: LayoutContext, members: readonly NodeId[]): Promise<Boxes> {
  const { document } = context;
  const { nodes } = document;
  const all = withDescendants(nodes, members);
  const links = linksBetween(document, ownersAmong(document, all));
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const own = members.map((id) => nodes.get(id)).filter((node) => node !== undefined);
  const isLoose = (node: DiagramNode) => node.kind === 'note' && !linked.has(node.id);
  const loose = own.some((node) => !isLoose(node)) ? own.filter(isLoose) : [];
  const placed = own.filter((node) => !loose.includes(node));
  if (placed.length === 0) return new Map();

  const isLarge = all.size > LARGE;
  const graph: ElkGraph = {
    id: 'root',
    layoutOptions: { ...baseOptions(context, isLarge), 'elk.padding': '[top=0,left=0,bottom=0,right=0]' },
    children: graphNodes(document, placed, isLarge),
    edges: links.flatMap((link) => graphEdge(link, context.direction)),
  };
  const result = await context.runElk(graph);
  const children = childrenByParent(nodes);
  const holdsNothing = (id: NodeId) => (children.get(id) ?? []).length === 0;
  const boxes = new Map<NodeId, Box>();
  const read = (parent: ElkResult, x: number, y: number): void => {
    for (const child of parent.children ?? []) {
      const node = nodes.get(child.id as NodeId);
      if (node === undefined) continue;
      const box = {
        x: x + (child.x ?? 0),
        y: y + (child.y ?? 0),
        width: child.width ?? node.width,
        height: child.height ?? node.height,
      };
      boxes.set(node.id, onPixels(box, holdsNothing(node.id)));
      read(child, box.x, box.y);
    }
  };
  read(result, 0, 0);
  const before = unionOf(placed.map((node) => boxOfNode(nodes, node)));
  const after = unionOf(placed.map(({ id }) => boxes.get(id)).filter((box) => box !== undefined));
  const offset = before === null || after === null ? { x: 0, y: 0 } : minus(before, after);
  for (const [id, box] of boxes) boxes.set(id, { ...box, ...plus(box, offset) });
  const sizes = new Map<NodeId, Size>(loose.map((node) => [node.id, node]));
  return new Map([...boxes, ...placeSatellites(document, loose, sizes, boxes)]);
}

/** Frames get whole sizes; steps keep theirs. */
function onPixels({ x, y, width, height }: Box, keepsSize: boolean): Box {
  const size = keepsSize ? { width, height } : { width: Math.ceil(width), height: Math.ceil(height) };
  return { x: Math.round(x), y: Math.round(y), ...size };
}

function graphNodes(document: DiagramDocument, nodes: readonly DiagramNode[], isLarge: boolean): readonly ElkGraph[] {
  const children = childrenByParent(document.nodes);
  return nodes.toSorted(byCreation).map((node): ElkGraph => {
    const inside = (children.get(node.id) ?? []).map((id) => document.nodes.get(id)).filter((one) => one !== undefined);
    if (inside.length === 0) return { id: node.id, width: node.width, height: node.height };
    const { width, height } = frameMinSize(node);
    const inset = headingInset(node);
    const pad = spacing.framePadding;
    return {
      id: node.id,
      layoutOptions: {
        'elk.padding': `[top=${pad / 2 + Math.max(inset.y, pad / 2)},left=${pad + inset.x},bottom=${pad},right=${pad}]`,
        'elk.nodeSize.constraints': 'MINIMUM_SIZE',
        'elk.nodeSize.minimum': `(${width},${height})`,
      },
      children: graphNodes(document, inside, isLarge),
    };
  });
}

/** An edge between a frame and what lies in it says nothing about places, and ELK cannot lay it out. */
function graphEdge({ edge, from, to }: OwnedLink, direction: LayoutContext['direction']): readonly ElkGraphEdge[] {
  const room = edgeLabelRoom(edge);
  const label =
    room === null
      ? null
      : direction === 'right'
        ? { text: edge.id, width: room.width / 2, height: room.height / 2 }
        : { text: edge.id, width: room.width, height: room.height / 2 };
  return [{ id: edge.id, sources: [from], targets: [to], ...(label === null ? {} : { labels: [label] }) }];
}

function baseOptions({ direction }: LayoutContext, isLarge: boolean): Readonly<Record<string, string>> {
  return {
    'elk.algorithm': 'layered',
    'elk.direction': direction === 'right' ? 'RIGHT' : 'DOWN',
    'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.edgeLabels.placement': 'CENTER',
    'elk.spacing.nodeNode': String(spacing.acrossFlow),
    'elk.layered.spacing.nodeNodeBetweenLayers': String(spacing.alongFlow + 16),
    'elk.spacing.edgeNode': '16',
    'elk.layered.spacing.edgeNodeBetweenLayers': '16',
    'elk.spacing.componentComponent': String(spacing.apart),
    'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
    'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
    'elk.randomSeed': '1',
    ...(isLarge
      ? {
          'elk.layered.layering.strategy': 'LONGEST_PATH',
          'elk.layered.nodePlacement.strategy': 'SIMPLE',
          'elk.layered.thoroughness': '1',
          'elk.layered.crossingMinimization.greedySwitch.type': 'OFF',
        }
      : { 'elk.layered.thoroughness': '12' }),
  };
}
