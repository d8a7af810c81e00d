import { expect, test } from 'vitest';
import { rowByTyping, treeStep } from '../../../renderer/panels/outline/outlineKeys';
import { textIn } from '../../../shared/model/localizedText';
import { outlineRows } from '../../../shared/model/outline';
import { aDocument, aLane, aTask, nodeId } from '../../support/builders';

const { nodes } = aDocument({
  nodes: [
    aLane({ id: 'design', label: '설계' }),
    aTask({ id: 'collect', label: '데이터 수집', parentId: 'design', x: 150 }),
    aTask({ id: 'clean', label: 'Clean', parentId: 'design', x: 350 }),
    aLane({ id: 'build', label: '개발', y: 96 }),
    aTask({ id: 'code', label: 'Code', parentId: 'build', x: 150 }),
  ],
});
const all = outlineRows(nodes, new Set());
const folded = outlineRows(nodes, new Set([nodeId('design')]));
const typing = (typed: string, from: number) => rowByTyping(typed, all, from, ({ node }) => textIn(node.label, 'ko'));

test('arrows walk through the rows, into containers and out of them', () => {
  expect(treeStep('ArrowDown', all, 0)).toEqual({ type: 'go', index: 1 });
  expect(treeStep('ArrowUp', all, 0)).toBeNull();
  expect(treeStep('End', all, 0)).toEqual({ type: 'go', index: 4 });
  expect(treeStep('Home', all, 4)).toEqual({ type: 'go', index: 0 });
  expect(treeStep('PageDown', all, 1)).toEqual({ type: 'go', index: 4 });
  expect(treeStep('ArrowLeft', all, 2)).toEqual({ type: 'go', index: 0 });
  expect(treeStep('ArrowLeft', all, 0)).toEqual({ type: 'close', id: 'design' });
  expect(treeStep('ArrowLeft', folded, 0)).toBeNull();
  expect(treeStep('ArrowRight', folded, 0)).toEqual({ type: 'open', id: 'design' });
  expect(treeStep('ArrowRight', all, 0)).toEqual({ type: 'go', index: 1 });
  expect(treeStep('ArrowRight', all, 1)).toBeNull();
});

test('typing goes to the next row that starts so, by first consonants too', () => {
  expect(typing('c', 0)).toBe(2);
  expect(typing('c', 2)).toBe(4);
  expect(typing('c', 4)).toBe(2);
  expect(typing('co', 2)).toBe(4);
  expect(typing('ㄷㅇ', 0)).toBe(1);
  expect(typing('집', 0)).toBeNull();
});
