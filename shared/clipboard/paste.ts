import { type Box, centerOf, minus, type Point, plus, unionOf } from '../geometry/box';
import { kindOf } from '../kinds/index';
import { rebased } from '../model/bends';
import type { DiagramDocument, DiagramEdge, DiagramNode, DocumentImage, Role } from '../model/document';
import { type EdgeId, type ImageId, type NodeId, type RoleId, newId as randomId } from '../model/ids';
import { sameImage } from '../model/images';
import { isSameText, type LocalizedText, mapText } from '../model/localizedText';
import { originOf, roleOfNode, rolesInOrder } from '../model/query';
import { withStepLinks } from '../text/link';
import { mustGet } from '../util/invariant';
import type { Fragment } from './fragment';

/** Fragments made on the grid stay on it. */
const STEP = 8;

/** The middle of what is pasted comes to lie `at` a point of the canvas, or all of it at an `offset` from where it was. */
export type PasteOptions = ({ readonly at: Point } | { readonly offset: Point }) & {
  /** The container for a pasted node with this box on the canvas; by default none. */
  readonly parentOf?: (node: DiagramNode, box: Box) => NodeId | null;
  readonly newId?: typeof randomId;
};

/** What `nodes.add` has to be given, and what to select then: the pasted nodes that lie in none of the others. */
export interface Pasted {
  readonly args: {
    readonly roles: readonly Role[];
    readonly nodes: readonly DiagramNode[];
    readonly edges: readonly DiagramEdge[];
    readonly images: readonly DocumentImage[];
  };
  readonly selection: { readonly nodes: ReadonlySet<NodeId>; readonly edges: ReadonlySet<EdgeId> };
}

/**
 * A fragment made ready for a document, its own or another one: with new ids, above what is there, and in the
 * document's own roles where it has them.
 */
export function pasteFragment(document: DiagramDocument, fragment: Fragment, options: PasteOptions): Pasted {
  const newId = options.newId ?? randomId;
  const offset = 'offset' in options ? options.offset : offsetTo(fragment, options.at);
  const { roleIds, added } = matchedRoles(document.roles, fragment.roles, () => newId<RoleId>('r'));
  const ids = new Map<NodeId, NodeId>();
  for (const id of fragment.nodes.keys()) ids.set(id, newId<NodeId>('n'));
  const raise = raiseAbove(document, fragment);
  const linked = (text: LocalizedText) => mapText(text, (source) => withStepLinks(source, ids));

  const { imageIds, images } = matchedImages(document, fragment, () => newId<ImageId>('i'));
  const nodes = new Map<NodeId, DiagramNode>();
  const outermost = new Set<NodeId>();
  for (const node of fragment.nodes.values()) {
    const copy: DiagramNode = {
      ...withImage(node, imageIds),
      label: linked(node.label),
      description: linked(node.description),
      id: mustGet(ids, node.id),
      z: raise(node),
      // Whoever pastes means to put it somewhere.
      locked: false,
      roleId: node.roleId === null ? null : (roleIds.get(node.roleId) ?? null),
      raci: new Map([...node.raci].map(([id, level]) => [roleIds.get(id) ?? id, level])),
    };
    const inFragment = node.parentId === null ? undefined : ids.get(node.parentId);
    if (inFragment !== undefined) nodes.set(copy.id, { ...copy, parentId: inFragment });
    else {
      outermost.add(copy.id);
      const box = { ...plus(node, offset), width: node.width, height: node.height };
      const parentId = options.parentOf?.(copy, box) ?? null;
      const parent = parentId === null ? undefined : document.nodes.get(parentId);
      const isGiven = fragment.roleFromLane?.has(node.id) && parent !== undefined && roleOfNode(document, parent);
      const roleId = isGiven ? null : copy.roleId;
      nodes.set(copy.id, { ...copy, parentId, roleId, ...minus(box, originOf(document.nodes, parentId)) });
    }
  }

  const allNodes = new Map([...document.nodes, ...nodes]);
  const edges = [...fragment.edges.values()].map((edge) => {
    const copy: DiagramEdge = {
      ...edge,
      id: newId<EdgeId>('e'),
      from: { ...edge.from, nodeId: mustGet(ids, edge.from.nodeId) },
      to: { ...edge.to, nodeId: mustGet(ids, edge.to.nodeId) },
    };
    return rebased(fragment.nodes, edge, allNodes, copy, offset);
  });
  return {
    args: { roles: added, nodes: [...nodes.values()], edges, images },
    selection: { nodes: outermost, edges: new Set() },
  };
}

