import { describe, expect, test } from 'vitest';
import { isDirty } from '../../renderer/state/editorStore';
import { parseFile } from '../../shared/file/parse';
import { serializeFile } from '../../shared/file/serialize';
import type { DocumentHandle } from '../../shared/ipc/contract';
import { aDocument, aTask, nodeId } from '../support/builders';
import { openWindow, openWith, type TestWindow } from '../support/testWindow';

const plan = aDocument({ title: 'Plan', nodes: [aTask({ id: 'a', label: 'Collect' }), aTask({ id: 'b', x: 200 })] });
const other = aDocument({ title: 'Other', nodes: [aTask({ id: 'c' })] });

async function openPlan(): Promise<{ view: TestWindow; handle: DocumentHandle }> {
  const view = openWindow();
  const handle = view.write(plan);
  await view.services.session.open(handle);
  return { view, handle };
}

function move(view: TestWindow, x = 8): void {
  view.active().editor.edit('nodes.move', { ids: [nodeId('a')], by: { x, y: 0 } });
}

const textOf = (view: TestWindow, handle: DocumentHandle) => view.bridge.files.get(handle)?.text;
const isClean = (view: TestWindow) => !isDirty(view.active().editor.getState());
const namesOf = (view: TestWindow) =>
  view.services.session.store.getState().documents.map((open) => view.services.session.nameOf(open, 'en'));

describe('opening', () => {
  test('shows the file, clean, under its name', async () => {
    const { view } = await openPlan();
    expect(namesOf(view)).toEqual(['plan.roleweave']);
    expect(view.shown().nodes.get(nodeId('a'))?.label).toBe('Collect');
    expect(isClean(view)).toBe(true);
  });

  test('a file that is open already comes to the front instead of a second time', async () => {
    const { view, handle } = await openPlan();
    await view.services.session.open(view.write(other, 'other.roleweave'));
    await view.services.session.open(handle);
    expect(namesOf(view)).toEqual(['plan.roleweave', 'other.roleweave']);
    expect(view.active().file?.handle).toBe(handle);
  });

  test('two quick double clicks open it once', async () => {
    const view = openWindow();
    const handle = view.write(plan);
    await Promise.all([view.services.session.open(handle), view.services.session.open(handle)]);
    expect(namesOf(view)).toEqual(['plan.roleweave']);
  });

  test('a file that is no diagram changes nothing and says why, by name', async () => {
    const { view } = await openPlan();
    move(view);
    const before = view.services.session.store.getState();
    await view.services.session.open(view.bridge.addFile({ name: 'notes.json', text: '{"hello": 1}' }));
    expect(view.services.session.store.getState()).toBe(before);
    const { dialog } = view.services.app.getState();
    expect(dialog).toMatchObject({ type: 'report', title: '“notes.json” cannot be opened' });
    expect(dialog?.type === 'report' && dialog.intro.length).toBeGreaterThan(10);
  });

  test('a file that is gone is told by a message', async () => {
    const view = openWindow();
    const handle = view.write(plan);
    view.bridge.files.delete(handle);
    await view.services.session.open(handle);
    expect(view.services.session.store.getState().documents).toEqual([]);
    expect(view.notices()).toHaveLength(1);
  });

  test('what was mended is listed, and the file waits for a decision to write it so', async () => {
    const view = openWindow();
    const text = serializeFile(aDocument({ nodes: [aTask({ id: 'a' }), aTask({ id: 'b', parentId: 'nowhere' })] }));
    const handle = view.bridge.addFile({ name: 'plan.roleweave', text });
    await view.services.session.open(handle);
    const { dialog } = view.services.app.getState();
    expect(dialog?.type === 'report' && dialog.lines).toHaveLength(1);
    expect(isClean(view)).toBe(false);
    expect(textOf(view, handle)).toBe(text);
  });

  test('each of several refused files is told, one after the other, and no open dialog is pushed aside', async () => {
    const view = openWith(other);
    const { app, session } = view.services;
    app.setState({ dialog: { type: 'role', roleId: 'new' } });
    for (const name of ['one.json', 'two.json']) await session.open(view.bridge.addFile({ name, text: '{}' }));
    const seen: string[] = [];
    while (seen.length < 4) {
      const { dialog } = app.getState();
      seen.push(dialog === null ? 'none' : dialog.type === 'report' ? dialog.title : dialog.type);
      app.setState({ dialog: null });
    }
    expect(seen).toEqual(['role', '“one.json” cannot be opened', '“two.json” cannot be opened', 'none']);
  });

  test('the same refusal twice is one message', async () => {
    const view = openWindow();
    const handle = view.write(plan);
    view.bridge.failWith(handle, { type: 'notUtf8', name: 'plan.roleweave' });
    for (let i = 0; i < 3; i++) await view.services.session.open(handle);
    expect(view.notices()).toHaveLength(1);
  });

  test('the untouched diagram of the start makes room; one that was edited stays', async () => {
    const view = openWith(other);
    await view.services.session.open(view.write(plan));
    expect(namesOf(view)).toEqual(['plan.roleweave']);

    const edited = openWith(plan);
    move(edited);
    await edited.services.session.open(edited.write(other, 'other.roleweave'));
    expect(namesOf(edited)).toEqual(['Plan', 'other.roleweave']);
  });
});

