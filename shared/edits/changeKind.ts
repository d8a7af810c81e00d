import { plus } from '../geometry/box';
import { kindOf, type NodeKindName } from '../kinds/index';
import { collapsedSize } from '../model/collapsed';
import type { DiagramDocument, DiagramNode, NodeCommon } from '../model/document';
import type { EdgeId, NodeId } from '../model/ids';
import { toCoordinate, toSize } from '../model/limits';
import { ancestorsOf, childrenByParent, edgesByNode } from '../model/query';
import type { EditArgs } from './args';
import { carryBends } from './bends';
import { unlocked } from './locked';
import { canHoldEdges, isContainer, nodeOfKind, withoutUnknown, withRecords, withSoundRoles } from './records';
import { unsoundSeparations } from './separations';

/**
 * Nodes keep what all kinds have and start with the new kind's own fields. What lay in a container that is none any
 * more lies in the one around it; edges at a node that takes none any more are removed.
 */
export function changeKind(document: DiagramDocument, { ids, kind }: EditArgs['nodes.changeKind']): DiagramDocument {
  const nodes = new Map<NodeId, DiagramNode>();
  const edges = new Map<EdgeId, undefined>();
  const current = (id: NodeId) => nodes.get(id) ?? document.nodes.get(id);
  for (const id of outermostFirst(document, unlocked(document.nodes, ids))) {
    const node = current(id);
    if (node === undefined || node.kind === kind) continue;
    const changed = withSoundRoles(asKind(node, kind), document.roles);
    nodes.set(id, changed);
    const content = isContainer(changed) ? [] : (childrenByParent(document.nodes).get(id) ?? []);
    for (const childId of content) {
      const child = current(childId);
      if (child === undefined) continue;
      const { x, y } = plus(node, child);
      nodes.set(childId, { ...child, parentId: node.parentId, x: toCoordinate(x), y: toCoordinate(y) });
    }
    if (canHoldEdges(changed)) continue;
    for (const edgeId of edgesByNode(document.edges).get(id) ?? []) edges.set(edgeId, undefined);
  }
  const separations = unsoundSeparations(document, (id) => current(id));
  return carryBends(document, withRecords(document, { nodes, edges, separations }), ids);
}

/** So that what falls out of a container that is none any more falls through those around it as well. */
function outermostFirst({ nodes }: DiagramDocument, ids: readonly NodeId[]): readonly NodeId[] {
  const depths = new Map(ids.map((id) => [id, ancestorsOf(nodes, id).length]));
  return [...depths].sort(([, a], [, b]) => a - b).map(([id]) => id);
}

function asKind(node: DiagramNode, kind: NodeKindName): DiagramNode {
  const { create, minSize, traits } = kindOf(kind);
  const { props, size } = create();
  // What the file called its kind, when we did not know that one, ends with this choice of another.
  const known = withoutUnknown<NodeCommon>(node, ['kind', 'props']);
  // A lane's size says nothing about the task it becomes; among steps the size that was given is kept.
  if (traits.container !== isContainer(node)) return nodeOfKind({ ...known, ...size }, kind, props);
  const least = minSize({ label: node.label, roleId: null, width: node.width, height: node.height, props });
  // A container that was closed is an open one of the other kind.
  const open = collapsedSize(node) ?? node;
  const width = toSize(Math.max(open.width, least.width));
  const height = toSize(Math.max(open.height, least.height));
  // A step stays centred on its edges; a container keeps the corner that its content is measured from.
  const share = traits.container ? 0 : 0.5;
  const x = toCoordinate(node.x - (width - node.width) * share);
  const y = toCoordinate(node.y - (height - node.height) * share);
  return nodeOfKind({ ...known, x, y, width, height }, kind, props);
}
