import type { Box, Point } from '../geometry/box';
import type { DiagramEdge, DiagramNode, EdgeEnd, NodeCommon, RaciLevel, Role } from '../model/document';
import type { EdgeId, NodeId, RoleId } from '../model/ids';
import type { LocalizedText } from '../model/localizedText';

/** What of a node a form may set; kind and place have edits of their own. */
export type NodePatch = Partial<Pick<NodeCommon, 'label' | 'description' | 'sizing' | 'roleId'>> & {
  /** Replaces the kind's own fields; ignored by nodes for which the kind's schema refuses it. */
  readonly props?: Readonly<Record<string, unknown>>;
};
export type EdgePatch = Partial<Omit<DiagramEdge, 'id' | 'unknown'>>;
export type RolePatch = Partial<Omit<Role, 'id' | 'unknown'>>;

/**
 * Every change of a document by name, with its arguments; the label of its undo step is the message `edit.<name>`.
 * Positions in arguments are absolute (canvas) coordinates unless they are part of a record.
 */
export interface EditArgs {
  'nodes.add': {
    readonly nodes: readonly DiagramNode[];
    readonly edges?: readonly DiagramEdge[];
    readonly roles?: readonly Role[];
  };
  /** By an offset. Nodes whose container is moved too are left to it; bends between moved nodes come along. */
  'nodes.move': { readonly ids: readonly NodeId[]; readonly by: Point };
  /** To given boxes (absolute), e.g. after a resize or an alignment; children of a resized container stay where they are on the canvas. */
  'nodes.place': { readonly boxes: ReadonlyMap<NodeId, Box> };
  /** Into another container (or none), staying where they are on the canvas. Refuses cycles by leaving such nodes alone. */
  'nodes.reparent': { readonly ids: readonly NodeId[]; readonly parentId: NodeId | null };
  'nodes.set': { readonly ids: readonly NodeId[]; readonly patch: NodePatch };
  'nodes.changeKind': { readonly ids: readonly NodeId[]; readonly kind: DiagramNode['kind'] };
  'nodes.restack': { readonly ids: readonly NodeId[]; readonly to: 'front' | 'back' | 'forward' | 'backward' };
  /**
   * To where a layout puts them (absolute); what has no box keeps its place in its container. The edges get new ends and
   * lose their bends.
   */
  'layout.apply': {
    readonly boxes: ReadonlyMap<NodeId, Box>;
    readonly ends: ReadonlyMap<EdgeId, { readonly from: EdgeEnd; readonly to: EdgeEnd }>;
  };
  'raci.assign': { readonly ids: readonly NodeId[]; readonly roleId: RoleId; readonly level: RaciLevel | null };
  'edges.add': { readonly edges: readonly DiagramEdge[] };
  'edges.set': { readonly ids: readonly EdgeId[]; readonly patch: EdgePatch };
  /**
   * Ways around other nodes (both ends included), and places for labels along the lines; `null` for none but what the
   * line's own two nodes and `labelAt` make of it.
   */
  'edges.route': {
    readonly routes: ReadonlyMap<EdgeId, readonly Point[] | null>;
    readonly labelSpots?: ReadonlyMap<EdgeId, number | null>;
  };
  /** Nodes with all that lies in them and every edge that ends at them, and the given edges. */
  'elements.remove': { readonly nodes: readonly NodeId[]; readonly edges: readonly EdgeId[] };
  'roles.add': { readonly roles: readonly Role[] };
  'roles.set': { readonly id: RoleId; readonly patch: RolePatch };
  /** Also takes the role from all nodes and responsibilities. */
  'roles.remove': { readonly ids: readonly RoleId[] };
  'document.setTitle': { readonly title: LocalizedText };
}
export type EditName = keyof EditArgs;
