import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyFromJson, historyToJson } from '../../../shared/file/historyText';
import { parseFile } from '../../../shared/file/parse';
import { serializeFile } from '../../../shared/file/serialize';
import { createHistory, type History, record, redo, type Selection, undo } from '../../../shared/history/history';
import type { DiagramDocument } from '../../../shared/model/document';
import { documentArbitrary } from '../../support/arbitraries';
import { aDocument, aTask, nodeId } from '../../support/builders';

const selected = (document: DiagramDocument): Selection => ({
  nodes: new Set([...document.nodes.keys()].slice(0, 2)),
  edges: new Set([...document.edges.keys()].slice(0, 1)),
});

function historyOf([first, ...others]: readonly DiagramDocument[], undone: number): History {
  let history = createHistory(first as DiagramDocument);
  for (const document of others) history = record(history, 'edit.nodes.move', document, selected(document));
  for (let time = 0; time < undone; time++) history = undo(history)?.history ?? history;
  return history;
}

/** As the other window gets it: through text, around the document as it reads it from disk. */
function throughText(history: History, saved: DiagramDocument | null) {
  const document = history.present.document;
  const parsed = parseFile(serializeFile(document));
  if (!parsed.ok) throw new Error('a document that cannot be read');
  const read = historyFromJson(JSON.parse(JSON.stringify(historyToJson({ history, saved }))), parsed.value.document);
  if (!read.ok) throw new Error(read.error);
  expect(read.value.history.present.document).toBe(parsed.value.document);
  return read.value;
}

function walk(history: History, by: typeof undo): readonly History[] {
  const steps: History[] = [history];
  for (let next = by(history); next !== null; next = by(next.history)) steps.push(next.history);
  return steps;
}

const documents = fc.array(documentArbitrary, { minLength: 1, maxLength: 5 });

describe('a history as text', () => {
  it('is undone and redone to the same documents, with the same labels and selections', () => {
    fc.assert(
      fc.property(documents, fc.nat(5), (all, undone) => {
        const history = historyOf(all, undone);
        const read = throughText(history, null).history;
        for (const by of [undo, redo]) {
          const [expected, found] = [walk(history, by), walk(read, by)];
          expect(found.map(({ present }) => present)).toEqual(expected.map(({ present }) => present));
        }
        // What was left by undo is there again by redo: the very object.
        const back = undo(read);
        expect(back === null || redo(back.history)?.history.present.document === read.present.document).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('knows which of its documents is on disk, and when none is', () => {
    fc.assert(
      fc.property(documents, fc.nat(4), fc.nat(4), (all, undone, savedAt) => {
        const history = historyOf(all, undone);
        const line = (of: History) => [...of.past, of.present, ...of.future].map(({ document }) => document);
        const saved = line(history)[savedAt] ?? null;
        const read = throughText(history, saved);
        expect(read.saved).toBe(saved === null ? null : line(read.history)[line(history).indexOf(saved)]);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the steps nearest to the present where all of them would be too much', () => {
    const label = 'x'.repeat(19_000);
    const many = (at: number) =>
      aDocument({ nodes: Array.from({ length: 300 }, (_, i) => aTask({ id: `n${i}`, label, x: at })) });
    const history = historyOf([many(0), many(1), many(2), many(3)], 0);
    const read = throughText(history, history.past[0]?.document ?? null);
    expect(read.history.past.map(({ document }) => document.nodes.get(nodeId('n0'))?.x)).toEqual([2]);
    expect(read.saved).toBeNull();
  });

  it('counts selections, too, and leaves room to redo however much there is to undo', () => {
    const many = aDocument({ nodes: Array.from({ length: 15_000 }, (_, i) => aTask({ id: `${'n'.repeat(40)}${i}` })) });
    const all: Selection = { nodes: new Set(many.nodes.keys()), edges: new Set() };
    let history = createHistory(many, all);
    for (let at = 1; at < 20; at++) {
      history = record(history, 'edit.nodes.move', { ...many, title: { en: `${at}` } }, all);
    }
    history = undo(history)?.history ?? history;
    const text = historyToJson({ history, saved: null });
    expect(JSON.stringify(text).length).toBeLessThan(16 * 2 ** 20);
    expect(text.past.length).toBeLessThan(18);
    expect(text.past.length).toBeGreaterThan(5);
    expect(text.future).toHaveLength(1);
  });

  it('is refused whole where a part of it is no step', () => {
    const document = aDocument({ nodes: [aTask({ id: 'a' })] });
    const selection = { nodes: [], edges: [] };
    const present = { label: null, selection, isSaved: true };
    const bad = [
      null,
      'history',
      {},
      { present, past: [], future: {} },
      { present: { ...present, selection: { nodes: [3], edges: [] } }, past: [], future: [] },
      { present: { ...present, label: 7 }, past: [], future: [] },
      { present, past: [{ ...present, step: '{"nodes": 3}' }], future: [] },
      { present, past: [{ ...present, step: '{' }], future: [] },
      { present, past: [{ ...present }], future: [] },
      { present, past: [], future: Array.from({ length: 201 }, () => ({ ...present, step: '{}' })) },
    ];
    for (const json of bad) expect(historyFromJson(json, document)).toEqual({ ok: false, error: 'notAHistory' });
    expect(historyFromJson({ present, past: [], future: [] }, document)).toMatchObject({ ok: true });
  });
});