describe('saving', () => {
  test('without an edit writes the very same bytes', async () => {
    const { view, handle } = await openPlan();
    const before = textOf(view, handle);
    expect(await view.services.session.save(view.active().key)).toBe(true);
    expect(textOf(view, handle)).toBe(before);
  });

  test('writes the edit and is clean then', async () => {
    const { view, handle } = await openPlan();
    move(view);
    expect(await view.services.session.save(view.active().key)).toBe(true);
    const parsed = parseFile(textOf(view, handle) ?? '');
    expect(parsed.ok && parsed.value.document.nodes.get(nodeId('a'))?.x).toBe(8);
    expect(isClean(view)).toBe(true);
  });

  test('a new diagram asks for a name and goes by it then', async () => {
    const view = openWith(plan);
    move(view);
    view.nameNext('mine.roleweave');
    expect(await view.services.session.save(view.active().key)).toBe(true);
    expect(namesOf(view)).toEqual(['mine.roleweave']);
    expect(isClean(view)).toBe(true);
  });

  test('a cancelled name leaves everything unsaved', async () => {
    const view = openWith(plan);
    move(view);
    view.nameNext(null);
    expect(await view.services.session.save(view.active().key)).toBe(false);
    expect(isClean(view)).toBe(false);
    expect(view.bridge.files.size).toBe(0);
  });

  test('what is edited meanwhile stays unsaved; a second save waits and writes it', async () => {
    const { view, handle } = await openPlan();
    const { key } = view.active();
    move(view);
    const first = view.services.session.save(key);
    move(view);
    const second = view.services.session.save(key);
    expect(await first).toBe(true);
    expect(isClean(view)).toBe(false);
    expect(await second).toBe(true);
    expect(isClean(view)).toBe(true);
    expect(textOf(view, handle)).toContain('"x": 16');
  });

  test('under another name leaves the old file alone', async () => {
    const { view, handle } = await openPlan();
    const before = textOf(view, handle);
    move(view);
    view.nameNext('copy.roleweave');
    await view.services.session.saveAs(view.active().key);
    expect(textOf(view, handle)).toBe(before);
    expect(namesOf(view)).toEqual(['copy.roleweave']);
  });

  test('over a file that another tab shows, that tab has no file any more and is unsaved', async () => {
    const { view } = await openPlan();
    const first = view.active().key;
    view.services.session.add(other);
    view.nameNext('plan.roleweave');
    await view.services.session.save(view.active().key);
    const [old, now] = view.services.session.store.getState().documents;
    expect([old?.key, old?.file, now?.file?.name]).toEqual([first, null, 'plan.roleweave']);
    expect(old !== undefined && isDirty(old.editor.getState())).toBe(true);
  });

  test('a full disk keeps it unsaved and offers another place', async () => {
    const { view, handle } = await openPlan();
    move(view);
    view.bridge.failWith(handle, { type: 'diskFull', name: 'plan.roleweave' });
    view.answer('Cancel');
    expect(await view.services.session.save(view.active().key)).toBe(false);
    expect(isClean(view)).toBe(false);
    expect(view.questions[0]?.detail).toMatch(/space/);
    view.answer('Save as…');
    view.nameNext('elsewhere.roleweave');
    expect(await view.services.session.save(view.active().key)).toBe(true);
    expect(isClean(view)).toBe(true);
  });
});

