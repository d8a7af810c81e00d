import type { Box, Point } from '../geometry/box';
import type { Axis } from '../geometry/guides';
import type {
  DiagramEdge,
  DiagramNode,
  DocumentImage,
  DocumentLook,
  EdgeEnd,
  NodeCommon,
  Person,
  RaciLevel,
  Role,
  Separation,
} from '../model/document';
import type { EdgeId, NodeId, PersonId, RoleId, SeparationId } from '../model/ids';
import type { LocalizedText } from '../model/localizedText';

/** What of a node a form may set; kind and place have edits of their own. */
export type NodePatch = Partial<Pick<NodeCommon, 'label' | 'description' | 'sizing' | 'roleId' | 'timing'>> & {
  /** Replaces the kind's own fields; ignored by nodes for which the kind's schema refuses it. */
  readonly props?: Readonly<Record<string, unknown>>;
};
export type EdgePatch = Partial<Omit<DiagramEdge, 'id' | 'unknown'>>;
export type RolePatch = Partial<Omit<Role, 'id' | 'unknown'>>;
/** Which steps it is about never changes. */
export type SeparationPatch = Partial<Pick<Separation, 'reason'>>;
export type PersonPatch = Partial<Omit<Person, 'id' | 'unknown'>>;

/**
 * Every change of a document by name, with its arguments; the label of its undo step is the message `edit.<name>`.
 * Positions in arguments are absolute (canvas) coordinates unless they are part of a record.
 */
export interface EditArgs {
  'nodes.add': {
    readonly nodes: readonly DiagramNode[];
    readonly edges?: readonly DiagramEdge[];
    readonly roles?: readonly Role[];
    readonly images?: readonly DocumentImage[];
  };
  /** By an offset. Nodes whose container is moved too are left to it; bends between moved nodes come along. */
  'nodes.move': { readonly ids: readonly NodeId[]; readonly by: Point };
  /** To given boxes (absolute), e.g. after a resize or an alignment; children of a resized container stay where they are on the canvas. */
  'nodes.place': { readonly boxes: ReadonlyMap<NodeId, Box> };
  /**
   * Into another container (or none), staying where they are on the canvas; in another role's lane they are that
   * role's. Refuses cycles by leaving such nodes alone.
   */
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
  /** Locked ones are left alone by every other edit of nodes, until they are unlocked. */
  'nodes.lock': { readonly ids: readonly NodeId[]; readonly locked: boolean };
  'raci.assign': { readonly ids: readonly NodeId[]; readonly roleId: RoleId; readonly level: RaciLevel | null };
  /** Responsibilities of many steps at once, each its own, as pasting a table does; `null` takes one away. */
  'raci.set': { readonly levels: ReadonlyMap<NodeId, ReadonlyMap<RoleId, RaciLevel | null>> };
  'edges.add': { readonly edges: readonly DiagramEdge[] };
  'edges.set': { readonly ids: readonly EdgeId[]; readonly patch: EdgePatch };
  /**
   * Ways around other nodes (both ends included), and places for labels along the lines; `null` for none but what the
   * line's own two nodes and `labelAt` make of it.
   */
  'edges.route': {
    readonly routes: ReadonlyMap<EdgeId, readonly Point[] | null>;
    readonly labelSpots?: ReadonlyMap<EdgeId, number | null>;
    /** Where lines pass over others; `null` for nowhere. */
    readonly bridges?: ReadonlyMap<EdgeId, readonly Point[] | null>;
  };
  /** Nodes with all that lies in them and every edge that ends at them, and the given edges. */
  'elements.remove': { readonly nodes: readonly NodeId[]; readonly edges: readonly EdgeId[] };
  'roles.add': { readonly roles: readonly Role[] };
  'roles.set': { readonly id: RoleId; readonly patch: RolePatch };
  /** Also takes the role from all nodes, responsibilities and people. */
  'roles.remove': { readonly ids: readonly RoleId[] };
  /** Pictures for nodes to show; those that no node shows are not written to files. */
  'images.add': { readonly images: readonly DocumentImage[] };
  /**
   * What is one role's becomes another one's: nodes and responsibilities, which are joined where both have one. With
   * `ids`, of these nodes alone, and also where they are the role's by their lane only.
   */
  'roles.replace': { readonly from: RoleId; readonly to: RoleId; readonly ids?: readonly NodeId[] };
  'people.add': { readonly people: readonly Person[] };
  'people.set': { readonly id: PersonId; readonly patch: PersonPatch };
  'people.remove': { readonly ids: readonly PersonId[] };
  /** Of two steps that somebody is responsible for; one that keeps the same two apart already is left out. */
  'separations.add': { readonly separations: readonly Separation[] };
  'separations.set': { readonly id: SeparationId; readonly patch: SeparationPatch };
  'separations.remove': { readonly ids: readonly SeparationId[] };
  /** To a place (0 is the first) in the stack of lanes it lies in; the others close up and make room. */
  'lanes.reorder': { readonly id: NodeId; readonly to: number };
  /**
   * A new lane, of the length and direction of the one it goes beside; `inside` stacks it in that one, whose steps it
   * takes over when it is the first there. What lies beyond makes room. Its own place and container are ignored.
   */
  'lanes.add': { readonly lane: DiagramNode; readonly beside: NodeId; readonly where: 'before' | 'after' | 'inside' };
  /** In two at its middle: what has its centre beyond goes into the new lane, which is of the same role. */
  'lanes.split': { readonly id: NodeId; readonly lane: DiagramNode };
  /**
   * To a box, as near as what lies in it allows; what lies in it stays where it is on the canvas. `push`: the other
   * lanes keep their sizes and move along, as does what lies beyond them; `share`: its neighbours give or take the room.
   */
  'lanes.resize': { readonly id: NodeId; readonly box: Box; readonly neighbours: 'push' | 'share' };
  /**
   * Closes containers, so that what lies in them is kept and not shown, or opens them to the size they had. What lies
   * beyond closes up or makes room.
   */
  'nodes.collapse': { readonly ids: readonly NodeId[]; readonly collapsed: boolean };
  /** Containers of these nodes grow where the nodes would stick out, and what lies beyond makes room. */
  'nodes.makeRoom': { readonly ids: readonly NodeId[] };
  /**
   * Opens room of a size at a line across an axis, or with `by` below zero closes it: what begins beyond the line moves,
   * what lies across it gets longer.
   */
  'space.insert': { readonly axis: Axis; readonly at: number; readonly by: number };
  /** Texts of many records at once, as replacing all does. */
  'texts.set': {
    readonly nodes?: ReadonlyMap<NodeId, Partial<Pick<NodeCommon, 'label' | 'description'>>>;
    readonly edges?: ReadonlyMap<EdgeId, Partial<Pick<DiagramEdge, 'label' | 'description'>>>;
    readonly roles?: ReadonlyMap<RoleId, Partial<Pick<Role, 'name' | 'description' | 'team' | 'tools'>>>;
  };
  'document.setTitle': { readonly title: LocalizedText };
  /** Without bridges, those that were found go, too. */
  'document.setLook': { readonly look: DocumentLook };
}
export type EditName = keyof EditArgs;

/** Makes one edit of a step; what it is applied to is up to who hands it out. */
export type Edit = <K extends EditName>(name: K, args: EditArgs[K]) => void;
