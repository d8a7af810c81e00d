import { afterEach, describe, expect, test } from 'vitest';
import { createEdgeRouting } from '../../renderer/state/edgeRouting';
import { createEditorStore, isDirty } from '../../renderer/state/editorStore';
import { undoLabel } from '../../shared/history/history';
import { aDocument, anEdge, aTask, edgeId, nodeId } from '../support/builders';

const c = nodeId('c');
const edge = edgeId('edge');
const onto = { ids: [c], by: { x: 0, y: -200 } };
const start = aDocument({
  nodes: [
    aTask({ id: 'a', x: 0, y: 0 }),
    aTask({ id: 'b', x: 400, y: 0 }),
    aTask({ id: 'c', x: 200, y: 200 }),
    aTask({ id: 'd', x: 800, y: 800 }),
  ],
  edges: [anEdge()],
});

let end: () => void = () => {};
afterEach(() => {
  end();
});

/** An editor whose edges find their way, in this thread. */
function anEditor() {
  const editor = createEditorStore(start, start);
  const routing = createEdgeRouting(editor);
  end = routing.end;
  const present = () => editor.getState().history.present.document;
  const route = () => present().edges.get(edge)?.route;
  const settled = () => routing.completed(present());
  return { editor, routing, settled, present, route };
}

describe('a way that an edit made necessary', () => {
  test('comes as a part of its step: undo takes both back, to the very same document, redo brings both', async () => {
    const { editor, settled, present, route } = anEditor();
    editor.edit('nodes.move', onto);
    expect(route()).toBeUndefined();
    await settled();
    expect(route()?.length).toBeGreaterThan(2);
    expect(editor.getState().history.past).toHaveLength(1);
    expect(undoLabel(editor.getState().history)).toBe('edit.nodes.move');
    const routed = present();
    editor.undo();
    expect(present()).toBe(start);
    expect(isDirty(editor.getState())).toBe(false);
    editor.redo();
    expect(present()).toBe(routed);
    await settled();
    expect(present()).toBe(routed);
  });

  test('is dropped when the step was undone meanwhile, and looked for again after redo', async () => {
    const { editor, settled, present, route } = anEditor();
    editor.edit('nodes.move', onto);
    editor.undo();
    await settled();
    expect(present()).toBe(start);
    expect(editor.getState().history.future).toHaveLength(1);
    editor.redo();
    await settled();
    expect(route()).toBeDefined();
  });

  test('is found after the next edit when that came first', async () => {
    const { editor, settled, route } = anEditor();
    editor.edit('nodes.move', onto);
    editor.edit('nodes.move', { ids: [nodeId('d')], by: { x: 8, y: 0 } });
    await settled();
    expect(route()).toBeDefined();
    expect(editor.getState().history.past).toHaveLength(2);
  });

  test('waits for the end of a gesture that began meanwhile', async () => {
    const { editor, settled, present, route } = anEditor();
    editor.edit('nodes.move', onto);
    const moved = present();
    const gesture = editor.beginGesture('canvas.step.bend');
    await settled();
    expect(present()).toBe(moved);
    gesture.cancel();
    await settled();
    expect(route()).toBeDefined();
  });

  test('does not make a document unsaved that is on disk', async () => {
    const { editor, settled, present, route } = anEditor();
    editor.edit('nodes.move', onto);
    editor.markSaved(present());
    await settled();
    expect([isDirty(editor.getState()), route()]).toEqual([false, undefined]);
    // The next change sees to it.
    editor.edit('nodes.move', { ids: [nodeId('d')], by: { x: 8, y: 0 } });
    await settled();
    expect(route()).toBeDefined();
  });

  test('leaves a held key one step', async () => {
    const { editor, settled, route } = anEditor();
    for (const y of [-100, -60, -40]) {
      editor.transact(
        'edit.nodes.move',
        (edit) => edit('nodes.move', { ids: [c], by: { x: 0, y } }),
        undefined,
        'nudge',
      );
      await settled();
    }
    expect(route()).toBeDefined();
    expect(editor.getState().history.past).toHaveLength(1);
    editor.undo();
    expect(editor.getState().history.present.document).toBe(start);
  });

  test('is told to those who follow steps, so that it reaches the journal', async () => {
    const { editor, settled, present } = anEditor();
    const seen: unknown[] = [];
    editor.onStep((_, after) => seen.push(after));
    editor.edit('nodes.move', onto);
    await settled();
    expect(seen).toHaveLength(2);
    expect(seen[1]).toBe(present());
  });
});

test('a document that is saved while a way is looked for is saved with it', async () => {
  const { editor, routing, present } = anEditor();
  editor.edit('nodes.move', onto);
  const asked = present();
  const completed = await routing.completed(asked);
  expect(completed).not.toBe(asked);
  expect(completed).toBe(present());
  // One that was left meanwhile is saved as it was.
  editor.edit('nodes.move', { ids: [c], by: { x: 0, y: 4 } });
  const left = present();
  const waiting = routing.completed(left);
  editor.edit('nodes.move', { ids: [c], by: { x: 0, y: 4 } });
  expect(await waiting).toBe(left);
});

test('an edit that concerns no edge is not amended', async () => {
  const { editor, settled, present } = anEditor();
  editor.edit('nodes.move', { ids: [nodeId('d')], by: { x: 8, y: 0 } });
  const moved = present();
  await settled();
  expect(present()).toBe(moved);
});

test('ways are looked for again on demand, as a step of its own', async () => {
  const { editor, routing, settled, route } = anEditor();
  editor.edit('nodes.move', onto);
  await settled();
  // By hand to the long way round.
  const far = [
    { x: 128, y: 28 },
    { x: 164, y: 28 },
    { x: 164, y: 400 },
    { x: 364, y: 400 },
    { x: 364, y: 28 },
    { x: 398, y: 28 },
  ];
  editor.edit('edges.route', { routes: new Map([[edge, far]]) });
  await settled();
  expect(route()).toEqual(far);
  await routing.routeAgain([edge]);
  expect(route()).not.toEqual(far);
  expect(undoLabel(editor.getState().history)).toBe('step.routeAgain');
  editor.undo();
  expect(route()).toEqual(far);
});

test('released bends give the line its shortest way back', async () => {
  const { editor, settled, present, route } = anEditor();
  editor.edit('edges.set', { ids: [edge], patch: { waypoints: [{ x: 264, y: 228 }] } });
  await settled();
  const around = route();
  // The bend lies on a node, so that nothing can be found that is better than to pass through it.
  expect(around).toBeUndefined();
  editor.edit('edges.set', { ids: [edge], patch: { waypoints: [{ x: 264, y: 120 }] } });
  await settled();
  editor.edit('nodes.move', { ids: [c], by: { x: -60, y: -140 } });
  await settled();
  expect(present().edges.get(edge)?.waypoints).toEqual([{ x: 264, y: 120 }]);
  expect(route()).toBeDefined();
  editor.edit('edges.set', { ids: [edge], patch: { waypoints: [] } });
  await settled();
  expect(present().edges.get(edge)?.waypoints).toEqual([]);
});