describe('a file that another program changed', () => {
  async function changed(): Promise<{ view: TestWindow; handle: DocumentHandle; theirs: string }> {
    const { view, handle } = await openPlan();
    move(view);
    const theirs = serializeFile(other);
    view.bridge.files.set(handle, { name: 'plan.roleweave', text: theirs });
    return { view, handle, theirs };
  }

  test('is not overwritten unless the user says so', async () => {
    const { view, handle, theirs } = await changed();
    view.answer('Cancel');
    expect(await view.services.session.save(view.active().key)).toBe(false);
    expect(textOf(view, handle)).toBe(theirs);
    // Enter pressed without reading destroys nothing.
    const [question] = view.questions;
    expect(question?.buttons[question.defaultButton]).toBe('Save as…');
    view.answer('Overwrite');
    expect(await view.services.session.save(view.active().key)).toBe(true);
    expect(textOf(view, handle)).toContain('Collect');
  });

  test('can be reloaded, and undo returns to one’s own', async () => {
    const { view, handle, theirs } = await changed();
    view.answer('Reload');
    await view.services.session.save(view.active().key);
    expect(serializeFile(view.shown())).toBe(theirs);
    expect(isClean(view)).toBe(true);
    view.active().editor.undo();
    expect(view.shown().nodes.get(nodeId('a'))?.x).toBe(8);
    expect(isClean(view)).toBe(false);
    expect(await view.services.session.save(view.active().key)).toBe(true);
    expect(textOf(view, handle)).toContain('Collect');
  });

  test('one that is gone can be written again', async () => {
    const { view, handle } = await openPlan();
    move(view);
    view.bridge.files.delete(handle);
    view.answer('Write again');
    expect(await view.services.session.save(view.active().key)).toBe(true);
    expect(textOf(view, handle)).toContain('Collect');
  });

  test('is seen when the window comes to the front: clean ones are reloaded', async () => {
    const { view, handle } = await openPlan();
    view.bridge.files.set(handle, { name: 'plan.roleweave', text: serializeFile(other) });
    await view.services.session.checkDisk();
    expect(view.shown().nodes.has(nodeId('c'))).toBe(true);
    expect([isClean(view), view.questions.length, view.notices().length]).toEqual([true, 0, 1]);
  });

  test('edited ones are asked about, once for each change', async () => {
    const { view } = await changed();
    view.answer('Keep mine');
    await Promise.all([view.services.session.checkDisk(), view.services.session.checkDisk()]);
    await view.services.session.checkDisk();
    expect(view.questions).toHaveLength(1);
    expect(view.shown().nodes.get(nodeId('a'))?.x).toBe(8);
  });

  test('touched but with the same content nobody is asked', async () => {
    const { view, handle } = await openPlan();
    move(view);
    view.bridge.files.set(handle, { name: 'plan.roleweave', text: serializeFile(plan) });
    await view.services.session.checkDisk();
    expect([view.questions.length, view.notices().length]).toEqual([0, 0]);
  });

  test('a deleted one is told once and counts as unsaved', async () => {
    const { view, handle } = await openPlan();
    view.bridge.files.delete(handle);
    await view.services.session.checkDisk();
    await view.services.session.checkDisk();
    expect(view.notices()).toHaveLength(1);
    expect(isClean(view)).toBe(false);
  });

  test('deleted, written again and deleted once more it is told twice', async () => {
    const { view, handle } = await openPlan();
    const { session, app } = view.services;
    for (let i = 0; i < 2; i++) {
      app.setState({ notices: [] });
      view.bridge.files.delete(handle);
      await session.checkDisk();
      expect(view.notices()).toHaveLength(1);
      view.answer('Write again');
      expect(await session.save(view.active().key)).toBe(true);
      await session.checkDisk();
    }
  });

  test('one that can no longer be read as a diagram leaves what is open as it is', async () => {
    const { view, handle } = await openPlan();
    view.bridge.files.set(handle, { name: 'plan.roleweave', text: 'half a fi' });
    const before = view.shown();
    await view.services.session.checkDisk();
    expect(view.shown()).toBe(before);
    expect(view.services.app.getState().dialog?.type).toBe('report');
  });
});

