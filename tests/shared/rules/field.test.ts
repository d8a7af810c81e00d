import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { translator } from '../../../shared/i18n/translator';
import type { DiagramDocument, RaciLevel } from '../../../shared/model/document';
import { checkDocument } from '../../../shared/rules/checker';
import { describeProblem, namesIn } from '../../../shared/rules/describe';
import { aDocument, aNode, anEdge, aPerson, aRole, aSeparation, aTask, nodeId, roleId } from '../../support/builders';

/** The acceptance tests R6, R12, R13, R17 and R18 of the field study, in the words that people read. */

const says = (document: DiagramDocument, language: 'ko' | 'en' = 'en') => {
  const names = namesIn(document, language, translator(language));
  return checkDocument(document).map((problem) => describeProblem(problem, names));
};
const role = (id: string, name: string, order: number) => aRole({ id, name, order });
const de = role('de', 'Data Engineer', 0);
const ds = role('ds', 'Data Scientist', 1);
const mle = role('mle', 'ML Engineer', 2);
const eu = role('eu', 'End User', 3);
const task = (id: string, of: string | null, column: number, raci: Readonly<Record<string, RaciLevel>> = {}) =>
  aTask({ id, label: id, roleId: of, x: 200 * column, raci });
const arrow = (from: string, to: string) => anEdge({ id: `${from}-${to}`, from, to });

describe('R6: responsibilities', () => {
  const sound = aDocument({
    roles: [ds, mle],
    nodes: [
      task('train', 'ds', 0, { ds: 'R', mle: 'A' }),
      task('evaluate', 'ds', 1, { ds: 'AR', mle: 'C' }),
      task('serve', 'mle', 2, { mle: 'AR', ds: 'I' }),
    ],
  });
  const assign = (document: DiagramDocument, step: string, of: string, level: RaciLevel | null) =>
    applyEdit(document, 'raci.assign', { ids: [nodeId(step)], roleId: roleId(of), level });

  test('one A deleted, two As given and nobody doing it are three problems; repaired, there is none', () => {
    expect(says(sound)).toEqual([]);
    const noA = assign(sound, 'train', 'mle', null);
    const twoAs = assign(noA, 'evaluate', 'mle', 'A');
    const noR = assign(twoAs, 'serve', 'mle', 'A');
    expect(says(noR)).toEqual([
      '“serve” has nobody responsible (R)',
      '“train” has nobody accountable (A)',
      '“evaluate” has 2 accountable (A): Data Scientist, ML Engineer',
    ]);
    expect(says(noR, 'ko')).toEqual([
      '‘serve’에 실무 담당(R)이 없어요',
      '‘train’에 최종 책임(A)이 없어요',
      '‘evaluate’에 최종 책임(A)이 2명이에요: Data Scientist, ML Engineer',
    ]);
    const repaired = assign(assign(assign(noR, 'train', 'mle', 'A'), 'evaluate', 'mle', 'C'), 'serve', 'mle', 'AR');
    expect(says(repaired)).toEqual([]);
  });

  test('who does not use letters, or not for this step, hears nothing of them', () => {
    expect(
      says(aDocument({ roles: [ds], nodes: [task('train', 'ds', 0), task('tune', 'ds', 1, { ds: 'AR' })] })),
    ).toEqual([]);
  });

  test('a step of a role gets its R at a press, but not where that role is only asked or told', () => {
    const fixes = (raci: Readonly<Record<string, RaciLevel>>) =>
      checkDocument(
        aDocument({ roles: [ds, mle], nodes: [task('train', 'ds', 0, raci), task('serve', 'mle', 1)] }),
      ).map(({ fix }) => fix?.edit.args);
    expect(fixes({ mle: 'A' })).toEqual([{ ids: ['train'], roleId: 'ds', level: 'R' }]);
    expect(fixes({ ds: 'A' })).toEqual([{ ids: ['train'], roleId: 'ds', level: 'AR' }]);
    expect(fixes({ ds: 'C', mle: 'A' })).toEqual([undefined]);
  });
});