function offsetTo(fragment: Fragment, at: Point): Point {
  const box = unionOf([...fragment.nodes.values()].filter((node) => node.parentId === null));
  if (box === null) return { x: 0, y: 0 };
  const { x, y } = minus(at, centerOf(box));
  return { x: Math.round(x / STEP) * STEP, y: Math.round(y / STEP) * STEP };
}

/** A pasted node's z: over all of its layer, and the pasted ones among themselves as they were. */
function raiseAbove(document: DiagramDocument, fragment: Fragment): (node: DiagramNode) => number {
  const layerOf = ({ kind }: DiagramNode) => kindOf(kind).traits.layer;
  const highest = new Map<string, number>();
  const lowest = new Map<string, number>();
  for (const node of document.nodes.values()) {
    highest.set(layerOf(node), Math.max(node.z, highest.get(layerOf(node)) ?? node.z));
  }
  for (const node of fragment.nodes.values()) {
    lowest.set(layerOf(node), Math.min(node.z, lowest.get(layerOf(node)) ?? node.z));
  }
  return (node) => {
    const top = highest.get(layerOf(node));
    return top === undefined ? node.z : top + 1 + node.z - mustGet(lowest, layerOf(node));
  };
}

/** For each picture of the fragment the document's, where it has the same one. */
function matchedImages(document: DiagramDocument, fragment: Fragment, newImageId: () => ImageId) {
  const imageIds = new Map<string, ImageId>();
  const images: DocumentImage[] = [];
  for (const image of fragment.images.values()) {
    const own = sameImage(document, image.source);
    const id = own?.id ?? (document.images.has(image.id) ? newImageId() : image.id);
    imageIds.set(image.id, id);
    if (own === undefined) images.push({ ...image, id });
  }
  return { imageIds, images };
}

function withImage(node: DiagramNode, imageIds: ReadonlyMap<string, ImageId>): DiagramNode {
  if (node.kind !== 'image') return node;
  return { ...node, props: { ...node.props, imageId: imageIds.get(node.props.imageId) ?? node.props.imageId } };
}

/** For each role of the fragment the document's: the same one, one of the same name, or a new one. */
function matchedRoles(own: DiagramDocument['roles'], brought: Fragment['roles'], newRoleId: () => RoleId) {
  const roleIds = new Map<RoleId, RoleId>();
  const added: Role[] = [];
  const inOrder = rolesInOrder(own);
  let order = inOrder.at(-1)?.order ?? -1;
  for (const role of rolesInOrder(brought)) {
    const sameId = own.get(role.id);
    const match =
      sameId !== undefined && isSameText(sameId.name, role.name)
        ? sameId
        : inOrder.find(({ name }) => name !== '' && isSameText(name, role.name));
    if (match !== undefined) {
      roleIds.set(role.id, match.id);
      continue;
    }
    const id = sameId === undefined ? role.id : newRoleId();
    order += 1;
    roleIds.set(role.id, id);
    added.push({ ...role, id, order });
  }
  const withBackups = added.map((role): Role => {
    const backupId = role.backupId === null ? undefined : roleIds.get(role.backupId);
    return { ...role, backupId: backupId ?? null };
  });
  return { roleIds, added: withBackups };
}
