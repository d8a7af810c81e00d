import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../shared/file/limits';
import { parseFile } from '../../../shared/file/parse';
import { describeOpenError, describeRepair } from '../../../shared/file/problems';
import { positionAt, scanJson } from '../../../shared/file/scanJson';
import { serializeFile } from '../../../shared/file/serialize';
import { translator } from '../../../shared/i18n/translator';
import { checkInvariants } from '../../../shared/model/invariants';
import { documentArbitrary } from '../../support/arbitraries';
import { cpuMsOf } from '../../support/cpuTime';

const t = translator('ko');

/** What must hold for every text: an answer, in words, and a document that the rest of the program can rely on. */
function survives(text: string): void {
  const parsed = parseFile(text);
  if (!parsed.ok) {
    expect(describeOpenError(parsed.error, t)).toMatch(/[가-힣]/);
    return;
  }
  const { document, repairs } = parsed.value;
  for (const repair of repairs) expect(describeRepair(repair, t)).toMatch(/[가-힣]/);
  expect(checkInvariants(document)).toEqual([]);
  const saved = serializeFile(document);
  const again = parseFile(saved);
  expect(again).toMatchObject({ ok: true, value: { document } });
  expect(again.ok && serializeFile(again.value.document)).toBe(saved);
  expect(Object.keys(Object.prototype)).toEqual([]);
}

/** Values that have broken editors before. */
const oddValue = fc.oneof(
  fc.constantFrom<unknown[]>(
    null,
    true,
    '',
    0,
    -1,
    1e308,
    1e16,
    5e-324,
    -0,
    [],
    {},
    'ghost',
    '__proto__',
    'constructor',
    '\ud800',
    '\u202e',
    [[[[]]]],
    { x: 1 },
    '1',
    4294967296,
    '<img src=x onerror=alert(1)>',
    { ko: 1 },
    'x'.repeat(100_001),
    [null],
    [[0]],
  ),
  fc.jsonValue(),
);

interface Change {
  readonly spot: number;
  readonly other: number;
  readonly how: 'set' | 'remove' | 'copy' | 'repeat' | 'rename';
  readonly value: unknown;
}

/** The value with one change somewhere in it. */
function changed(root: unknown, { spot, other, how, value }: Change): unknown {
  const copy = structuredClone(root);
  const spots: (readonly [Record<string, unknown>, string])[] = [];
  const waiting: unknown[] = [copy];
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    if (typeof item !== 'object' || item === null) continue;
    for (const key of Object.keys(item)) {
      spots.push([item as Record<string, unknown>, key]);
      waiting.push((item as Record<string, unknown>)[key] ?? null);
    }
  }
  const [owner, key] = spots[spot % spots.length] ?? [{}, ''];
  const [donor, donorKey] = spots[other % spots.length] ?? [{}, ''];
  if (how === 'set') owner[key] = value;
  else if (how === 'remove') delete owner[key];
  else if (how === 'copy') owner[key] = structuredClone(donor[donorKey]);
  else if (how === 'repeat' && Array.isArray(owner)) owner.push(structuredClone(owner[Number(key)]));
  else owner[`${key}Z`] = owner[key];
  return copy;
}

const changeArbitrary: fc.Arbitrary<Change> = fc.record({
  spot: fc.nat(),
  other: fc.nat(),
  how: fc.constantFrom('set' as const, 'remove' as const, 'copy' as const, 'repeat' as const, 'rename' as const),
  value: oddValue,
});

describe('a file that was tampered with never throws, and what opens is sound', () => {
  it('with values changed anywhere', () => {
    const changes = fc.array(changeArbitrary, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(documentArbitrary, changes, (document, list) => {
        survives(JSON.stringify(list.reduce(changed, JSON.parse(serializeFile(document)))));
      }),
      { numRuns: 1_500 },
    );
  }, 180_000);

  it('cut off anywhere', () => {
    fc.assert(
      fc.property(documentArbitrary, fc.nat(), (document, cut) => {
        const text = serializeFile(document);
        const part = text.slice(0, cut % (text.length - 2));
        survives(part);
        expect(parseFile(part)).toMatchObject({ ok: false, error: { type: part === '' ? 'empty' : 'cutShort' } });
      }),
      { numRuns: 500 },
    );
  });

  it('with characters put in, taken out or swapped', () => {
    const noise = fc.record({
      at: fc.nat(),
      length: fc.nat(12),
      put: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 8 }),
        fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\\', '\0'),
      ),
    });
    fc.assert(
      fc.property(documentArbitrary, fc.array(noise, { minLength: 1, maxLength: 5 }), (document, list) => {
        survives(
          list.reduce((text, { at, length, put }) => {
            const start = at % (text.length + 1);
            return text.slice(0, start) + put + text.slice(start + length);
          }, serializeFile(document)),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('or was never a project', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), survives));
    fc.assert(fc.property(fc.json(), survives));
  });
});

