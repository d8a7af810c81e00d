import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openFirst } from '../../renderer/startApp';
import { isDirty } from '../../renderer/state/editorStore';
import { serializeFile } from '../../shared/file/serialize';
import type { RecoverableDocument } from '../../shared/ipc/contract';
import { aDocument, aTask, nodeId } from '../support/builders';
import { openWindow, openWith, type TestWindow } from '../support/testWindow';

const plan = aDocument({ title: 'Plan', nodes: [aTask({ id: 'a' })] });
const AFTER_A_SECOND = 1000;

function move(view: TestWindow, x = 8): void {
  view.active().editor.edit('nodes.move', { ids: [nodeId('a')], by: { x, y: 0 } });
}

/** What a new window gets to see after this one was killed now. */
function afterKill(view: TestWindow): readonly RecoverableDocument[] {
  return [...view.bridge.journals.values()];
}

async function restart(recoverable: readonly RecoverableDocument[]): Promise<TestWindow> {
  const view = openWindow({ recoverable });
  await openFirst(view.services, view.bridge.start);
  return view;
}

describe('the recovery journal', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  test('a crash a second after a change loses nothing', async () => {
    const view = openWith(plan);
    for (let i = 0; i < 5; i++) {
      move(view);
      await vi.advanceTimersByTimeAsync(AFTER_A_SECOND);
    }
    const [found] = afterKill(view);
    expect(found?.steps).toHaveLength(4);
    const again = await restart(afterKill(view));
    expect(serializeFile(again.shown())).toBe(serializeFile(view.shown()));
    expect(isDirty(again.active().editor.getState())).toBe(true);
    expect(again.notices()).toEqual(['Unsaved work was recovered: Plan. Save what you want to keep.']);
  });

  test('a long session is compacted, so that the next start is quick', async () => {
    const view = openWith(plan);
    for (let i = 0; i < 450; i++) {
      move(view);
      await vi.advanceTimersByTimeAsync(AFTER_A_SECOND);
    }
    const [found] = afterKill(view);
    expect(found?.steps.length).toBeLessThan(200);
    expect(serializeFile((await restart(afterKill(view))).shown())).toBe(serializeFile(view.shown()));
  });

  test('a document nobody edited leaves none, and undoing everything takes it away again', async () => {
    const view = openWith(plan);
    await vi.advanceTimersByTimeAsync(AFTER_A_SECOND);
    expect(afterKill(view)).toEqual([]);
    move(view);
    await vi.advanceTimersByTimeAsync(AFTER_A_SECOND);
    expect(afterKill(view)).toHaveLength(1);
    view.active().editor.undo();
    await vi.advanceTimersByTimeAsync(AFTER_A_SECOND);
    expect(afterKill(view)).toEqual([]);
  });

  test('a save ends it, and the next change begins anew from the saved file', async () => {
    const view = openWindow();
    await view.services.session.open(view.write(plan));
    move(view);
    await vi.advanceTimersByTimeAsync(AFTER_A_SECOND);
    await view.services.session.save(view.active().key);
    await vi.advanceTimersByTimeAsync(AFTER_A_SECOND);
    expect(afterKill(view)).toEqual([]);
    move(view);
    await vi.advanceTimersByTimeAsync(AFTER_A_SECOND);
    const [found] = afterKill(view);
    expect(found).toMatchObject({ name: 'plan.roleweave', handle: view.active().file?.handle, steps: [] });
    expect(found?.stamp).toBe(view.active().file?.stamp);
  });

  test('what was edited during a save is measured from the saved file', async () => {
    const view = openWindow();
    await view.services.session.open(view.write(plan));
    move(view);
    await vi.advanceTimersByTimeAsync(AFTER_A_SECOND);
    const saving = view.services.session.save(view.active().key);
    move(view);
    await saving;
    await vi.advanceTimersByTimeAsync(AFTER_A_SECOND);
    const [found] = afterKill(view);
    expect(found?.stamp).toBe(view.active().file?.stamp);
    expect(serializeFile((await restart(afterKill(view))).shown())).toBe(serializeFile(view.shown()));
  });

  test('closing without saving ends it, also when the last change was a moment ago', async () => {
    const view = openWith(plan);
    move(view);
    await vi.advanceTimersByTimeAsync(AFTER_A_SECOND);
    move(view);
    view.answer('Don’t save');
    await view.services.session.closeAll();
    await vi.advanceTimersByTimeAsync(AFTER_A_SECOND);
    expect(afterKill(view)).toEqual([]);
  });

  test('recovered work survives a second crash before it is touched', async () => {
    const view = openWith(plan);
    move(view);
    await vi.advanceTimersByTimeAsync(AFTER_A_SECOND);
    const second = await restart(afterKill(view));
    await vi.advanceTimersByTimeAsync(AFTER_A_SECOND);
    const third = await restart(afterKill(second));
    expect(serializeFile(third.shown())).toBe(serializeFile(view.shown()));
  });

  test('recovered work is gone from the journal once it is saved or given up', async () => {
    const view = openWith(plan);
    move(view);
    await vi.advanceTimersByTimeAsync(AFTER_A_SECOND);
    const again = await restart(afterKill(view));
    await vi.advanceTimersByTimeAsync(AFTER_A_SECOND);
    expect(afterKill(again)).toHaveLength(1);
    again.nameNext('saved.roleweave');
    await again.services.session.save(again.active().key);
    await vi.advanceTimersByTimeAsync(AFTER_A_SECOND);
    expect(afterKill(again)).toEqual([]);
  });

  test('saving recovered work over a file that changed meanwhile asks', async () => {
    const view = openWindow();
    await view.services.session.open(view.write(plan));
    move(view);
    await vi.advanceTimersByTimeAsync(AFTER_A_SECOND);

    const again = openWindow({ recoverable: afterKill(view) });
    const theirs = serializeFile(aDocument({ title: 'Theirs' }));
    const handle = again.bridge.addFile({ name: 'plan.roleweave', text: theirs });
    expect(handle).toBe(view.active().file?.handle);
    await openFirst(again.services, again.bridge.start);
    again.answer('Cancel');
    expect(await again.services.session.save(again.active().key)).toBe(false);
    expect(again.bridge.files.get(handle)?.text).toBe(theirs);
  });

  test('what cannot be read is told and does not keep the rest from opening', async () => {
    const view = openWith(plan);
    move(view);
    await vi.advanceTimersByTimeAsync(AFTER_A_SECOND);
    move(view);
    await vi.advanceTimersByTimeAsync(AFTER_A_SECOND);
    const [whole] = afterKill(view);
    if (whole === undefined) throw new Error('nothing was kept');
    const torn = { ...whole, steps: [...whole.steps, '{"nodes": {"chan'] };
    const broken = { ...whole, key: 'broken' as typeof whole.key, text: '{', name: 'Broken' };
    const again = await restart([broken, torn]);
    expect(serializeFile(again.shown())).toBe(serializeFile(view.shown()));
    expect(again.notices()).toEqual([
      'Unsaved work on “Broken” was found but cannot be read.',
      'Unsaved work was recovered, but 1 of the last changes to “Plan” could not be read.',
      'Unsaved work was recovered: Plan. Save what you want to keep.',
    ]);
  });

  test('a journal that cannot be written is told once and made whole as soon as it can', async () => {
    const view = openWith(plan);
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const append = view.bridge.request['recovery.append'];
    move(view);
    await vi.advanceTimersByTimeAsync(AFTER_A_SECOND);
    Object.assign(view.bridge.request, { 'recovery.append': () => Promise.reject(new Error('ENOSPC')) });
    for (let i = 0; i < 3; i++) {
      move(view);
      await vi.advanceTimersByTimeAsync(AFTER_A_SECOND);
    }
    expect(view.notices()).toHaveLength(1);
    Object.assign(view.bridge.request, { 'recovery.append': append });
    move(view);
    await vi.advanceTimersByTimeAsync(AFTER_A_SECOND);
    expect(serializeFile((await restart(afterKill(view))).shown())).toBe(serializeFile(view.shown()));
  });
});

describe('what opens first', () => {
  test('the role collaboration diagram, untitled and clean', async () => {
    const view = await restart([]);
    expect(view.shown().nodes.size).toBeGreaterThan(10);
    expect(view.active().file).toBeNull();
    expect(isDirty(view.active().editor.getState())).toBe(false);
  });

  test('the files that were given instead', async () => {
    const view = openWindow();
    const open = [view.write(plan, 'one.roleweave'), view.write(plan, 'two.roleweave')];
    await openFirst(view.services, { ...view.bridge.start, open });
    const names = view.services.session.store.getState().documents.map(({ file }) => file?.name);
    expect(names).toEqual(['one.roleweave', 'two.roleweave']);
  });

  test('the diagram still, when the given file cannot be opened', async () => {
    const view = openWindow();
    const open = [view.bridge.addFile({ name: 'bad.roleweave', text: 'no' })];
    await openFirst(view.services, { ...view.bridge.start, open });
    expect(view.services.session.store.getState().documents).toHaveLength(1);
    expect(view.services.app.getState().dialog?.type).toBe('report');
  });
});
