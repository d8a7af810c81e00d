import { isJsonObject, toJsonText } from '../file/json';
import { readJson } from '../file/parse';
import { readContents } from '../file/readContents';
import { fieldsOfEdge, fieldsOfImage, fieldsOfNode, fieldsOfRole } from '../file/recordFields';
import { kindOf } from '../kinds/index';
import { rebased } from '../model/bends';
import type { DiagramDocument, DiagramEdge, DiagramNode, Role } from '../model/document';
import type { EdgeId, NodeId, RoleId } from '../model/ids';
import { shownImages } from '../model/images';
import { boxOfNode, edgesByNode, roleOfNode, withDescendants } from '../model/query';
import { err, ok, type Result } from '../util/result';

/**
 * A piece of a diagram on the clipboard. Nodes in no container of the piece have positions on the canvas, and bends
 * are measured from there unless both ends lie in one container of the piece.
 */
export interface Fragment extends Pick<DiagramDocument, 'roles' | 'nodes' | 'edges' | 'images'> {
  /** Nodes whose role is that of a lane that was not copied: theirs wherever no lane gives them another. */
  readonly roleFromLane?: ReadonlySet<NodeId>;
}

export type FragmentError =
  /** Some other text. */
  | { readonly type: 'notAFragment' }
  /** Copied by a later version of the program. */
  | { readonly type: 'tooNew'; readonly found: number; readonly supported: number }
  | { readonly type: 'damaged' };

export const FRAGMENT_FORMAT = 'roleweave-fragment';
export const FRAGMENT_VERSION = 1;

/** A whole project of the design size is below a third of this; more would freeze the window at every paste. */
const MAX_CHARS = 16 * 1024 * 1024;

/** The nodes with all that lies in them, the edges between them, and the roles that they name. */
export function fragmentOf(document: DiagramDocument, selection: { readonly nodes: Iterable<NodeId> }): Fragment {
  const nodes = new Map<NodeId, DiagramNode>();
  const edges = new Map<EdgeId, DiagramEdge>();
  const roles = new Map<RoleId, Role>();
  const roleFromLane = new Set<NodeId>();
  const copied = withDescendants(document.nodes, selection.nodes);
  for (const id of copied) {
    const node = document.nodes.get(id);
    if (node === undefined) continue;
    const isOutermost = node.parentId === null || !copied.has(node.parentId);
    const given = isOutermost && node.roleId === null ? givenRole(document, node) : null;
    if (given !== null) roleFromLane.add(id);
    nodes.set(id, isOutermost ? { ...onCanvas(document, node), roleId: given ?? node.roleId } : node);
    for (const roleId of [given ?? node.roleId, ...node.raci.keys()]) {
      const role = roleId === null ? undefined : document.roles.get(roleId);
      if (role !== undefined) roles.set(role.id, role);
    }
  }
  for (const [id, role] of roles) {
    if (role.backupId !== null && !roles.has(role.backupId)) roles.set(id, { ...role, backupId: null });
  }
  for (const nodeId of nodes.keys()) {
    for (const id of edgesByNode(document.edges).get(nodeId) ?? []) {
      const edge = document.edges.get(id);
      if (edge === undefined || !nodes.has(edge.from.nodeId) || !nodes.has(edge.to.nodeId)) continue;
      edges.set(id, rebased(document.nodes, edge, nodes, edge));
    }
  }
  const images = shownImages({ nodes, images: document.images });
  return { roles, nodes, edges, images, ...(roleFromLane.size === 0 ? {} : { roleFromLane }) };
}

function givenRole(document: DiagramDocument, node: DiagramNode): RoleId | null {
  return kindOf(node.kind).traits.takesRole ? (roleOfNode(document, node)?.id ?? null) : null;
}

function onCanvas({ nodes }: DiagramDocument, node: DiagramNode): DiagramNode {
  const { x, y } = boxOfNode(nodes, node);
  return { ...node, parentId: null, x, y };
}

/** The fragment as text for the system's clipboard. */
export function serializeFragment({ roles, nodes, edges, images, roleFromLane = new Set() }: Fragment): string {
  return toJsonText({
    format: FRAGMENT_FORMAT,
    version: FRAGMENT_VERSION,
    roles: [...roles.values()].map(fieldsOfRole),
    nodes: [...nodes.values()].map(fieldsOfNode),
    edges: [...edges.values()].map(fieldsOfEdge),
    ...(images.size === 0 ? {} : { images: [...images.values()].map(fieldsOfImage) }),
    ...(roleFromLane.size === 0 ? {} : { roleFromLane: [...roleFromLane] }),
  });
}

/** Whether a text means to be a fragment. */
export function isFragment(text: string): boolean {
  return text.slice(0, 200).trimStart().startsWith('{') && text.includes(FRAGMENT_FORMAT);
}

/**
 * A fragment from whatever text is on the clipboard. Any program may have put it there, so it passes the same checks as
 * a file; what these put right is taken as it is.
 */
export function parseFragment(text: string): Result<Fragment, FragmentError> {
  if (!isFragment(text)) return err({ type: 'notAFragment' });
  if (text.length > MAX_CHARS) return err({ type: 'damaged' });
  const json = readJson(text, []);
  if (!json.ok) return err({ type: 'damaged' });
  const raw = json.value;
  if (!isJsonObject(raw) || raw.format !== FRAGMENT_FORMAT) return err({ type: 'notAFragment' });
  const { version } = raw;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return err({ type: 'damaged' });
  if (version > FRAGMENT_VERSION) return err({ type: 'tooNew', found: version, supported: FRAGMENT_VERSION });
  const contents = readContents(raw, new Set(['format', 'version', 'roleFromLane']));
  if (!contents.ok) return err({ type: 'damaged' });
  const { roles, nodes, edges, images } = contents.value.document;
  const known = Array.isArray(raw.roleFromLane) ? raw.roleFromLane.filter((id) => nodes.has(id as NodeId)) : [];
  const roleFromLane = new Set(known as NodeId[]);
  return ok({ roles, nodes, edges, images, ...(roleFromLane.size === 0 ? {} : { roleFromLane }) });
}
