import type { DiagramDocument, RaciLevel } from '../../../shared/model/document';
import type { RuleName } from '../../../shared/rules/index';
import { aDocument, aLane, aNode, anEdge, aRole, aSeparation, aTask } from '../../support/builders';

interface RuleCase {
  /** Breaks this rule, once, and no other. */
  readonly broken: DiagramDocument;
  /** The sentence about it. */
  readonly says: string;
  /** The same with what the sentence asks for. */
  readonly mended: DiagramDocument;
}

const ann = aRole({ id: 'ann', name: 'Analyst' });
const bob = aRole({ id: 'bob', name: 'Builder', order: 1 });
const roles = [ann, bob];
const start = aNode('terminal', { id: 'start', roleId: 'ann', label: 'Begin' });
const end = aNode('terminal', { id: 'end', roleId: 'bob', label: 'Done', props: { event: 'end' } });
const a = aTask({ id: 'a', label: 'Ask', roleId: 'ann' });
const b = aTask({ id: 'b', x: 200, label: 'Build', roleId: 'bob' });
const c = aTask({ id: 'c', x: 400, label: 'Check', roleId: 'ann' });
const d = aTask({ id: 'd', x: 600, label: 'Do', roleId: 'bob' });
const handoff = anEdge({ id: 'handoff', kind: 'handoff', label: 'Plan' });
const arrow = (from: string, to: string) => anEdge({ id: `${from}-${to}`, from, to });
const stages = [
  aNode('stage', { id: 'first', label: 'First', width: 200, height: 200 }),
  aNode('stage', { id: 'second', label: 'Second', x: 200, width: 200, height: 200 }),
];

/** For each rule the smallest diagram that breaks it. */
export const ruleCases: Readonly<Record<RuleName, RuleCase>> = {
  sameRole: {
    broken: aDocument({ roles: [ann], nodes: [a, c], separations: [aSeparation('apart', 'a', 'c')] }),
    says: 'Analyst does both “Ask” and “Check”',
    mended: aDocument({ roles, nodes: [a, b], separations: [aSeparation('apart', 'a', 'b')] }),
  },
  stepWithoutRole: {
    broken: aDocument({ roles: [ann], nodes: [a, { ...b, roleId: null }] }),
    says: '“Build” has no role',
    mended: aDocument({
      roles: [ann],
      nodes: [a, { ...b, roleId: null, parentId: aLane().id }, aLane({ roleId: 'ann' })],
    }),
  },
  notResponsible: {
    broken: aDocument({ roles, nodes: [b, withRaci({ bob: 'A' })] }),
    says: '“Ask” has nobody responsible (R)',
    mended: aDocument({ roles, nodes: [b, withRaci({ ann: 'R', bob: 'A' })] }),
  },
  notAccountable: {
    broken: aDocument({ roles, nodes: [b, withRaci({ ann: 'R', bob: 'I' })] }),
    says: '“Ask” has nobody accountable (A)',
    mended: aDocument({ roles, nodes: [b, withRaci({ ann: 'AR', bob: 'I' })] }),
  },
  manyAccountable: {
    broken: aDocument({ roles, nodes: [b, withRaci({ ann: 'AR', bob: 'A' })] }),
    says: '“Ask” has 2 accountable (A): Analyst, Builder',
    mended: aDocument({ roles, nodes: [b, withRaci({ ann: 'AR', bob: 'C' })] }),
  },
  unreachable: {
    broken: aDocument({
      roles,
      nodes: [start, a, b, c],
      edges: [arrow('start', 'a'), arrow('a', 'b'), arrow('c', 'b')],
    }),
    says: 'Nothing leads to “Check”',
    mended: aDocument({ roles, nodes: [start, a, b, c], edges: ['a', 'b', 'c'].map((id) => arrow('start', id)) }),
  },
  deadEnd: {
    broken: aDocument({ roles, nodes: [end, a, b, c], edges: [arrow('a', 'b'), arrow('a', 'c'), arrow('b', 'end')] }),
    says: 'No way leads on from “Check”',
    mended: aDocument({ roles, nodes: [end, a, b, c], edges: ['a', 'b', 'c'].map((id) => arrow(id, 'end')) }),
  },
  userNotReached: {
    broken: aDocument({
      roles: [...roles, aRole({ id: 'user', name: 'User', order: 2 })],
      nodes: [a, b, aTask({ id: 'use', label: 'Use', roleId: 'user' })],
      edges: [arrow('a', 'b')],
    }),
    says: 'Nothing ever gets to User',
    mended: aDocument({
      roles: [...roles, aRole({ id: 'user', name: 'User', order: 2 })],
      nodes: [a, b, aTask({ id: 'use', label: 'Use', roleId: 'user' })],
      edges: [arrow('a', 'b'), arrow('b', 'use')],
    }),
  },
  reworkLoop: {
    broken: aDocument({ roles, nodes: [a, b], edges: [arrow('a', 'b'), arrow('b', 'a')] }),
    says: 'Rework loop of 2 steps: Ask, Build',
    mended: aDocument({
      roles,
      nodes: [a, aNode('decision', { id: 'b', roleId: 'bob', label: 'Good?' }), c],
      edges: [arrow('a', 'b'), arrow('b', 'a'), arrow('b', 'c')],
    }),
  },
  pingPong: {
    broken: aDocument({ roles, nodes: [a, b, c, d], edges: [arrow('a', 'b'), arrow('b', 'c'), arrow('c', 'd')] }),
    says: 'Analyst ↔ Builder exchanged 3 times',
    mended: aDocument({ roles, nodes: [a, b, c, d], edges: [arrow('a', 'b'), arrow('b', 'c')] }),
  },
  emptyHandoff: {
    broken: aDocument({ roles, nodes: [a, b], edges: [{ ...handoff, label: { en: ' ', ko: '' } }] }),
    says: '“Ask” → “Build” does not say what is handed over',
    mended: aDocument({ roles, nodes: [a, b], edges: [handoff] }),
  },
  stageWithoutOwner: {
    broken: aDocument({ roles: [ann], nodes: [...stages, a] }),
    says: 'Nobody works in “Second”',
    mended: aDocument({ roles: [ann], nodes: [...stages, a, { ...c, x: 240 }] }),
  },
  roleWithoutStep: {
    broken: aDocument({ roles, nodes: [a] }),
    says: 'Builder takes part in nothing',
    mended: aDocument({ roles, nodes: [a, b] }),
  },
  singlePoint: {
    broken: aDocument({ roles: [ann], nodes: fourAlone() }),
    says: 'Analyst alone does 4 steps',
    mended: aDocument({ roles: [{ ...ann, headcount: 2 }], nodes: fourAlone() }),
  },
};

function withRaci(raci: Readonly<Record<string, RaciLevel>>) {
  return aTask({ id: 'a', label: 'Ask', roleId: 'ann', raci });
}

function fourAlone() {
  return [1, 2, 3, 4].map((n) => aTask({ id: `step${n}`, x: 200 * n, roleId: 'ann', raci: { ann: 'AR' } }));
}
