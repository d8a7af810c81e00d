import type { Box } from '../geometry/box';
import type { DiagramDocument, DiagramEdge, DiagramNode } from '../model/document';
import type { NodeId } from '../model/ids';
import type { FlowDirection } from './bands';
import type { GridLink } from './columns';
import type { RunElk } from './elk';

/** What every part of a layout works with. */
export interface LayoutContext {
  readonly document: DiagramDocument;
  /** Which way time runs where neither lanes nor stages say it. */
  readonly direction: FlowDirection;
  readonly runElk: RunElk;
}

/** Absolute boxes of what was arranged and all that lies in it. */
export type Boxes = ReadonlyMap<NodeId, Box>;

/**
 * The order in which things come when nothing else decides: starts first, then as they were added (later ones are
 * stacked higher). It depends on no position, so that what is tidy stays as it is.
 */
export function byCreation(a: DiagramNode, b: DiagramNode): number {
  return Number(isStart(b)) - Number(isStart(a)) || a.z - b.z || (a.id < b.id ? -1 : 1);
}

function isStart(node: DiagramNode): boolean {
  return node.kind === 'terminal' && node.props.event === 'start';
}

/** For all that lies in one of these the one it lies in, themselves included. */
export function ownersAmong({ nodes }: DiagramDocument, ids: ReadonlySet<NodeId>): ReadonlyMap<NodeId, NodeId> {
  const owners = new Map<NodeId, NodeId>();
  for (const { id } of nodes.values()) {
    for (let at: NodeId | null = id; at !== null; at = nodes.get(at)?.parentId ?? null) {
      if (!ids.has(at)) continue;
      owners.set(id, at);
      break;
    }
  }
  return owners;
}

/** An edge between two things that are placed as one each. */
export interface OwnedLink extends GridLink {
  readonly edge: DiagramEdge;
}

/** Edges between different owners; those with heads at both ends or at none say nothing about what comes first. */
export function linksBetween({ edges }: DiagramDocument, owners: ReadonlyMap<NodeId, NodeId>): readonly OwnedLink[] {
  const links: OwnedLink[] = [];
  for (const edge of [...edges.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const [from, to] = [owners.get(edge.from.nodeId), owners.get(edge.to.nodeId)];
    if (from === undefined || to === undefined || from === to) continue;
    const directed = edge.heads === 'end' || edge.heads === 'start';
    links.push(edge.heads === 'start' ? { from: to, to: from, directed, edge } : { from, to, directed, edge });
  }
  return links;
}
