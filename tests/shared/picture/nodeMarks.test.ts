import { expect, test } from 'vitest';
import type { DiagramDocument } from '../../../shared/model/document';
import { nodeMarks } from '../../../shared/picture/nodeMarks';
import type { Mark, Marks } from '../../../shared/scene/mark';
import { mustGet } from '../../../shared/util/invariant';
import { aDocument, aLane, aNode, aRole, aTask, nodeId, roleId } from '../../support/builders';
import { marksBox } from '../../support/marksBox';
import { sampler } from './sampler';

const texts = (marks: Marks) => marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : []));
const marksOf = (document: DiagramDocument, id: string, language: 'ko' | 'en' = 'ko') =>
  nodeMarks(document, mustGet(document.nodes, nodeId(id)), language);
const fillOf = (mark: Mark | undefined) => (mark !== undefined && 'fill' in mark ? mark.fill : undefined);

const roles = [
  aRole({ id: 'lead', color: '#5f66ed', order: 1, name: { ko: '책임자', en: 'Lead' } }),
  aRole({ id: 'doer', color: '#0c8a5e', order: 0 }),
  aRole({ id: 'third', order: 2 }),
  aRole({ id: 'fourth', order: 3 }),
  aRole({ id: 'fifth', order: 4 }),
];

test('a task is drawn in its own role’s colour, else in that of the lane around it', () => {
  const document = aDocument({
    roles,
    nodes: [
      aLane({ id: 'lane', roleId: 'lead' }),
      aTask({ id: 'inherits', parentId: 'lane' }),
      aTask({ id: 'own', parentId: 'lane', roleId: 'doer' }),
      aTask({ id: 'free' }),
    ],
  });
  expect(fillOf(marksOf(document, 'inherits')[0])).toEqual({ role: '#5f66ed', tone: 'fill' });
  expect(fillOf(marksOf(document, 'own')[0])).toEqual({ role: '#0c8a5e', tone: 'fill' });
  expect(fillOf(marksOf(document, 'free')[0])).toBe('surface');
});

test('a lane without a label is headed by its role’s name and icon', () => {
  const document = aDocument({
    roles,
    nodes: [aLane({ id: 'named', roleId: 'lead' }), aLane({ id: 'own', roleId: 'lead', label: '운영' })],
  });
  expect(texts(marksOf(document, 'named'))).toEqual(['책임자']);
  expect(texts(marksOf(document, 'named', 'en'))).toEqual(['Lead']);
  expect(texts(marksOf(document, 'own'))).toEqual(['운영']);
  expect(marksOf(document, 'own').some((mark) => mark.type === 'icon')).toBe(true);
});

test('responsibilities stand in the order R, A, C, I, then of the roles', () => {
  const document = aDocument({
    roles,
    nodes: [aTask({ id: 'task', raci: { third: 'I', lead: 'R', fourth: 'C', doer: 'R' } })],
  });
  expect(texts(marksOf(document, 'task'))).toEqual(['R', 'R', 'C', 'I']);
});

test('responsibilities there is no room for are counted', () => {
  const raci = { lead: 'A', doer: 'R', third: 'I', fourth: 'I', fifth: 'I' } as const;
  const document = aDocument({
    roles,
    nodes: [aTask({ id: 'wide', raci }), aTask({ id: 'narrow', width: 56, raci })],
  });
  expect(texts(marksOf(document, 'wide'))).toEqual(['R', 'A', 'I', '+2']);
  expect(texts(marksOf(document, 'narrow'))).toEqual(['R', '+4']);
});

test('who does it and answers for it has both letters in one wider badge, within the node', () => {
  const raci = { lead: 'AR', doer: 'R', third: 'C', fourth: 'I' } as const;
  const document = aDocument({
    roles,
    nodes: [aTask({ id: 'wide', raci }), aTask({ id: 'narrow', width: 72, raci })],
  });
  expect(texts(marksOf(document, 'wide'))).toEqual(['R', 'A/R', 'C', 'I']);
  expect(texts(marksOf(document, 'narrow'))).toEqual(['R', 'A/R', '+2']);
  const box = marksBox(marksOf(document, 'narrow').filter((mark) => mark.type === 'text'));
  expect(box?.x).toBeGreaterThanOrEqual(8);
});

test('a responsibility of a role that is gone is not drawn', () => {
  const document = aDocument({ roles, nodes: [aTask({ id: 'task', raci: { nobody: 'R', lead: 'A' } })] });
  expect(texts(marksOf(document, 'task'))).toEqual(['A']);
});

test('a picture is made again only when something it shows has changed', () => {
  const task = aTask({ id: 'task', label: '작업', roleId: 'lead' });
  const before = aDocument({ roles, nodes: [task, aTask({ id: 'other' })] });
  const moved = { ...before, nodes: new Map(before.nodes).set(nodeId('other'), aTask({ id: 'other', x: 80 })) };
  const marks = marksOf(before, 'task');
  expect(marksOf(moved, 'task')).toBe(marks);
  const recoloured = {
    ...before,
    roles: new Map(before.roles).set(roleId('lead'), aRole({ id: 'lead', color: '#a51105' })),
  };
  expect(fillOf(marksOf(recoloured, 'task')[0])).toEqual({ role: '#a51105', tone: 'fill' });
  expect(texts(marksOf(before, 'task', 'en'))).toEqual(['작업']);
});

test.each([...sampler.nodes.values()].map((node) => [node.id, node] as const))(
  '%s says nothing outside its box',
  (_, node) => {
    for (const language of ['ko', 'en'] as const) {
      const raciPx = node.raci.size > 0 ? 8 : 0;
      for (const mark of nodeMarks(sampler, node, language)) {
        if (mark.type !== 'text') continue;
        const box = marksBox([mark]);
        if (box === null) throw new Error('a text has a box');
        expect(box.x).toBeGreaterThanOrEqual(-0.5);
        expect(box.x + box.width).toBeLessThanOrEqual(node.width + 0.5);
        expect(box.y).toBeGreaterThanOrEqual(-0.5);
        expect(box.y + box.height).toBeLessThanOrEqual(node.height + raciPx + 0.5);
      }
    }
  },
);

test('a label that does not fit is cut with an ellipsis and never flows out', () => {
  const label = 'Supercalifragilistic words that go on and on and never seem to end';
  const document = aDocument({ nodes: [aTask({ id: 'task', width: 64, height: 32, label })] });
  const lines = texts(marksOf(document, 'task'));
  expect(lines).toHaveLength(1);
  expect(lines[0]?.endsWith('…')).toBe(true);
});

test('start and end are told apart without their label', () => {
  const document = aDocument({
    nodes: [aNode('terminal', { id: 'start' }), aNode('terminal', { id: 'end', props: { event: 'end' } })],
  });
  expect(marksOf(document, 'start')).not.toEqual(marksOf(document, 'end'));
});
