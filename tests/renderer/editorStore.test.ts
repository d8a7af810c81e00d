import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createEditorStore, isDirty, shownDocument } from '../../renderer/state/editorStore';
import { undoLabel } from '../../shared/history/history';
import { aDocument, aTask, nodeId } from '../support/builders';

const a = nodeId('a');
const start = aDocument({ nodes: [aTask({ id: 'a', x: 0, y: 0 }), aTask({ id: 'b', x: 200, y: 0 })] });
const only = (...ids: readonly string[]) => ({ nodes: new Set(ids.map(nodeId)), edges: new Set<never>() });
const moveA = (x: number) => ({ ids: [a], by: { x, y: 0 } });

function anEditor() {
  const editor = createEditorStore(start, start);
  const xOf = () => shownDocument(editor.getState()).nodes.get(a)?.x;
  const steps = () => editor.getState().history.past.length;
  return { editor, xOf, steps };
}

describe('an edit', () => {
  test('is one step that undo takes back to the very same document', () => {
    const { editor, xOf, steps } = anEditor();
    editor.edit('nodes.move', moveA(40));
    expect([xOf(), steps(), undoLabel(editor.getState().history)]).toEqual([40, 1, 'edit.nodes.move']);
    editor.undo();
    expect(editor.getState().history.present.document).toBe(start);
    editor.redo();
    expect(xOf()).toBe(40);
  });

  test('that changes nothing is no step', () => {
    const { editor, steps } = anEditor();
    editor.edit('nodes.move', moveA(0));
    expect(steps()).toBe(0);
    expect(isDirty(editor.getState())).toBe(false);
  });

  test('several edits in one go are one step', () => {
    const { editor, xOf, steps } = anEditor();
    editor.transact('step.align', (edit) => {
      edit('nodes.move', moveA(10));
      edit('nodes.move', moveA(5));
    });
    expect([xOf(), steps()]).toEqual([15, 1]);
  });

  test('undo brings back what was selected before, redo what was selected then', () => {
    const { editor } = anEditor();
    editor.select(only('a'));
    editor.edit('elements.remove', { nodes: [a], edges: [] }, only());
    expect(editor.getState().selection.nodes.size).toBe(0);
    editor.undo();
    expect(editor.getState().selection).toEqual(only('a'));
    editor.redo();
    expect(editor.getState().selection.nodes.size).toBe(0);
  });

  test('nothing that is gone stays selected', () => {
    const { editor } = anEditor();
    editor.select(only('a', 'b'));
    editor.edit('elements.remove', { nodes: [a], edges: [] });
    expect(editor.getState().selection).toEqual(only('b'));
  });

  test('listeners learn of every step, also of undone ones', () => {
    const { editor } = anEditor();
    const seen: [number, number][] = [];
    const x = (document: typeof start) => document.nodes.get(a)?.x ?? Number.NaN;
    const stop = editor.onStep((before, after) => seen.push([x(before), x(after)]));
    editor.edit('nodes.move', moveA(8));
    editor.undo();
    stop();
    editor.redo();
    expect(seen).toEqual([
      [0, 8],
      [8, 0],
    ]);
  });
});

