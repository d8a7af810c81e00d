import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pasteFragment } from '../../../shared/clipboard/paste';
import { MAX_LINES, tasksFromText } from '../../../shared/clipboard/tasksFromText';
import { applyEdit } from '../../../shared/edits/index';
import { intersects } from '../../../shared/geometry/box';
import { emptyDocument } from '../../../shared/model/document';
import { checkInvariants } from '../../../shared/model/invariants';

const tasksIn = (text: string) => [...(tasksFromText(text)?.nodes.values() ?? [])];
const labelsIn = (text: string) => tasksIn(text).map(({ label }) => label);

describe('a list from a mail', () => {
  test('becomes a task a line, without its bullets and numbers', () => {
    const text = '- Collect data\r\n\r\n2) 데이터 정제\n  • Train\n[ ] Review\n10. Hand over\n3D model\n-5 degrees';
    expect(labelsIn(text)).toEqual([
      'Collect data',
      '데이터 정제',
      'Train',
      'Review',
      'Hand over',
      '3D model',
      '-5 degrees',
    ]);
  });

  test('of nothing but empty lines is no list', () => {
    expect(tasksFromText('')).toBeNull();
    expect(tasksFromText(' \n\t\r\n \u0000 ')).toBeNull();
  });

  test('of any length gives two hundred tasks at most, none over another', () => {
    const tasks = tasksIn(
      Array.from({ length: 1000 }, (_, i) => `Step ${i} with a name that needs several lines`).join('\n'),
    );
    expect(tasks).toHaveLength(MAX_LINES);
    for (const [index, task] of tasks.entries()) {
      for (const other of tasks.slice(index + 1)) expect(intersects(task, other)).toBe(false);
    }
  });

  test('with an endless line gives a task with a label that ends, not in half a character', () => {
    const [task] = tasksIn('😀'.repeat(10_000));
    const label = String(task?.label);
    expect(label.length).toBeLessThanOrEqual(1000);
    expect(label).toMatch(/^(?:😀)+$/u);
  });

  test('of any text can be pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const fragment = tasksFromText(text);
        if (fragment === null) return;
        const { args, selection } = pasteFragment(emptyDocument, fragment, { at: { x: 0, y: 0 } });
        const document = applyEdit(emptyDocument, 'nodes.add', args);
        expect(checkInvariants(document)).toEqual([]);
        expect(selection.nodes.size).toBe(document.nodes.size);
      }),
    );
  });
});
