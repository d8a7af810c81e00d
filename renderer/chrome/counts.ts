import type { DiagramDocument } from '../../shared/model/document';
import type { RoleId } from '../../shared/model/ids';
import { roleOfNode } from '../../shared/model/query';

export interface Counts {
  readonly roles: number;
  readonly tasks: number;
  readonly decisions: number;
  readonly artifacts: number;
  readonly edges: number;
  readonly handoffs: number;
}

const counted = new WeakMap<DiagramDocument, Counts>();

/** How much of everything there is; counted once per document, however many places show it. */
export function countsOf(document: DiagramDocument): Counts {
  const known = counted.get(document);
  if (known !== undefined) return known;
  const counts = count(document);
  counted.set(document, counts);
  return counts;
}

function count(document: DiagramDocument): Counts {
  const ofKind = { task: 0, decision: 0, artifact: 0 };
  for (const { kind } of document.nodes.values()) {
    if (kind === 'task' || kind === 'decision' || kind === 'artifact') ofKind[kind] += 1;
  }
  let handoffs = 0;
  for (const { kind } of document.edges.values()) if (kind === 'handoff') handoffs += 1;
  return {
    roles: document.roles.size,
    tasks: ofKind.task,
    decisions: ofKind.decision,
    artifacts: ofKind.artifact,
    edges: document.edges.size,
    handoffs,
  };
}

/** How many nodes belong to each role by themselves or by their lane; lanes themselves are not counted. */
export function nodesByRole(document: DiagramDocument): ReadonlyMap<RoleId, number> {
  const found = new Map<RoleId, number>();
  for (const node of document.nodes.values()) {
    if (node.kind === 'lane' || node.kind === 'group' || node.kind === 'note' || node.kind === 'stage') continue;
    const role = roleOfNode(document, node);
    if (role !== undefined) found.set(role.id, (found.get(role.id) ?? 0) + 1);
  }
  return found;
}