describe('a gesture', () => {
  test('shows every preview from where it began, and is one step', () => {
    const { editor, xOf, steps } = anEditor();
    const gesture = editor.beginGesture('edit.nodes.move');
    for (const x of [10, 20, 30]) gesture.preview('nodes.move', moveA(x));
    expect([xOf(), steps()]).toEqual([30, 0]);
    gesture.commit();
    expect([xOf(), steps(), editor.getState().preview]).toEqual([30, 1, null]);
    editor.undo();
    expect(editor.getState().history.present.document).toBe(start);
  });

  test('Escape leaves no trace', () => {
    const { editor, xOf, steps } = anEditor();
    const gesture = editor.beginGesture('edit.nodes.move');
    gesture.preview('nodes.move', moveA(10));
    editor.cancelGesture();
    expect([xOf(), steps(), editor.hasGesture()]).toEqual([0, 0, false]);
    // The pointer is still down: what it does now means nothing any more.
    gesture.preview('nodes.move', moveA(50));
    gesture.commit();
    expect([xOf(), steps()]).toEqual([0, 0]);
  });

  test('back where it began it is no step', () => {
    const { editor, steps } = anEditor();
    const gesture = editor.beginGesture('edit.nodes.move');
    gesture.preview('nodes.move', moveA(10));
    gesture.preview('nodes.move', moveA(0));
    gesture.commit();
    expect(steps()).toBe(0);
  });

  test('undo during a drag takes back the drag and no more', () => {
    const { editor, xOf, steps } = anEditor();
    editor.edit('nodes.move', moveA(8));
    editor.beginGesture('edit.nodes.move').preview('nodes.move', moveA(100));
    editor.undo();
    expect([xOf(), steps(), editor.hasGesture()]).toEqual([8, 1, false]);
  });

  test('a key that edits during a drag gives up the drag', () => {
    const { editor, xOf, steps } = anEditor();
    editor.beginGesture('edit.nodes.move').preview('nodes.move', moveA(100));
    editor.edit('nodes.move', moveA(8));
    expect([xOf(), steps()]).toEqual([8, 1]);
  });

  test('a second one at the same time is a bug that shows at once', () => {
    const { editor } = anEditor();
    editor.beginGesture('edit.nodes.move');
    expect(() => editor.beginGesture('edit.nodes.place')).toThrow(/gesture/);
  });
});

describe('unsaved', () => {
  test('undoing back to what is on disk is clean again, redoing is not', () => {
    const { editor } = anEditor();
    editor.edit('nodes.move', moveA(8));
    expect(isDirty(editor.getState())).toBe(true);
    editor.undo();
    expect(isDirty(editor.getState())).toBe(false);
    editor.redo();
    expect(isDirty(editor.getState())).toBe(true);
  });

  test('what was edited while a save was under way stays unsaved', () => {
    const { editor } = anEditor();
    editor.edit('nodes.move', moveA(8));
    const written = editor.getState().history.present.document;
    editor.edit('nodes.move', moveA(8));
    editor.markSaved(written);
    expect(isDirty(editor.getState())).toBe(true);
    editor.undo();
    expect(isDirty(editor.getState())).toBe(false);
  });
});

describe('steps of a held key', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const nudge = (editor: ReturnType<typeof anEditor>['editor'], key = 'nudge a') =>
    editor.transact('edit.nodes.move', (edit) => edit('nodes.move', moveA(8)), undefined, key);

  test('are one for undo', () => {
    const { editor, xOf, steps } = anEditor();
    editor.select(only('a'));
    for (let i = 0; i < 5; i++) {
      nudge(editor);
      vi.advanceTimersByTime(60);
    }
    expect([xOf(), steps()]).toEqual([40, 1]);
    editor.undo();
    expect(editor.getState().history.present.document).toBe(start);
    expect(editor.getState().selection).toEqual(only('a'));
  });

  test('are two after a pause, for other nodes, or with something else in between', () => {
    const { editor, xOf, steps } = anEditor();
    nudge(editor);
    vi.advanceTimersByTime(2000);
    nudge(editor);
    expect(steps()).toBe(2);
    nudge(editor, 'nudge b');
    expect(steps()).toBe(3);
    editor.edit('nodes.move', moveA(1));
    nudge(editor);
    expect([xOf(), steps()]).toEqual([33, 5]);
    editor.undo();
    nudge(editor);
    expect(steps()).toBe(5);
  });

  test('never bring back what was undone in between', () => {
    const { editor, xOf, steps } = anEditor();
    editor.edit('nodes.move', moveA(100));
    nudge(editor);
    editor.undo();
    editor.undo();
    nudge(editor);
    expect([xOf(), steps()]).toEqual([8, 1]);
  });
});
