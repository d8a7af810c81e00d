import { kindOf } from '../kinds/index';
import type { DiagramDocument, DiagramNode, NodeCommon } from '../model/document';
import type { NodeId } from '../model/ids';
import type { EditArgs } from './args';
import { addEdges } from './edges';
import { addImages } from './images';
import { unlocked } from './locked';
import { acceptedProps, isContainer, soundNode, soundTiming, withFields, withRecords, withSoundRoles } from './records';
import { addRoles } from './roles';

/** Ids that are taken are left alone: who pastes makes new ones. A container may come after what lies in it. */
export function addNodes(document: DiagramDocument, args: EditArgs['nodes.add']): DiagramDocument {
  const withRoles = addRoles(addImages(document, { images: args.images ?? [] }), { roles: args.roles ?? [] });
  const added = new Map<NodeId, DiagramNode>();
  for (const node of args.nodes) {
    const sound = document.nodes.has(node.id) || added.has(node.id) ? null : soundNode(node);
    if (sound !== null) added.set(sound.id, withSoundRoles(sound, withRoles.roles));
  }
  for (const [id, node] of added) {
    if (!hasSoundParent(node, added, document.nodes)) added.set(id, { ...node, parentId: null });
  }
  return addEdges(withRecords(withRoles, { nodes: added }), { edges: args.edges ?? [] });
}

/** Whether an added node's container is there, can hold nodes and does not lie in the node itself. */
function hasSoundParent(node: DiagramNode, added: DiagramDocument['nodes'], nodes: DiagramDocument['nodes']): boolean {
  if (node.parentId === null) return true;
  if (!isContainer(added.get(node.parentId) ?? nodes.get(node.parentId))) return false;
  const seen = new Set<NodeId>();
  for (let id: NodeId | null = node.parentId; id !== null && !seen.has(id); id = added.get(id)?.parentId ?? null) {
    if (id === node.id) return false;
    seen.add(id);
  }
  return true;
}

export function setNodes(document: DiagramDocument, { ids, patch }: EditArgs['nodes.set']): DiagramDocument {
  return changeEach(document, ids, (node) => {
    const { label = node.label, description = node.description, sizing = node.sizing, roleId = node.roleId } = patch;
    const timing = patch.timing === undefined ? node.timing : soundTiming(patch.timing);
    const takesIt = roleId === null || (kindOf(node.kind).traits.takesRole && document.roles.has(roleId));
    const props = patch.props === undefined ? null : acceptedProps(node.kind, patch.props);
    return withFields<NodeCommon & { readonly props: object }>(node, {
      label,
      description,
      sizing,
      timing,
      roleId: takesIt ? roleId : node.roleId,
      props: props ?? node.props,
    }) as DiagramNode;
  });
}

export function assignRaci(
  document: DiagramDocument,
  { ids, roleId, level }: EditArgs['raci.assign'],
): DiagramDocument {
  const levels = new Map([[roleId, level]]);
  return setRaci(document, { levels: new Map(ids.map((id) => [id, levels])) });
}

export function setRaci(document: DiagramDocument, { levels }: EditArgs['raci.set']): DiagramDocument {
  return changeEach(document, [...levels.keys()], (node) => {
    if (!kindOf(node.kind).traits.takesRaci) return node;
    const raci = new Map(node.raci);
    for (const [roleId, level] of levels.get(node.id) ?? []) {
      if (level === null) raci.delete(roleId);
      else if (document.roles.has(roleId)) raci.set(roleId, level);
    }
    return withFields<DiagramNode>(node, { raci });
  });
}

function changeEach(
  document: DiagramDocument,
  ids: readonly NodeId[],
  change: (node: DiagramNode) => DiagramNode,
): DiagramDocument {
  const changes = new Map<NodeId, DiagramNode>();
  for (const id of unlocked(document.nodes, ids)) {
    const node = document.nodes.get(id);
    if (node !== undefined) changes.set(id, change(node));
  }
  return withRecords(document, { nodes: changes });
}
