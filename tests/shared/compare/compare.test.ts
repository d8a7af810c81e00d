import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDocuments, isNothing } from '../../../shared/compare/compareDocuments';
import { comparisonLines, comparisonMarkdown } from '../../../shared/compare/describe';
import { documentText } from '../../../shared/compare/documentText';
import { comparers, differenceNames } from '../../../shared/compare/index';
import { applyEdit } from '../../../shared/edits/index';
import { parseFile } from '../../../shared/file/parse';
import { serializeFile } from '../../../shared/file/serialize';
import { type Language, languages } from '../../../shared/i18n/language';
import { translator } from '../../../shared/i18n/translator';
import type { DiagramDocument, DiagramNode } from '../../../shared/model/document';
import { noTerms, withMaps } from '../../../shared/model/document';
import { mustGet } from '../../../shared/util/invariant';
import { documentArbitrary } from '../../support/arbitraries';
import {
  aDocument,
  aLane,
  anEdge,
  aPerson,
  aRole,
  aTask,
  edgeId,
  nodeId,
  personId,
  roleId,
} from '../../support/builders';
import { deepFreeze } from '../../support/deepFreeze';
import { editArgsArbitraries } from '../../support/editArbitraries';

const de = aRole({ id: 'de', name: { en: 'Data Engineer', ko: '데이터 엔지니어' } });
const ds = aRole({ id: 'ds', name: { en: 'Data Scientist', ko: '데이터 과학자' } });
const others = Array.from({ length: 30 }, (_, index) =>
  aTask({ id: `o${index}`, label: `Other ${index}`, roleId: 'de', x: index * 200, y: 500 }),
);
const plan = deepFreeze(
  aDocument({
    title: 'Plan',
    roles: [de, ds],
    nodes: [
      aLane({ id: 'lane-de', roleId: 'de', x: 0, y: 0, width: 900, height: 120 }),
      aLane({ id: 'lane-ds', roleId: 'ds', x: 0, y: 120, width: 900, height: 120 }),
      aTask({ id: 'collect', label: 'Collect', parentId: 'lane-de', x: 160, y: 30 }),
      aTask({ id: 'validate', label: { en: 'Validate data', ko: '데이터 검증' }, parentId: 'lane-de', x: 400, y: 30 }),
      aTask({ id: 'train', label: 'Train', parentId: 'lane-ds', x: 400, y: 30 }),
      ...others,
    ],
    edges: [
      anEdge({ id: 'first', from: 'collect', to: 'validate' }),
      anEdge({ id: 'gone', from: 'collect', to: 'train', label: 'raw data' }),
    ],
    people: [aPerson({ id: 'kim', name: 'Kim', roleIds: [roleId('de')] })],
  }),
);

function lines(before: DiagramDocument, after: DiagramDocument, language: Language = 'en'): readonly string[] {
  return comparisonLines(compareDocuments(before, after), language, translator(language));
}

function edited(...steps: readonly ((document: DiagramDocument) => DiagramDocument)[]): DiagramDocument {
  return steps.reduce((document, step) => step(document), plan);
}

const moved30 = (document: DiagramDocument) =>
  applyEdit(document, 'nodes.move', { ids: others.map(({ id }) => id), by: { x: 8, y: 8 } });

