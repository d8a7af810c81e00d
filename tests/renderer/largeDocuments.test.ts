import { expect, test } from 'vitest';
import { openFirst } from '../../renderer/startApp';
import { isDirty } from '../../renderer/state/editorStore';
import { serializeFile } from '../../shared/file/serialize';
import type { DiagramDocument, DiagramEdge } from '../../shared/model/document';
import type { EdgeId } from '../../shared/model/ids';
import { generateDiagram } from '../bench/generateDiagram';
import { nodeId } from '../support/builders';
import { openWindow, type TestWindow } from '../support/testWindow';

// Large documents are read and written a little at a time: what people do meanwhile must not be lost.

/** Its edges are straight and have no labels: no ways are found for them that would be changes, too. */
const large = withPlainEdges(generateDiagram(1_000));

function withPlainEdges(document: DiagramDocument): DiagramDocument {
  const plain = ([id, edge]: [EdgeId, DiagramEdge]) =>
    [id, { ...edge, routing: 'straight', label: '' } as const] as const;
  return { ...document, edges: new Map([...document.edges].map(plain)) };
}

async function openLarge() {
  const view = openWindow();
  const handle = view.write(large);
  await view.services.session.open(handle);
  return { view, onDisk: () => view.bridge.files.get(handle)?.text };
}

const ids = [nodeId('step-5')];
const move = (view: TestWindow) => view.active().editor.edit('nodes.move', { ids, by: { x: 8, y: 0 } });
const isClean = (view: TestWindow) => !isDirty(view.active().editor.getState());

const often = { interval: 5, timeout: 30_000 };

/** Until work that is done in slices has begun. */
const soon = () => new Promise((done) => setTimeout(done));

test('what is edited while a large document is written stays unsaved, and the next save writes it', async () => {
  const { view, onDisk } = await openLarge();
  const { session } = view.services;
  move(view);
  const first: DiagramDocument = view.shown();
  const saving = session.save(view.active().key);
  await soon();
  expect(onDisk()).toBe(serializeFile(large));
  move(view);
  const second = session.save(view.active().key);
  expect(await saving).toBe(true);
  expect(onDisk()).toBe(serializeFile(first));
  expect(isClean(view)).toBe(false);
  expect(await second).toBe(true);
  expect(onDisk()).toBe(serializeFile(view.shown()));
  expect(isClean(view)).toBe(true);
});

test('a change made while the journal’s first snapshot is written is in the journal, too', async () => {
  const { view } = await openLarge();
  move(view);
  await expect.poll(() => view.bridge.journals.size, often).toBe(1);
  move(view);
  await expect.poll(() => [...view.bridge.journals.values()][0]?.steps.length, often).toBe(1);
  const again = openWindow({ recoverable: [...view.bridge.journals.values()] });
  await openFirst(again.services, again.bridge.start);
  expect(serializeFile(again.shown())).toBe(serializeFile(view.shown()));
  expect(isClean(again)).toBe(false);
});

test('a step that changes most of a large document is a snapshot of its own', async () => {
  const { view } = await openLarge();
  const everything = [...large.nodes.keys()];
  const journal = () => [...view.bridge.journals.values()][0];
  move(view);
  await expect.poll(() => view.bridge.journals.size, often).toBe(1);
  view.active().editor.edit('nodes.move', { ids: everything, by: { x: 8, y: 0 } });
  view.active().editor.edit('nodes.set', { ids: everything, patch: { label: 'Same' } });
  await expect.poll(() => journal()?.text, often).toBe(serializeFile(view.shown()));
  expect(journal()?.steps).toEqual([]);
});