describe('closing', () => {
  test('a clean tab asks nothing and the next one comes to the front', async () => {
    const { view } = await openPlan();
    const { session } = view.services;
    const first = view.active().key;
    const second = session.add(other).key;
    expect(await session.close(second)).toBe(true);
    expect(session.active()?.key).toBe(first);
    expect(await session.close(first)).toBe(true);
    expect(session.active()).toBeNull();
  });

  test('an edited one is saved, given up or kept, as the user says', async () => {
    const { view, handle } = await openPlan();
    const { session } = view.services;
    move(view);
    view.answer('Cancel');
    expect(await session.close(view.active().key)).toBe(false);
    view.answer('Save');
    expect(await session.close(view.active().key)).toBe(true);
    expect(textOf(view, handle)).toContain('"x": 8');

    await session.open(handle);
    move(view);
    view.answer('Don’t save');
    expect(await session.close(view.active().key)).toBe(true);
    expect(textOf(view, handle)).not.toContain('"x": 16');
  });

  test('a save that fails keeps the tab', async () => {
    const { view, handle } = await openPlan();
    move(view);
    view.bridge.failWith(handle, { type: 'io', name: 'plan.roleweave', code: 'EIO' });
    view.answer('Save', 'Cancel');
    expect(await view.services.session.close(view.active().key)).toBe(false);
    expect(view.services.session.store.getState().documents).toHaveLength(1);
  });

  test('all others: Cancel at the last question keeps all tabs, else one stays, in front', async () => {
    const view = openWith(plan);
    move(view);
    const stays = view.services.session.add(other).key;
    view.services.session.add(plan);
    move(view);
    view.services.session.activate(stays);
    view.answer('Don’t save', 'Cancel');
    await view.run('file.closeOthers');
    const documents = () => view.services.session.store.getState().documents;
    expect(documents()).toHaveLength(3);
    // What was asked about last is in front, to be looked at.
    expect(view.active().key).toBe(documents()[2]?.key);
    view.services.session.activate(stays);
    view.answer('Don’t save', 'Don’t save');
    await view.run('file.closeOthers');
    expect(documents().map(({ key }) => key)).toEqual([stays]);
    expect(view.active().key).toBe(stays);
    expect([...view.bridge.journals]).toEqual([]);
  });

  test('the window: Cancel at the last question keeps all tabs', async () => {
    const view = openWith(plan);
    move(view);
    view.services.session.add(plan);
    move(view);
    view.answer('Don’t save', 'Cancel');
    expect(await view.services.session.closeAll()).toBe(false);
    expect(view.services.session.store.getState().documents).toHaveLength(2);
    view.answer('Don’t save', 'Don’t save');
    expect(await view.services.session.closeAll()).toBe(true);
    expect(view.questions).toHaveLength(4);
  });
});
