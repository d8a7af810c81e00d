import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import {
  createHistory,
  emptySelection,
  type History,
  MAX_PAST_STEPS,
  record,
  redo,
  redoLabel,
  type Selection,
  undo,
  undoLabel,
} from '../../../shared/history/history';
import { emptyDocument } from '../../../shared/model/document';
import { mapChanges } from '../../../shared/util/patchedMap';
import { aDocument, aTask, nodeId } from '../../support/builders';

const selected = (...ids: string[]): Selection => ({ nodes: new Set(ids.map(nodeId)), edges: new Set() });
const document = aDocument({ nodes: [aTask({ id: 'a' }), aTask({ id: 'b', x: 300 })] });
const titled = (history: History, title: string) =>
  record(history, 'edit.document.setTitle', { ...history.present.document, title }, emptySelection);

describe('a history', () => {
  test('of a document just opened has nothing to undo or redo', () => {
    const history = createHistory(document);
    expect(history.present.document).toBe(document);
    expect(undo(history)).toBeNull();
    expect(redo(history)).toBeNull();
    expect([undoLabel(history), redoLabel(history)]).toEqual([null, null]);
  });

  test('records nothing when nothing changed', () => {
    const history = createHistory(document);
    expect(record(history, 'edit.nodes.move', document, selected('a'))).toBe(history);
  });

  test('names what undo and redo would do', () => {
    const moved = applyEdit(document, 'nodes.move', { ids: [nodeId('a')], by: { x: 8, y: 0 } });
    const history = record(createHistory(document), 'edit.nodes.move', moved, emptySelection);
    expect([undoLabel(history), redoLabel(history)]).toEqual(['edit.nodes.move', null]);
    const undone = undo(history)?.history ?? history;
    expect([undoLabel(undone), redoLabel(undone)]).toEqual([null, 'edit.nodes.move']);
  });

  test('brings back what was selected before a step, and with redo what it selected', () => {
    const added = applyEdit(document, 'nodes.add', { nodes: [aTask({ id: 'copy' })] });
    const history = record(createHistory(document), 'edit.nodes.add', added, selected('copy'), selected('a', 'b'));
    const undone = undo(history);
    expect(undone?.selection).toEqual(selected('a', 'b'));
    expect(redo(undone?.history ?? history)?.selection).toEqual(selected('copy'));
  });

  test('forgets what could be redone once something else is done', () => {
    const one = titled(createHistory(document), 'One');
    const undone = undo(one)?.history ?? one;
    const other = titled(undone, 'Other');
    expect(redo(other)).toBeNull();
    expect(undo(other)?.history.present.document).toBe(document);
  });

  test('undoes two hundred steps and keeps no more, so that a long day does not fill the memory', () => {
    let history = createHistory(emptyDocument);
    for (let i = 1; i <= MAX_PAST_STEPS + 50; i++) history = titled(history, `Title ${i}`);
    expect(history.past).toHaveLength(200);
    let count = 0;
    for (let back = undo(history); back !== null; back = undo(history)) {
      history = back.history;
      count += 1;
    }
    expect(count).toBe(200);
    expect(history.present.document.title).toBe('Title 50');
    expect(undoLabel(history)).toBeNull();
  });

  test('keeps documents that stand by themselves: a preview lies over another one, a step does not', () => {
    const moved = applyEdit(document, 'nodes.move', { ids: [nodeId('a')], by: { x: 8, y: 0 } });
    expect(mapChanges(moved.nodes)).not.toBeNull();
    const { present } = record(createHistory(document), 'edit.nodes.move', moved, emptySelection);
    expect(mapChanges(present.document.nodes)).toBeNull();
    expect([...present.document.nodes]).toEqual([...moved.nodes]);
    expect(present.document.nodes.get(nodeId('b'))).toBe(document.nodes.get(nodeId('b')));
    expect(present.document.edges).toBe(document.edges);
  });
});
