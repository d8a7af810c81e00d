import { expect, test } from 'vitest';
import { encloses } from '../../../shared/geometry/box';
import { pictureOf } from '../../../shared/picture/picture';
import type { Marks } from '../../../shared/scene/mark';
import { aDocument, aLane, aNode, anEdge, aTask, edgeId, nodeId } from '../../support/builders';
import { marksBox } from '../../support/marksBox';
import { sampler } from './sampler';

const texts = (marks: Marks) => marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : []));
const shown = (document: Parameters<typeof pictureOf>[0], only?: Parameters<typeof pictureOf>[1]['only']) =>
  pictureOf(document, only === undefined ? { language: 'ko' } : { language: 'ko', only }).scenes.flatMap(({ marks }) =>
    texts(marks),
  );

test('containers lie below edges, edges below nodes, whatever their order', () => {
  const document = aDocument({
    nodes: [
      aTask({ id: 'a', label: 'task a', z: 5 }),
      aTask({ id: 'b', label: 'task b', x: 400, z: 1 }),
      aNode('group', { id: 'group', parentId: 'lane', label: 'group', z: 0 }),
      aLane({ id: 'lane', label: 'lane', z: 9 }),
    ],
    edges: [anEdge({ label: 'edge' })],
  });
  expect(shown(document)).toEqual(['lane', 'group', 'edge', 'task b', 'task a']);
});

test('edges with words lie above those without, whichever came first, and both by id', () => {
  const nodes = [aTask({ id: 'a' }), aTask({ id: 'b', x: 400 })];
  const edges = [
    anEdge({ id: 'r' }),
    anEdge({ id: 'q', label: 'q' }),
    anEdge({ id: 'p', label: 'p' }),
    anEdge({ id: 's' }),
  ];
  const lines = pictureOf(aDocument({ nodes, edges }), { language: 'ko' }).scenes.slice(0, 4);
  expect(lines.map(({ marks }) => texts(marks).join())).toEqual(['', '', 'p', 'q']);
});

test('what is not chosen is left out, and edges need both ends or be chosen', () => {
  const document = aDocument({
    nodes: [
      aLane({ id: 'lane', label: 'lane' }),
      aTask({ id: 'a', parentId: 'lane', label: 'a' }),
      aTask({ id: 'b', parentId: 'lane', label: 'b', x: 300 }),
      aTask({ id: 'c', label: 'c', x: 900 }),
    ],
    edges: [anEdge({ id: 'ab', label: 'ab' }), anEdge({ id: 'bc', from: 'b', to: 'c', label: 'bc' })],
  });
  const only = (nodes: readonly string[], edges: readonly string[] = []) =>
    shown(document, { nodes: new Set(nodes.map(nodeId)), edges: new Set(edges.map(edgeId)) });
  expect(only(['lane'])).toEqual(['lane', 'ab', 'a', 'b']);
  expect(only(['b', 'c'])).toEqual(['bc', 'b', 'c']);
  expect(only(['c'], ['ab'])).toEqual(['ab', 'c']);
  expect(only([])).toEqual([]);
});

test('an empty document is a picture of nothing', () => {
  expect(pictureOf(aDocument(), { language: 'ko' })).toEqual({ scenes: [], box: { x: 0, y: 0, width: 0, height: 0 } });
});

test.each(['ko', 'en'] as const)('everything drawn in %s lies in the box', (language) => {
  const { scenes, box } = pictureOf(sampler, { language });
  for (const { at, marks } of scenes) {
    const drawn = marksBox(marks.filter((mark) => mark.type !== 'path' || !mark.d.includes('C')));
    if (drawn === null) continue;
    expect(encloses(box, { ...drawn, x: drawn.x + at.x, y: drawn.y + at.y })).toBe(true);
  }
});
