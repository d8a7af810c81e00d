import { centerOf, minus, type Point } from '../geometry/box';
import { kindOf, type NodeKindName, nodeKinds } from '../kinds/index';
import { nextRoleColor } from '../scene/rolePalette';
import {
  type DiagramDocument,
  type DiagramEdge,
  type DiagramNode,
  type EdgeEnd,
  type NodeCommon,
  noTerms,
  noTiming,
  type Role,
} from './document';
import { type EdgeKindName, edgeKinds } from './edgeKinds';
import { type EdgeId, type NodeId, newId, type RoleId } from './ids';
import { inStackingOrder, originOf } from './query';

/** Positions of new nodes fall on this step unless somebody chose another, so that they line up without a thought. */
const STEP = 8;

/**
 * A new node of a kind around `center` (canvas coordinates) in a container (or none), above all others of its layer.
 * It is not in the document yet: hand it to the edit `nodes.add`.
 */
export function createNode(
  document: DiagramDocument,
  kind: NodeKindName,
  center: Point,
  parentId: NodeId | null,
  fields: Partial<Pick<NodeCommon, 'id' | 'label' | 'roleId'>> = {},
  gridStep = STEP,
): DiagramNode {
  const { props, size } = kindOf(kind).create();
  const half = centerOf({ x: 0, y: 0, ...size });
  const corner = minus(center, half);
  const position = minus(
    { x: Math.round(corner.x / gridStep) * gridStep, y: Math.round(corner.y / gridStep) * gridStep },
    originOf(document.nodes, parentId),
  );
  const node: NodeCommon & { readonly kind: NodeKindName; readonly props: unknown } = {
    id: fields.id ?? newId<NodeId>('n'),
    kind,
    parentId,
    ...position,
    ...size,
    z: topOf(document, kind) + 1,
    label: fields.label ?? '',
    description: '',
    sizing: 'fit',
    roleId: fields.roleId ?? null,
    raci: new Map(),
    timing: noTiming,
    locked: false,
    props,
  };
  // The registry pairs each kind with its own props; TypeScript cannot follow a kind that is only known at run time.
  return node as DiagramNode;
}

/** A new edge of a kind, as that kind starts out. */
export function createEdge(
  kind: EdgeKindName,
  from: EdgeEnd,
  to: EdgeEnd,
  fields: Partial<Pick<DiagramEdge, 'id' | 'routing'>> = {},
): DiagramEdge {
  return {
    id: fields.id ?? newId<EdgeId>('e'),
    kind,
    from,
    to,
    label: '',
    description: '',
    labelAt: 0.5,
    routing: fields.routing ?? 'orthogonal',
    heads: edgeKinds[kind].heads,
    waypoints: [],
    terms: noTerms,
    timing: noTiming,
  };
}

/** A new role after all others, in a colour that none of them has. */
export function createRole(
  { roles }: Pick<DiagramDocument, 'roles'>,
  fields: Partial<Pick<Role, 'id' | 'name'>> = {},
): Role {
  const others = [...roles.values()];
  return {
    id: fields.id ?? newId<RoleId>('r'),
    name: fields.name ?? '',
    description: '',
    color: nextRoleColor(others.map(({ color }) => color)),
    icon: 'user-round',
    tools: [],
    team: '',
    headcount: 1,
    status: 'filled',
    backupId: null,
    order: others.reduce((most, { order }) => Math.max(most, order), 0) + 1,
  };
}

/** An end in the middle of whichever side suits. */
export function autoEnd(nodeId: NodeId): EdgeEnd {
  return { nodeId, side: 'auto', at: 0.5 };
}

function topOf({ nodes }: DiagramDocument, kind: NodeKindName): number {
  const { back, front } = inStackingOrder(nodes);
  if (nodeKinds[kind].traits.layer === 'front') return Math.max(0, front.at(-1)?.z ?? 0);
  return back.reduce((top, { z }) => Math.max(top, z), 0);
}
