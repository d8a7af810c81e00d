import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isDirty } from '../../renderer/state/editorStore';
import { defaultSettings } from '../../shared/ipc/settings';
import { aDocument, aTask, nodeId } from '../support/builders';
import { openWindow, type TestWindow } from '../support/testWindow';

const plan = aDocument({ title: 'Plan', nodes: [aTask({ id: 'a', label: 'Collect' })] });
const on = { settings: { ...defaultSettings, autosave: true } };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function openPlan(start = on) {
  const view = openWindow(start);
  const handle = view.write(plan);
  await view.services.session.open(handle);
  return { view, handle, text: () => view.bridge.files.get(handle)?.text ?? '' };
}

const isClean = (view: TestWindow) => !isDirty(view.active().editor.getState());
function rename(view: TestWindow, label: string): void {
  view.active().editor.edit('nodes.set', { ids: [nodeId('a')], patch: { label } });
}
const aWhile = () => vi.advanceTimersByTimeAsync(5000);

describe('saving by itself', () => {
  test('is off unless somebody wants it', async () => {
    expect(defaultSettings.autosave).toBe(false);
    const { view, text } = await openPlan({ settings: defaultSettings });
    rename(view, 'Changed');
    await aWhile();
    expect(text()).not.toContain('Changed');
    expect(isClean(view)).toBe(false);
  });

  test('writes a row of changes once, a moment after the last', async () => {
    const { view, text } = await openPlan();
    let saves = 0;
    const { 'file.save': save } = view.bridge.request;
    Object.assign(view.bridge.request, {
      'file.save': (...args: Parameters<typeof save>) => {
        saves += 1;
        return save(...args);
      },
    });
    for (const label of ['One', 'Two', 'Three']) {
      rename(view, label);
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(text()).not.toContain('Three');
    await aWhile();
    expect(text()).toContain('Three');
    expect(isClean(view)).toBe(true);
    expect(saves).toBe(1);
    expect(view.services.app.getState().announcement).toBe('');
  });

  test('begins with what is unsaved when it is switched on', async () => {
    const { view, text } = await openPlan({ settings: defaultSettings });
    rename(view, 'Before');
    view.services.app.setState(on);
    await aWhile();
    expect(text()).toContain('Before');
  });

  test('leaves a document without a file alone, and asks nobody where to', async () => {
    const view = openWindow(on);
    view.services.session.add(plan);
    rename(view, 'Changed');
    await aWhile();
    expect(view.questions).toEqual([]);
    expect(view.bridge.files.size).toBe(0);
  });

  test('waits for the end of a drag', async () => {
    const { view, text } = await openPlan();
    rename(view, 'First');
    const gesture = view.active().editor.beginGesture('edit.nodes.move');
    gesture.preview('nodes.move', { ids: [nodeId('a')], by: { x: 40, y: 0 } });
    await aWhile();
    expect(text()).not.toContain('First');
    gesture.commit();
    await aWhile();
    expect(text()).toContain('First');
    expect(text()).toContain('"x": 40');
  });

  test('never overwrites what another program wrote: it asks, once, and then leaves it to the person', async () => {
    const { view, handle, text } = await openPlan();
    view.bridge.files.set(handle, { name: 'plan.roleweave', text: 'theirs' });
    rename(view, 'Mine');
    view.answer('Cancel');
    await aWhile();
    expect(view.questions.map(({ message }) => message)).toEqual(['“plan.roleweave” was changed by another program.']);
    rename(view, 'Still mine');
    await aWhile();
    expect(view.questions).toHaveLength(1);
    expect(text()).toBe('theirs');
    expect(isClean(view)).toBe(false);
    // Saved by hand, it goes on.
    view.answer('Overwrite');
    await view.services.session.save(view.active().key);
    rename(view, 'Mine again');
    await aWhile();
    expect(text()).toContain('Mine again');
  });

  test('saves instead of asking when a tab is closed a moment after a change', async () => {
    const { view, text } = await openPlan();
    rename(view, 'Last');
    expect(await view.services.session.close(view.active().key)).toBe(true);
    expect(text()).toContain('Last');
    expect(view.questions).toEqual([]);
  });
});
