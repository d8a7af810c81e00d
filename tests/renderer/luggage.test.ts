import { afterEach, describe, expect, test, vi } from 'vitest';
import { isDirty } from '../../renderer/state/editorStore';
import { packLuggage, unpackLuggage } from '../../renderer/state/luggage';
import type { FileStamp } from '../../shared/ipc/contract';
import { aDocument, anEdge, aTask, nodeId } from '../support/builders';
import { openWindow, type TestWindow } from '../support/testWindow';

const plan = aDocument({
  title: 'Plan',
  nodes: [aTask({ id: 'a' }), aTask({ id: 'b', x: 240 })],
  edges: [anEdge({ id: 'e', from: 'a', to: 'b' })],
});
const only = (id: string) => ({ nodes: new Set([nodeId(id)]), edges: new Set<never>() });

/** A window with a file in which two steps were made and one of them was undone, with "b" selected. */
async function edited(): Promise<TestWindow> {
  const window = openWindow({ movesTabs: true });
  await window.services.session.open(window.write(plan));
  const { editor, view } = window.active();
  editor.edit('nodes.move', { ids: [nodeId('a')], by: { x: 8, y: 0 } });
  editor.edit('nodes.move', { ids: [nodeId('a')], by: { x: 0, y: 8 } });
  editor.undo();
  editor.select(only('b'));
  view.setState({ viewport: { x: 30, y: -70, zoom: 0.5 }, page: 'raci', edgeKind: 'data' });
  view.shownBefore.add('free');
  return window;
}

afterEach(() => void vi.restoreAllMocks());

describe('a document that goes to another window', () => {
  test('takes along what can be undone, what is on disk, its selection and where it was looked at', async () => {
    const from = await edited();
    const { session } = from.services;
    const before = from.active();
    const luggage = await session.letGo(before.key);
    expect(session.store.getState().documents).toEqual([]);
    const [kept] = [...from.bridge.journals.values()];
    if (kept === undefined || luggage === null) throw new Error('nothing was kept');

    const to = openWindow({ movesTabs: true });
    const handle = to.write(plan);
    expect(await to.services.session.recover([{ ...kept, handle, luggage }])).toBe(1);
    const { editor, view, source } = to.active();
    expect(to.notices()).toEqual([]);
    expect(isDirty(source.getState())).toBe(true);
    expect(editor.getState().selection).toEqual(only('b'));
    expect(view.getState()).toMatchObject({ viewport: { x: 30, y: -70, zoom: 0.5 }, page: 'raci', edgeKind: 'data' });
    expect([...view.shownBefore]).toEqual(['free']);
    editor.redo();
    expect(to.shown().nodes.get(nodeId('a'))).toMatchObject({ x: 8, y: 8 });
    editor.undo();
    editor.undo();
    expect(to.shown()).toEqual(plan);
    // Back at what is on disk.
    expect(isDirty(source.getState())).toBe(false);
  });

  test('waits for a save under way, and none begins any more', async () => {
    const { services, bridge, active } = await edited();
    const { session } = services;
    const { key } = active();
    const done: string[] = [];
    const write = bridge.request['file.save'];
    let finish: () => void = () => undefined;
    const held = new Promise<void>((go) => {
      finish = go;
    });
    Object.assign(bridge.request, {
      'file.save': async (...args: Parameters<typeof write>) => {
        await held;
        done.push('saved');
        return write(...args);
      },
      'file.close': async () => void done.push('closed'),
    });
    const saved = session.save(key);
    const luggage = session.letGo(key);
    const late = session.save(key);
    await new Promise((soon) => setTimeout(soon, 20));
    expect(done).toEqual([]);
    finish();
    expect(await saved).toBe(true);
    expect(await luggage).not.toBeNull();
    expect(await late).toBe(false);
    expect(done).toEqual(['saved', 'closed']);
  });

  test('stays without a mark of unsaved changes when nobody has touched it', async () => {
    const from = openWindow({ movesTabs: true });
    from.services.session.add(plan);
    const luggage = await from.services.session.letGo(from.active().key);
    const [kept] = [...from.bridge.journals.values()];
    if (kept === undefined) throw new Error('a document without a file is nowhere but in the journal');
    const to = openWindow({ movesTabs: true });
    await to.services.session.recover([{ ...kept, luggage }]);
    expect(to.shown()).toEqual(plan);
    expect(isDirty(to.active().source.getState())).toBe(false);
  });

  test('stays as it was when the journal could not be written', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { services, bridge, active } = openWindow({ movesTabs: true });
    services.session.add(plan);
    Object.assign(bridge.request, { 'recovery.snapshot': () => Promise.reject(new Error('no room')) });
    expect(await services.session.letGo(active().key)).toBeNull();
    expect(services.session.store.getState().documents).toHaveLength(1);
    expect(isDirty(active().source.getState())).toBe(false);
  });

  test('stays when it is edited before all of it is in the journal', async () => {
    const { services, bridge, active, shown } = openWindow({ movesTabs: true });
    services.session.add(plan);
    const snapshot = bridge.request['recovery.snapshot'];
    Object.assign(bridge.request, {
      'recovery.snapshot': async (...args: Parameters<typeof snapshot>) => {
        active().editor.edit('nodes.move', { ids: [nodeId('a')], by: { x: 8, y: 0 } });
        await snapshot(...args);
      },
    });
    expect(await services.session.letGo(active().key)).toBeNull();
    expect(shown().nodes.get(nodeId('a'))?.x).toBe(8);
    expect(isDirty(active().source.getState())).toBe(true);
  });

  test('comes without its steps where the file was changed or has gone, or what it brings cannot be read', async () => {
    const from = await edited();
    const luggage = packLuggage(from.active());
    const stamp = from.active().file?.stamp ?? null;
    expect(unpackLuggage(luggage, plan, stamp)).not.toBeNull();
    expect(unpackLuggage(luggage, plan, 'another' as FileStamp)).toBeNull();
    expect(unpackLuggage(luggage, plan, null)).toBeNull();
    for (const text of [
      '',
      '{',
      '[]',
      '{}',
      '{"stamp": null, "selection": {"nodes": [], "edges": []}, "history": 3}',
    ]) {
      expect(unpackLuggage(text, plan, null)).toBeNull();
    }
    const to = openWindow();
    await to.services.session.open(to.write(plan), 'not luggage');
    expect(to.shown()).toEqual(plan);
    expect(to.active().editor.getState().history.past).toEqual([]);
  });

  test('begins with a view of its own where that cannot be read', async () => {
    const open = (await edited()).active();
    const luggage = JSON.parse(packLuggage(open));
    const views = [
      null,
      { ...luggage.view, page: 'toString' },
      { ...luggage.view, arrangement: 'circle' },
      { ...luggage.view, viewport: { x: 0, y: 0, zoom: 0 } },
      { ...luggage.view, viewport: { x: null, y: 0, zoom: 1 } },
      { ...luggage.view, viewports: [['free', 3]] },
    ];
    for (const view of views) {
      const read = unpackLuggage(JSON.stringify({ ...luggage, view }), plan, open.file?.stamp ?? null);
      expect(read?.history.history.future).toHaveLength(1);
      expect(read?.view).toBeNull();
    }
  });
});