describe('a text made to hang a reader is answered within two seconds of work', () => {
  const long = 2_000_000;
  it.each([
    ['brackets', '['.repeat(long)],
    ['quotes', '"'.repeat(long)],
    ['backslashes in a text', `"${'\\'.repeat(long)}`],
    ['white space', ' '.repeat(long * 10)],
    ['line ends', `${'\n'.repeat(long)}x`],
    ['zero bytes and something', `${'\0'.repeat(long)}x`],
    ['digits', '1'.repeat(long)],
    ['an endless comment', `<!--${'-'.repeat(long)}`],
    ['endless comments', '<!-- -->'.repeat(long / 10)],
    ['a diagram of dashes', `%%${'-'.repeat(long)}`],
    ['front matter without end', `---\n${'--- '.repeat(long / 10)}`],
    ['conflict marks', '<<<<<<< \n'.repeat(long / 10)],
    ['one object of many keys', `{${Array.from({ length: 300_000 }, (_, i) => `"k${i}":0`).join()}}`],
    [
      'nodes in a chain that no kind allows',
      JSON.stringify({
        format: 'roleweave',
        version: 1,
        roles: [],
        nodes: Array.from({ length: limits.nodes }, (_, i) => ({
          id: `n${i}`,
          kind: 'task',
          parentId: i % 900 === 0 ? null : `n${i - 1}`,
          x: 1,
          y: 1,
          width: 8,
          height: 8,
        })),
        edges: [],
      }),
    ],
  ])('%s', (_, text) => {
    expect(cpuMsOf(() => parseFile(text))).toBeLessThan(2_000);
  });
});

describe('the scanner', () => {
  const scans = (text: string) => scanJson(text, 64);
  const parses = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const noisyJson = fc
    .tuple(fc.json({ depthSize: 'large' }), fc.nat(), fc.nat(2), fc.constantFrom(...' \t\n"{}[]:,\\u0-+.eEtrfan\u0001'))
    .map(([json, at, length, put]) => {
      const start = at % (json.length + 1);
      return json.slice(0, start) + put + json.slice(start + length);
    });

  it('accepts what JSON.parse accepts, and refuses what it refuses', () => {
    fc.assert(
      fc.property(fc.oneof(noisyJson, fc.string()), (text) => {
        const scan = scans(text);
        // A key that stands twice ends the scan early: what follows may be anything.
        fc.pre(scan.ok || scan.error.type !== 'duplicateKey');
        expect(scan.ok).toBe(parses(text));
      }),
      { numRuns: 5_000 },
    );
  });

  it('finds the first place from which no ending makes it JSON', () => {
    // All before the fault can still be completed; so the fault is not earlier than named.
    fc.assert(
      fc.property(noisyJson, (text) => {
        const scan = scans(text);
        fc.pre(!scan.ok && scan.error.type === 'syntax');
        const before = scans(text.slice(0, scan.ok ? 0 : scan.error.offset));
        expect(before.ok || before.error.type === 'cutShort').toBe(true);
      }),
    );
  });

  it('counts lines and columns from 1', () => {
    expect(positionAt('ab\ncd', 0)).toEqual({ line: 1, column: 1 });
    expect(positionAt('ab\ncd', 2)).toEqual({ line: 1, column: 3 });
    expect(positionAt('ab\ncd', 3)).toEqual({ line: 2, column: 1 });
    expect(positionAt('ab\r\n\ncd', 6)).toEqual({ line: 3, column: 2 });
  });
});
