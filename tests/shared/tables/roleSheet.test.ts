import { expect, test } from 'vitest';
import { translator } from '../../../shared/i18n/translator';
import { noTerms } from '../../../shared/model/document';
import { roleSheet, roleSheetMarkdown } from '../../../shared/tables/roleSheet';
import { aDocument, aLane, aNode, anEdge, aPerson, aRole, aTask, roleId } from '../../support/builders';

const plan = aDocument({
  roles: [
    aRole({
      id: 'de',
      name: { en: 'Data Engineer', ko: '데이터 엔지니어' },
      description: 'Keeps data *flowing*.',
      team: 'Platform',
      headcount: 2,
      tools: ['Kafka', 'dbt'],
      backupId: roleId('ds'),
    }),
    aRole({ id: 'ds', name: { en: 'Data Scientist', ko: '데이터 과학자' }, order: 1, status: 'open' }),
  ],
  nodes: [
    aNode('stage', { id: 'collect', label: 'Collect', x: 140, y: 0, width: 200, height: 400 }),
    aNode('stage', { id: 'build', label: 'Build', x: 340, y: 0, width: 200, height: 400 }),
    aLane({ id: 'lane', roleId: 'de', x: 0, y: 50, width: 600, height: 120 }),
    aTask({ id: 'gather', label: 'Gather', parentId: 'lane', x: 160, y: 20, width: 100, raci: { de: 'AR', ds: 'C' } }),
    aTask({ id: 'clean', label: 'Clean', parentId: 'lane', x: 360, y: 20, width: 100, raci: { de: 'R' } }),
    aTask({ id: 'train', label: 'Train', roleId: 'ds', x: 380, y: 220, width: 100, raci: { ds: 'AR', de: 'I' } }),
  ],
  edges: [
    anEdge({ id: 'a', from: 'gather', to: 'clean' }),
    anEdge({
      id: 'b',
      from: 'clean',
      to: 'train',
      label: 'Clean data',
      terms: { ...noTerms, format: 'Parquet', withinMinutes: 480 },
    }),
    anEdge({ id: 'c', from: 'train', to: 'gather', label: 'Wishes' }),
  ],
  people: [aPerson({ id: 'kim', name: 'Kim', roleIds: [roleId('de')] })],
});

test('a role’s sheet says what the diagram says of it: mission, steps by stage, RACI, receives and gives', () => {
  const sheet = roleSheet(plan, roleId('de'), 'en', translator('en'));
  expect(sheet).toMatchObject({
    name: 'Data Engineer',
    mission: 'Keeps data flowing.',
    facts: [
      { name: 'Team', value: 'Platform' },
      { name: 'People', value: 'Kim' },
      { name: 'People needed', value: '2' },
      { name: 'Who steps in', value: 'Data Scientist' },
      { name: 'Tools', value: 'Kafka, dbt' },
    ],
    groups: [
      { place: 'Collect', steps: ['Gather'] },
      { place: 'Build', steps: ['Clean'] },
    ],
    parts: [
      { letter: 'R', steps: ['Gather', 'Clean'] },
      { letter: 'A', steps: ['Gather'] },
      { letter: 'I', steps: ['Train'] },
    ],
    receives: [{ role: 'Data Scientist', fromStep: 'Train', toStep: 'Gather', what: 'Wishes', format: '' }],
    gives: [
      {
        role: 'Data Scientist',
        fromStep: 'Clean',
        toStep: 'Train',
        what: 'Clean data',
        format: 'Parquet',
        within: '1 d',
      },
    ],
  });
});

test('as Markdown, in Korean', () => {
  const t = translator('ko');
  const sheet = roleSheet(plan, roleId('ds'), 'ko', t);
  const lines = sheet === undefined ? [] : roleSheetMarkdown(sheet, t).split('\n');
  expect(lines.slice(0, 12)).toEqual([
    '# 데이터 과학자',
    '',
    '- **필요 인원**: 1',
    `- **${t('role.status')}**: ${t('role.status.open')}`,
    '',
    '## 하는 일',
    '',
    '### Build',
    '',
    '- Train',
    '',
    '## RACI',
  ]);
  expect(lines.at(-2)).toBe('| 데이터 엔지니어 | Train | Gather | Wishes |  |  |  |');
});

test('a role that is not there has none', () => {
  expect(roleSheet(plan, roleId('gone'), 'en', translator('en'))).toBeUndefined();
});