describe('what is different in two documents', () => {
  test('a step that went over to another role, a hand-off that went, thirty steps that only moved', () => {
    const after = edited(
      (document) => applyEdit(document, 'nodes.reparent', { ids: [nodeId('validate')], parentId: nodeId('lane-ds') }),
      (document) => applyEdit(document, 'elements.remove', { nodes: [], edges: [edgeId('gone')] }),
      moved30,
    );
    // From files, as the command line has them: no two records are the same object.
    const read = (document: DiagramDocument) => {
      const parsed = parseFile(serializeFile(document));
      if (!parsed.ok) throw new Error(parsed.error.type);
      return parsed.value.document;
    };
    expect(lines(read(plan), read(after))).toEqual([
      '→ ‘Validate data’ moved from Data Engineer to Data Scientist',
      '− Hand-off Collect → Train removed: raw data',
      'Layout (30)',
    ]);
    expect(lines(plan, after, 'ko')).toEqual([
      '→ ‘데이터 검증’ 담당: 데이터 엔지니어 ⇒ 데이터 과학자',
      '− 인계 Collect → Train 없어짐: raw data',
      '배치 (30)',
    ]);
  });

  const cases: readonly (readonly [string, (document: DiagramDocument) => DiagramDocument, readonly string[]])[] = [
    [
      'a role renamed',
      (d) => applyEdit(d, 'roles.set', { id: roleId('de'), patch: { name: 'Platform' } }),
      ['~ Role ‘Data Engineer’ is now called ‘Platform’'],
    ],
    [
      'a role recoloured',
      (d) => applyEdit(d, 'roles.set', { id: roleId('de'), patch: { color: '#112233', headcount: 4 } }),
      ['~ Role ‘Data Engineer’: colour, people needed changed'],
    ],
    [
      'a role added',
      (d) => applyEdit(d, 'roles.add', { roles: [aRole({ id: 'new', name: 'New' })] }),
      ['+ Role ‘New’ added'],
    ],
    [
      'a step added',
      (d) => applyEdit(d, 'nodes.add', { nodes: [aTask({ id: 'n', label: 'Ship', parentId: 'lane-ds' })] }),
      ['+ Task ‘Ship’ added, Data Scientist'],
    ],
    [
      'a step renamed',
      (d) => applyEdit(d, 'texts.set', { nodes: new Map([[nodeId('collect'), { label: 'Gather' }]]) }),
      ['~ Task ‘Collect’ is now called ‘Gather’'],
    ],
    [
      'RACI',
      (d) => applyEdit(d, 'raci.assign', { ids: [nodeId('train')], roleId: roleId('de'), level: 'AR' }),
      ['~ ‘Train’: Data Engineer – → A/R'],
    ],
    [
      'a step locked',
      (d) => applyEdit(d, 'nodes.lock', { ids: [nodeId('train')], locked: true }),
      ['~ Task ‘Train’: lock changed'],
    ],
    [
      'an edge relabelled',
      (d) => applyEdit(d, 'edges.set', { ids: [edgeId('gone')], patch: { label: 'files' } }),
      ['~ Collect → Train: ‘raw data’ is now ‘files’'],
    ],
    [
      'terms',
      (d) => applyEdit(d, 'edges.set', { ids: [edgeId('gone')], patch: { terms: { ...noTerms, format: 'CSV' } } }),
      ['~ Collect → Train: terms of the hand-off changed'],
    ],
    [
      'an edge rehung',
      (d) =>
        applyEdit(d, 'edges.set', {
          ids: [edgeId('first')],
          patch: { to: { nodeId: nodeId('o1'), side: 'auto', at: 0.5 } },
        }),
      ['→ Collect → Validate data now leads Collect → Other 1'],
    ],
    [
      'a bend',
      (d) => applyEdit(d, 'edges.set', { ids: [edgeId('first')], patch: { waypoints: [{ x: 9, y: 9 }] } }),
      ['Layout (1)'],
    ],
    [
      'a person',
      (d) => applyEdit(d, 'people.set', { id: personId('kim'), patch: { roleIds: [roleId('ds')] } }),
      ['~ Kim: roles changed'],
    ],
    ['no title any more', (d) => applyEdit(d, 'document.setTitle', { title: '' }), ['~ The title ‘Plan’ removed']],
    ['the title', (d) => applyEdit(d, 'document.setTitle', { title: 'Other' }), ['~ The title ‘Plan’ is now ‘Other’']],
    [
      'a step removed, with its edges',
      (d) => applyEdit(d, 'elements.remove', { nodes: [nodeId('train')], edges: [] }),
      ['− Task ‘Train’ removed'],
    ],
    [
      'a lane that is another role’s',
      (d) => applyEdit(d, 'nodes.set', { ids: [nodeId('lane-de')], patch: { roleId: roleId('ds') } }),
      [
        '→ ‘Collect’ moved from Data Engineer to Data Scientist',
        '→ ‘Validate data’ moved from Data Engineer to Data Scientist',
        '~ Lane ‘Data Scientist’: role changed',
      ],
    ],
  ];
  test.each(cases)('%s', (_, change, expected) => {
    expect(lines(plan, change(plan))).toEqual(expected);
  });

  test('what was drawn anew is recognised by its name, and only where that is certain', () => {
    const anew = aDocument({
      title: 'Plan',
      roles: [
        { ...de, id: roleId('r1') },
        { ...ds, id: roleId('r2') },
      ],
      nodes: [
        aLane({ id: 'n1', roleId: 'r1', x: 0, y: 0, width: 900, height: 120 }),
        aTask({ id: 'n2', label: 'Collect', parentId: 'n1', x: 160, y: 30 }),
        aTask({ id: 'n3', label: 'Twice', roleId: 'r2' }),
        aTask({ id: 'n4', label: 'Twice', roleId: 'r2' }),
      ],
      edges: [anEdge({ id: 'e1', from: 'n2', to: 'n3' })],
    });
    const old = aDocument({
      title: 'Plan',
      roles: [de, ds],
      nodes: [
        aTask({ id: 'collect', label: 'Collect', roleId: 'ds', x: 0, y: 0 }),
        aTask({ id: 'twice', label: 'Twice', roleId: 'ds' }),
      ],
    });
    expect(lines(old, anew)).toEqual([
      '→ ‘Collect’ moved from Data Scientist to Data Engineer',
      '+ Lane ‘Data Engineer’ added, Data Engineer',
      '+ Task ‘Twice’ added, Data Scientist',
      '+ Task ‘Twice’ added, Data Scientist',
      '− Task ‘Twice’ removed',
      '+ Hand-off Collect → Twice added',
    ]);
  });

  test('as Markdown for a review, in sections', () => {
    const after = edited(
      (document) => applyEdit(document, 'roles.set', { id: roleId('de'), patch: { name: 'A*B' } }),
      moved30,
    );
    expect(comparisonMarkdown(compareDocuments(plan, after), 'a → b', 'en', translator('en'))).toBe(
      '## a → b\n\n### Roles\n\n- Role ‘Data Engineer’ is now called ‘A\\*B’\n\nLayout (30)\n',
    );
  });

  test('any document is the same as itself, read from its file or not', () => {
    fc.assert(
      fc.property(documentArbitrary, (document) => {
        expect(isNothing(compareDocuments(document, document))).toBe(true);
        expect(isNothing(compareDocuments(document, copyOf(document)))).toBe(true);
      }),
    );
  });

  test.each(
    Object.keys(editArgsArbitraries).filter((name) => name !== 'edges.route') as (keyof typeof editArgsArbitraries)[],
  )('whatever %s changes is told, in both languages', (name) => {
    const changed = documentArbitrary.chain((document) =>
      fc.tuple(fc.constant(document), editArgsArbitraries[name](document)),
    );
    fc.assert(
      fc.property(changed, ([document, args]) => {
        const after = applyEdit(document, name, args as never);
        const comparison = compareDocuments(document, copyOf(after));
        if (serializeFile(withoutFound(after)) !== serializeFile(withoutFound(document)))
          expect(isNothing(comparison)).toBe(false);
        for (const language of languages) {
          // A slot that was left open; a brace alone may be somebody's name for something.
          for (const line of comparisonLines(comparison, language, translator(language)))
            expect(line).not.toMatch(/compare\.|undefined|\{\w+\}/);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('compared again after each edit, and after undo, says what a first comparison says', () => {
    const reread = (document: DiagramDocument): DiagramDocument => {
      const parsed = parseFile(serializeFile(document));
      if (!parsed.ok) throw new Error('a document that cannot be read');
      return parsed.value.document;
    };
    const before = reread(plan);
    const versions = [
      plan,
      applyEdit(plan, 'texts.set', { nodes: new Map([[nodeId('collect'), { label: 'Gather' }]]) }),
      applyEdit(plan, 'elements.remove', { nodes: [nodeId('train')], edges: [] }),
      applyEdit(plan, 'nodes.add', { nodes: [aTask({ id: 'n', label: 'Train', parentId: 'lane-ds' })] }),
    ];
    for (const version of [...versions, ...versions.toReversed()]) {
      expect(lines(before, version)).toEqual(lines(reread(before), reread(version)));
      // The other way round the very same records are compared with other ones.
      expect(lines(version, before)).toEqual(lines(reread(version), reread(before)));
    }
  });

  test('every kind of difference has its place', () => {
    for (const name of differenceNames)
      expect(comparers[name].section).toMatch(/^(document|roles|steps|edges|people)$/);
  });
});

/** The same, with no record or map in common. */
function copyOf(document: DiagramDocument): DiagramDocument {
  return withMaps(
    document,
    (records) => new Map([...records].map(([id, record]) => [id, structuredClone(record)] as const)),
  );
}

/** Without ways and places of labels that were found, and without pictures that nothing shows, which files leave out. */
function withoutFound(document: DiagramDocument): DiagramDocument {
  const edges = new Map(
    [...document.edges].map(([id, { route: _r, labelSpot: _s, bridges: _b, ...edge }]) => [id, edge] as const),
  );
  return { ...document, edges };
}

describe('a document as text', () => {
  test('says everything but where it lies, in all languages', () => {
    const text = documentText(plan, 'en', translator('en')).join('\n');
    expect(text).toContain('# Plan\n\n## Roles\n- 데이터 엔지니어 / Data Engineer');
    expect(text).toContain('- 데이터 검증 / Validate data (Task)\n  in: Data Engineer');
    expect(text).toContain('- Collect → Train: raw data');
    expect(text).toContain('## People and rules\n- Kim: 데이터 엔지니어 / Data Engineer');
  });

  test('stays the same, line for line, when things only move', () => {
    expect(documentText(edited(moved30), 'en', translator('en'))).toEqual(documentText(plan, 'en', translator('en')));
  });

  test('a changed step is a changed line', () => {
    const after = edited((document) =>
      applyEdit(document, 'raci.assign', { ids: [nodeId('train')], roleId: roleId('ds'), level: 'R' }),
    );
    const [before, now] = [documentText(plan, 'en', translator('en')), documentText(after, 'en', translator('en'))];
    expect(now.filter((line) => !before.includes(line))).toEqual(['  RACI: R 데이터 과학자 / Data Scientist']);
    expect((mustGet(after.nodes, nodeId('train')) as DiagramNode).raci.size).toBe(1);
  });
});
