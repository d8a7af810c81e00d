import { kindOf, type NodeKindName, type PropsOf } from '../../shared/kinds/index';
import {
  type DiagramDocument,
  type DiagramEdge,
  type DiagramNode,
  type DocumentImage,
  type DocumentLook,
  type EdgeEnd,
  type NodeCommon,
  noTerms,
  noTiming,
  type Person,
  plainLook,
  type RaciLevel,
  type Role,
  type Separation,
} from '../../shared/model/document';
import type { EdgeId, NodeId, PersonId, RoleId, SeparationId } from '../../shared/model/ids';
import type { LocalizedText } from '../../shared/model/localizedText';

// Tests write plain strings for ids; only here they become branded ones.
type Ids = 'id' | 'parentId' | 'roleId' | 'raci';
export type NodeFields<K extends NodeKindName = NodeKindName> = Partial<Omit<NodeCommon, Ids>> & {
  readonly id?: string;
  readonly parentId?: string | null;
  readonly roleId?: string | null;
  readonly raci?: Readonly<Record<string, RaciLevel>>;
  readonly props?: PropsOf<K>;
};
export type EdgeFields = Partial<Omit<DiagramEdge, 'id' | 'from' | 'to'>> & {
  readonly id?: string;
  /** A node's id stands for the middle of whichever side suits. */
  readonly from?: string | EdgeEnd;
  readonly to?: string | EdgeEnd;
};
export type RoleFields = Partial<Omit<Role, 'id'>> & { readonly id?: string };

export const nodeId = (id: string) => id as NodeId;
export const edgeId = (id: string) => id as EdgeId;
export const roleId = (id: string) => id as RoleId;
export const personId = (id: string) => id as PersonId;
export const separationId = (id: string) => id as SeparationId;

/** A node of any kind as the palette makes it, at (0, 0) on the canvas, with the given fields instead. */
export function aNode<K extends NodeKindName>(kind: K, fields: NodeFields<K> = {}): DiagramNode {
  const { props, size } = kindOf(kind).create();
  const node = {
    x: 0,
    y: 0,
    ...size,
    z: 0,
    label: '',
    description: '',
    sizing: 'fit',
    locked: false,
    timing: noTiming,
    props,
    ...fields,
    kind,
    id: nodeId(fields.id ?? kind),
    parentId: fields.parentId === undefined ? null : fields.parentId,
    roleId: fields.roleId === undefined ? null : fields.roleId,
    raci: new Map(Object.entries(fields.raci ?? {})),
  };
  return node as unknown as DiagramNode;
}

export function aTask(fields: NodeFields<'task'> = {}): DiagramNode {
  return aNode('task', fields);
}

export function aLane(fields: NodeFields<'lane'> = {}): DiagramNode {
  return aNode('lane', fields);
}

/** A flow from node `a` to node `b`, unless the fields say otherwise. */
export function anEdge(fields: EdgeFields = {}): DiagramEdge {
  return {
    kind: 'flow',
    label: '',
    description: '',
    labelAt: 0.5,
    routing: 'orthogonal',
    heads: 'end',
    waypoints: [],
    terms: noTerms,
    timing: noTiming,
    ...fields,
    id: edgeId(fields.id ?? 'edge'),
    from: endOf(fields.from ?? 'a'),
    to: endOf(fields.to ?? 'b'),
  };
}

function endOf(end: string | EdgeEnd): EdgeEnd {
  return typeof end === 'string' ? { nodeId: nodeId(end), side: 'auto', at: 0.5 } : end;
}

export function aRole(fields: RoleFields = {}): Role {
  return {
    name: 'Engineer',
    description: '',
    color: '#4f6bd8',
    icon: 'wrench',
    tools: [],
    team: '',
    headcount: 1,
    status: 'filled',
    backupId: null,
    order: 0,
    ...fields,
    id: roleId(fields.id ?? 'engineer'),
  };
}

export function aPerson(
  fields: Partial<Omit<Person, 'id' | 'roleIds'>> & { id?: string; roleIds?: readonly string[] } = {},
): Person {
  return {
    name: 'Kim',
    order: 0,
    ...fields,
    id: personId(fields.id ?? 'kim'),
    roleIds: (fields.roleIds ?? []).map(roleId),
  };
}

/** A rule that steps `a` and `b` must not be done by one role. */
export function aSeparation(id: string, a: string, b: string): Separation {
  return { id: separationId(id), nodeIds: [nodeId(a), nodeId(b)], reason: '' };
}

/** A document of these records, keyed by their ids. */
export function aDocument(
  parts: {
    readonly title?: LocalizedText;
    readonly look?: DocumentLook;
    readonly roles?: readonly Role[];
    readonly nodes?: readonly DiagramNode[];
    readonly edges?: readonly DiagramEdge[];
    readonly people?: readonly Person[];
    readonly separations?: readonly Separation[];
    readonly images?: readonly DocumentImage[];
  } = {},
): DiagramDocument {
  return {
    title: parts.title ?? '',
    look: parts.look ?? plainLook,
    roles: new Map((parts.roles ?? []).map((role) => [role.id, role])),
    nodes: new Map((parts.nodes ?? []).map((node) => [node.id, node])),
    edges: new Map((parts.edges ?? []).map((edge) => [edge.id, edge])),
    people: new Map((parts.people ?? []).map((person) => [person.id, person])),
    separations: new Map((parts.separations ?? []).map((separation) => [separation.id, separation])),
    images: new Map((parts.images ?? []).map((image) => [image.id, image])),
  };
}