describe('R10: what is handed over', () => {
  const steps = Array.from({ length: 10 }, (_, n) => task(`step ${n}`, n % 2 === 0 ? 'de' : 'eu', n));
  const flows = steps.slice(1).map(({ id }, n) => anEdge({ id: `flow ${n}`, from: `step ${n}`, to: id }));
  const listed = (edges: readonly ReturnType<typeof anEdge>[]) =>
    checkDocument(aDocument({ roles: [de, eu], nodes: steps, edges })).filter(({ rule }) => rule === 'emptyHandoff');

  test('once it is said for one of nine flows between roles, the other eight are listed', () => {
    expect(listed(flows)).toEqual([]);
    const [first, ...others] = flows;
    const said = listed([{ ...(first ?? anEdge()), label: 'Validated data' }, ...others]);
    expect(said.map(({ edgeIds }) => edgeIds[0])).toEqual(others.map(({ id }) => id));
  });

  test('answers of a decision begin nothing, and working together hands nothing over', () => {
    const [first, ...others] = flows;
    const asks = aNode('decision', { id: 'step 0', roleId: 'de' });
    const answer = { ...(first ?? anEdge()), label: 'Yes' };
    const document = aDocument({ roles: [de, eu], nodes: [asks, ...steps.slice(1)], edges: [answer, ...others] });
    expect(checkDocument(document).filter(({ rule }) => rule === 'emptyHandoff')).toEqual([]);
    const together = others.map((edge) => ({ ...edge, kind: 'collaboration' as const }));
    expect(listed([{ ...(first ?? anEdge()), label: 'Data' }, ...together])).toEqual([]);
    const read = others.map((edge) => ({ ...edge, kind: 'data' as const }));
    expect(listed([{ ...(first ?? anEdge()), label: 'Data' }, ...read])).toEqual([]);
  });

  test('what is drawn as a hand-off is asked in any case, but where an artefact is what is handed over', () => {
    const drawn = flows.slice(0, 1).map((edge) => ({ ...edge, kind: 'handoff' as const }));
    expect(listed(drawn)).toHaveLength(1);
    const report = aNode('artifact', { id: 'step 1', roleId: 'eu' });
    const nodes = [steps[0] ?? report, report];
    const found = checkDocument(aDocument({ roles: [de, eu], nodes, edges: drawn }));
    expect(found.map(({ rule }) => rule)).not.toContain('emptyHandoff');
  });
});

describe('R12: back and forth, and round and round', () => {
  const chain = [task('a', 'ds', 0), task('b', 'mle', 1), task('c', 'ds', 2), task('d', 'mle', 3)];

  test('a chain DS → MLE → DS → MLE is told, with its way', () => {
    const document = aDocument({
      roles: [ds, mle],
      nodes: chain,
      edges: [arrow('a', 'b'), arrow('b', 'c'), arrow('c', 'd')],
    });
    expect(says(document)).toEqual(['Data Scientist ↔ ML Engineer exchanged 3 times']);
    expect(checkDocument(document)[0]).toMatchObject({
      nodeIds: ['a', 'b', 'c', 'd'],
      edgeIds: ['a-b', 'b-c', 'c-d'],
    });
  });

  test('steps of one role in between count once, a third role breaks the way off, and there and back is no ping-pong', () => {
    const edges = [arrow('a', 'a2'), arrow('a2', 'b'), arrow('b', 'c'), arrow('c', 'd')];
    const more = [...chain, task('a2', 'ds', 0.5)];
    expect(says(aDocument({ roles: [ds, mle], nodes: more, edges }))).toEqual([
      'Data Scientist ↔ ML Engineer exchanged 3 times',
    ]);
    const third = [
      task('a', 'ds', 0),
      task('b', 'mle', 1),
      task('c', 'de', 2),
      task('d', 'mle', 3),
      task('e', 'ds', 4),
    ];
    const through = [arrow('a', 'b'), arrow('b', 'c'), arrow('c', 'd'), arrow('d', 'e')];
    expect(says(aDocument({ roles: [de, ds, mle], nodes: third, edges: through }))).toEqual([]);
    expect(
      says(aDocument({ roles: [ds, mle], nodes: chain.slice(0, 3), edges: [arrow('a', 'b'), arrow('b', 'c')] })),
    ).toEqual([]);
  });

  test('a way back does not hide it: validating over and over is a loop, and the chain in it is still back and forth', () => {
    const edges = [arrow('a', 'b'), arrow('b', 'c'), arrow('c', 'd'), arrow('d', 'a')];
    expect(says(aDocument({ roles: [ds, mle], nodes: chain, edges }))).toEqual([
      'Rework loop of 4 steps: a, b, c',
      'Data Scientist ↔ ML Engineer exchanged 3 times',
    ]);
  });

  test('a cycle of two steps is a rework loop, with the lines that make it', () => {
    const document = aDocument({
      roles: [de],
      nodes: [task('collect', 'de', 0), task('validate', 'de', 1), task('build', 'de', 2)],
      edges: [arrow('collect', 'validate'), arrow('validate', 'collect'), arrow('validate', 'build')],
    });
    expect(says(document)).toEqual(['Rework loop of 2 steps: collect, validate']);
    expect(checkDocument(document)[0]?.edgeIds).toEqual(['collect-validate', 'validate-collect']);
    expect(
      says(aDocument({ ...parts(document), edges: [arrow('collect', 'validate'), arrow('validate', 'build')] })),
    ).toEqual([]);
  });

  test('people who talk to each other, and data that is read, make no loop', () => {
    const nodes = [task('collect', 'de', 0), task('validate', 'de', 1)];
    const backs = [
      anEdge({ id: 'talk', kind: 'collaboration', from: 'validate', to: 'collect', heads: 'end' }),
      anEdge({ id: 'both', from: 'validate', to: 'collect', heads: 'both' }),
      anEdge({ id: 'none', from: 'validate', to: 'collect', heads: 'none' }),
      anEdge({ id: 'read', kind: 'data', from: 'validate', to: 'collect' }),
      // Its head is at its start, so it leads the same way as the other one.
      anEdge({ id: 'turned', from: 'validate', to: 'collect', heads: 'start' }),
    ];
    for (const back of backs)
      expect(says(aDocument({ roles: [de], nodes, edges: [arrow('collect', 'validate'), back] }))).toEqual([]);
  });

  test('a decision that never lets go is no way out', () => {
    const nodes = [task('collect', 'de', 0), aNode('decision', { id: 'ok', label: 'ok', roleId: 'de', x: 200 })];
    const edges = [arrow('collect', 'ok'), arrow('ok', 'collect')];
    expect(says(aDocument({ roles: [de], nodes, edges }))).toEqual(['Rework loop of 2 steps: collect, ok']);
    const out = [task('go', 'de', 2), ...nodes];
    expect(says(aDocument({ roles: [de], nodes: out, edges: [...edges, arrow('ok', 'go')] }))).toEqual([]);
  });
});

