import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EditName } from '../../../shared/edits/args';
import { applyEdit, editNames } from '../../../shared/edits/index';
import { createHistory, emptySelection, record, redo, undo } from '../../../shared/history/history';
import { translator } from '../../../shared/i18n/translator';
import { type DiagramDocument, recordLists, withMaps } from '../../../shared/model/document';
import { checkInvariants } from '../../../shared/model/invariants';
import { mapChanges, settleMap } from '../../../shared/util/patchedMap';
import { partlyLockedArbitrary } from '../../support/arbitraries';
import { deepFreeze } from '../../support/deepFreeze';
import { editArgsArbitraries } from '../../support/editArbitraries';
import { caseDocument, editCases } from './cases';

// TypeScript cannot follow that a name and its own arguments stay together through a loop over all names.
function applyAny(document: DiagramDocument, name: EditName, args: unknown): DiagramDocument {
  return applyEdit(document, name, args as never);
}

const numRuns = 300;

describe.each(editNames)('%s', (name) => {
  const { args, shows, before, after } = editCases[name];

  test('does what it says, undo takes it back and redo does it again', () => {
    const opened = createHistory(caseDocument);
    expect(shows(opened.present.document)).toEqual(before);
    const done = record(opened, `edit.${name}`, applyAny(caseDocument, name, args), emptySelection);
    expect(shows(done.present.document)).toEqual(after);
    // Each list stands by itself: changes that lie on changes would make everything slower with every step.
    for (const list of recordLists) expect(mapChanges<string, unknown>(done.present.document[list])).toBeNull();
    const undone = undo(done)?.history;
    expect(undone?.present.document).toBe(caseDocument);
    const redone = undone && redo(undone)?.history;
    expect(redone?.present.document).toBe(done.present.document);
  });

  test('done a second time it changes nothing and answers the same document, unless it goes on like a move', () => {
    const once = applyAny(caseDocument, name, args);
    const twice = applyAny(once, name, args);
    if (name === 'nodes.move' || name === 'space.insert') expect(twice).not.toBe(once);
    else expect(twice).toBe(once);
  });

  test('has a name in the undo menu in both languages', () => {
    expect(translator('en')(`edit.${name}`)).not.toBe('');
    expect(translator('ko')(`edit.${name}`)).toMatch(/\p{Script=Hangul}/u);
  });

  test('leaves any document sound, whatever it is asked, and never changes what it was given', () => {
    fc.assert(
      fc.property(partlyLockedArbitrary, fc.gen(), (document, generate) => {
        deepFreeze(document);
        const someArgs = deepFreeze(generate(argsFor, document, name));
        expect(checkInvariants(applyAny(document, name, someArgs))).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('says the same of a document with and without changes on top', () => {
    fc.assert(
      fc.property(partlyLockedArbitrary, fc.gen(), (document, generate) => {
        const first = generate(nameArbitrary);
        const changed = applyAny(document, first, generate(argsFor, document, first));
        const someArgs = generate(argsFor, changed, name);
        expect(plain(applyAny(changed, name, someArgs))).toEqual(plain(applyAny(plain(changed), name, someArgs)));
      }),
      { numRuns: numRuns / 3 },
    );
  });
});

describe('any sequence of edits', () => {
  test('keeps the document sound; undo gives back each very same document and redo each next one', () => {
    fc.assert(
      fc.property(partlyLockedArbitrary, fc.gen(), fc.integer({ min: 1, max: 8 }), (document, generate, count) => {
        let history = createHistory(deepFreeze(document));
        for (let i = 0; i < count; i++) {
          const name = generate(nameArbitrary);
          const present = history.present.document;
          const next = applyAny(present, name, generate(argsFor, present, name));
          history = record(history, `edit.${name}`, deepFreeze(next), emptySelection);
          expect(checkInvariants(history.present.document)).toEqual([]);
        }
        const states = [...history.past, history.present].map((step) => step.document);
        for (const state of states.toReversed().slice(1)) {
          history = undo(history)?.history ?? history;
          expect(history.present.document).toBe(state);
        }
        expect(undo(history)).toBeNull();
        for (const state of states.slice(1)) {
          history = redo(history)?.history ?? history;
          expect(history.present.document).toBe(state);
        }
        expect(redo(history)).toBeNull();
      }),
      { numRuns },
    );
  });

  test('records nothing when nothing changed, and a changed document never equals the one before', () => {
    fc.assert(
      fc.property(partlyLockedArbitrary, fc.gen(), (document, generate) => {
        const name = generate(nameArbitrary);
        const next = applyAny(document, name, generate(argsFor, document, name));
        if (next === document) return;
        expect(plain(next)).not.toEqual(plain(document));
      }),
      { numRuns },
    );
  });

  test('keeps every record that it does not change, by identity', () => {
    fc.assert(
      fc.property(partlyLockedArbitrary, fc.gen(), (document, generate) => {
        const name = generate(nameArbitrary);
        const next = applyAny(document, name, generate(argsFor, document, name));
        for (const map of recordLists) {
          for (const [id, old] of document[map] as ReadonlyMap<string, unknown>) {
            const now = (next[map] as ReadonlyMap<string, unknown>).get(id);
            if (now !== old) expect(now).not.toEqual(old);
          }
        }
      }),
      { numRuns },
    );
  });
});

const nameArbitrary = () => fc.constantFrom(...editNames);
const argsFor = (document: DiagramDocument, name: EditName): fc.Arbitrary<unknown> =>
  editArgsArbitraries[name](document);

function plain(document: DiagramDocument): DiagramDocument {
  return withMaps(document, settleMap);
}
