import { kindOf } from '../kinds/index';
import type { DiagramDocument, DiagramEdge, DiagramNode } from '../model/document';
import type { EdgeKindName } from '../model/edgeKinds';
import { asksForContent } from '../model/handoffs';
import type { EdgeId, NodeId, RoleId } from '../model/ids';
import { flowEnds } from '../model/query';
import { lettersOf, type RaciLetter } from '../model/raci';
import { sharedPer } from '../util/perMap';

type Nodes = DiagramDocument['nodes'];
type Edges = DiagramDocument['edges'];

/** A node as the rules see it: what it is and whose, not where and how it looks. */
export interface WorkNode {
  readonly id: NodeId;
  readonly kind: DiagramNode['kind'];
  /** Its own role, else that of the innermost container with one. */
  readonly roleId: RoleId | null;
  /** Groups around it, innermost first: edges may end at them. */
  readonly groupIds: readonly NodeId[];
  readonly event: 'start' | 'end' | null;
  readonly raci: DiagramNode['raci'];
  /** Cannot be mended before somebody unlocks it. */
  readonly locked: boolean;
}

/**
 * What work goes through or is done by: steps, decisions, artefacts, pictures, starts and ends, cards of roles, and
 * groups. Notes, stages and lanes only say something about these. The same object for documents that differ in places and words alone.
 */
export const workOf: (nodes: Nodes) => ReadonlyMap<NodeId, WorkNode> = sharedPer(
  (nodes: Nodes) => {
    const found = new Map<NodeId, WorkNode>();
    const around = containersOf(nodes);
    for (const node of nodes.values()) {
      const { id, kind, raci, locked } = node;
      if (kind === 'note' || !kindOf(kind).traits.connectable) continue;
      const outer = node.parentId === null ? undefined : around.get(node.parentId);
      found.set(id, {
        id,
        kind,
        raci,
        locked,
        roleId: node.roleId ?? outer?.roleId ?? null,
        groupIds: outer?.groupIds ?? [],
        event: node.kind === 'terminal' ? node.props.event : null,
      });
    }
    return found;
  },
  (a, b) =>
    [
      a.kind === b.kind,
      a.parentId === b.parentId,
      a.roleId === b.roleId,
      a.raci === b.raci,
      a.props === b.props,
      a.locked === b.locked,
    ].every(Boolean),
);

interface Around {
  readonly roleId: RoleId | null;
  readonly groupIds: readonly NodeId[];
}

/** For each container what it gives to what lies in it. */
function containersOf(nodes: Nodes): ReadonlyMap<NodeId, Around> {
  const known = new Map<NodeId, Around>();
  const aroundIn = (container: DiagramNode): Around => {
    const before = known.get(container.id);
    if (before !== undefined) return before;
    const parent = container.parentId === null ? undefined : nodes.get(container.parentId);
    const outer = parent === undefined ? undefined : aroundIn(parent);
    const outerGroups = outer?.groupIds ?? [];
    const around: Around = {
      roleId: container.roleId ?? outer?.roleId ?? null,
      groupIds: container.kind === 'group' ? [container.id, ...outerGroups] : outerGroups,
    };
    known.set(container.id, around);
    return around;
  };
  for (const node of nodes.values()) if (kindOf(node.kind).traits.container) aroundIn(node);
  return known;
}

/** Work that somebody has to do. */
export function isStep({ kind }: Pick<WorkNode, 'kind'>): boolean {
  return kind === 'task' || kind === 'decision';
}

/** All that somebody has to do. */
export function stepsOf(nodes: Nodes): readonly WorkNode[] {
  return [...workOf(nodes).values()].filter(isStep);
}

/** The roles with a letter in a step's responsibilities, A/R counting as both. */
export function withLetterIn({ raci }: Pick<WorkNode, 'raci'>, letter: RaciLetter): readonly RoleId[] {
  return [...raci].filter(([, level]) => lettersOf(level).includes(letter)).map(([roleId]) => roleId);
}

/** Who does a step: the roles with an R, or the step's own role where nobody has one. */
export function doersOf(step: WorkNode): readonly RoleId[] {
  const responsible = withLetterIn(step, 'R');
  return responsible.length > 0 || step.roleId === null ? responsible : [step.roleId];
}

/** An edge as the rules see it: from where to where, with both turned round where its head is at its start. */
export interface Link {
  readonly id: EdgeId;
  readonly kind: EdgeKindName;
  readonly from: NodeId;
  readonly to: NodeId;
  /** Heads at both ends or none, or people working together: nothing goes one way along it. */
  readonly isTwoWay: boolean;
  /** Whether it is to be said what goes along it, where it leads to another role. */
  readonly asksForContent: boolean;
}

/** The same object for documents whose edges differ in words and ways alone. */
export const linksOf: (edges: Edges) => readonly Link[] = sharedPer(
  (edges: Edges) => [...edges.values()].map(linkOf),
  (a, b) => a.kind === b.kind && a.heads === b.heads && a.from.nodeId === b.from.nodeId && a.to.nodeId === b.to.nodeId,
);

function linkOf(edge: DiagramEdge): Link {
  const { id, kind, heads } = edge;
  const isTwoWay = kind === 'collaboration' || heads === 'both' || heads === 'none';
  return { id, kind, ...flowEnds(edge), isTwoWay, asksForContent: asksForContent(edge) };
}