describe('R13: one person alone', () => {
  const steps = [1, 2, 3, 4].map((n) => task(`serve ${n}`, 'mle', n, { mle: 'AR' }));
  const shared = [5, 6].map((n) => task(`serve ${n}`, 'mle', n, { mle: 'R', ds: 'AR' }));
  const withRole = (fields: Partial<typeof mle>, people: readonly ReturnType<typeof aPerson>[] = []) =>
    says(aDocument({ roles: [ds, { ...mle, ...fields }], nodes: [...steps, ...shared], people }));

  test('a role of one that alone does four of its six steps is a single point of failure', () => {
    expect(withRole({})).toEqual(['ML Engineer alone does 4 steps']);
  });

  test('a second person or a backup clears it', () => {
    expect(withRole({ headcount: 2 })).toEqual([]);
    expect(withRole({ backupId: roleId('ds') })).toEqual([]);
    const two = [aPerson({ id: 'kim', roleIds: ['mle'] }), aPerson({ id: 'lee', roleIds: ['mle'] })];
    expect(withRole({}, two)).toEqual([]);
    expect(withRole({}, two.slice(0, 1))).toHaveLength(1);
  });

  test('three steps are no failure yet', () => {
    expect(says(aDocument({ roles: [mle], nodes: steps.slice(0, 3) }))).toEqual([]);
  });
});

test('R17: of six kinds of gaps, one each, exactly six are told', () => {
  const column = (id: string, index: number) =>
    aNode('stage', { id, label: id, x: 200 * index, width: 200, height: 400 });
  const document = aDocument({
    roles: [de, ds, role('idle', 'Idle', 5), eu],
    nodes: [
      ...['one', 'two', 'three', 'four'].map(column),
      aNode('terminal', { id: 'start', roleId: 'de', x: 10 }),
      aNode('terminal', { id: 'end', roleId: 'ds', x: 410, props: { event: 'end' } }),
      task('collect', 'de', 0),
      task('validate', null, 1),
      task('archive', 'de', 1),
      task('build', 'ds', 2),
      task('guess', 'ds', 0),
      task('use', 'eu', 2),
    ],
    edges: [
      arrow('start', 'collect'),
      arrow('collect', 'validate'),
      arrow('validate', 'build'),
      arrow('collect', 'archive'),
      arrow('guess', 'build'),
      arrow('build', 'end'),
    ],
  });
  expect(says(document)).toEqual([
    '“validate” has no role',
    'Nothing leads to “guess”',
    'No way leads on from “archive”',
    'Nothing ever gets to End User',
    'Nobody works in “four”',
    'Idle takes part in nothing',
  ]);
});

describe('R18: steps kept apart', () => {
  const apart = aSeparation('apart', 'build', 'approve');
  const reasoned = { ...apart, reason: { en: 'four eyes', ko: '이중 확인' } };
  const build = task('build', 'ds', 0);
  const other = task('talk', 'mle', 2);

  test('the same role on both is told at both, with the reason; another role clears it', () => {
    const same = aDocument({
      roles: [ds, mle],
      nodes: [build, task('approve', 'ds', 1), other],
      separations: [reasoned],
    });
    expect(says(same)).toEqual(['Data Scientist does both “build” and “approve”: four eyes']);
    expect(says(same, 'ko')).toEqual(['‘build’, ‘approve’ 둘 다 Data Scientist 담당이에요: 이중 확인']);
    expect(checkDocument(same)[0]?.nodeIds).toEqual(['build', 'approve']);
    const cleared = applyEdit(same, 'nodes.set', { ids: [nodeId('approve')], patch: { roleId: roleId('mle') } });
    expect(says(cleared)).toEqual([]);
  });

  test('where letters say who does a step, they count and not its lane', () => {
    const nodes = [build, task('approve', 'ds', 1, { mle: 'R', ds: 'A' }), other];
    expect(says(aDocument({ roles: [ds, mle], nodes, separations: [apart] }))).toEqual([]);
    const asked = [build, task('approve', 'mle', 1, { mle: 'A', ds: 'R' }), other];
    expect(says(aDocument({ roles: [ds, mle], nodes: asked, separations: [apart] }))).toEqual([
      'Data Scientist does both “build” and “approve”',
    ]);
  });
});

function parts({ roles, nodes }: DiagramDocument) {
  return { roles: [...roles.values()], nodes: [...nodes.values()] };
}
