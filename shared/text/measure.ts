import type { FontWeight } from '../scene/mark';
import { fontTables } from './advances.generated';

export interface Font {
  readonly sizePx: number;
  readonly weight: FontWeight;
}

interface FontTable {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly hangul: number;
  readonly advances: string;
  readonly pairs: readonly (readonly [units: number, sequences: string])[];
  readonly triples: readonly (readonly [units: number, sequences: string])[];
}

/** Widths of a font's characters in its own units. */
interface FontMetrics {
  readonly unitsPerEm: number;
  advance(codePoint: number): number;
  /** What a character adds because of the one or two before it. */
  readonly pairs: ReadonlyMap<string, number>;
  readonly triples: ReadonlyMap<string, number>;
}

/** Of the font size; the bundled weights share them. */
export const fontMetrics = metricShares(fontTables[500]);

function metricShares({ ascent, descent, capHeight, unitsPerEm }: FontTable) {
  return { ascent: ascent / unitsPerEm, descent: descent / unitsPerEm, capHeight: capHeight / unitsPerEm };
}

/**
 * Where the base line lies below the top of a line box. Ascent and descent are rounded to whole pixels first, as
 * Chromium does for text it lays out itself: a label must not jump when it is edited in place.
 */
export function baselinePx(sizePx: number, lineHeightPx: number): number {
  const ascent = Math.round(fontMetrics.ascent * sizePx);
  const descent = Math.round(fontMetrics.descent * sizePx);
  return Math.round((lineHeightPx - ascent - descent) / 2) + ascent;
}

const FIRST_HANGUL = 0xac00;
const LAST_HANGUL = 0xd7a3;
/** Looked up directly; what is beyond is searched for. */
const DIRECT = 0x250;

const known = new Map<FontWeight, FontMetrics>();

function metricsOf(weight: FontWeight): FontMetrics {
  const found = known.get(weight);
  if (found !== undefined) return found;
  const made = createMetrics(fontTables[weight]);
  known.set(weight, made);
  return made;
}

function createMetrics(table: FontTable): FontMetrics {
  const runs = parseRuns(table.advances);
  const search = (codePoint: number) => searchRuns(runs, codePoint) ?? fallbackAdvance(codePoint, table);
  const direct = Array.from({ length: DIRECT }, (_, codePoint) => search(codePoint));
  return {
    unitsPerEm: table.unitsPerEm,
    advance(codePoint) {
      if (codePoint < DIRECT) return direct[codePoint] ?? 0;
      if (codePoint >= FIRST_HANGUL && codePoint <= LAST_HANGUL) return table.hangul;
      return search(codePoint);
    },
    pairs: sequencesOf(table.pairs, 2),
    triples: sequencesOf(table.triples, 3),
  };
}

interface Runs {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly advances: readonly number[];
}

function parseRuns(text: string): Runs {
  const starts: number[] = [];
  const ends: number[] = [];
  const advances: number[] = [];
  let end = 0;
  for (const run of text.split(';')) {
    const [gap = '0', count = '', advance = '0'] = run.split(',');
    const start = end + Number.parseInt(gap, 36);
    end = start + (count === '' ? 1 : Number.parseInt(count, 36));
    starts.push(start);
    ends.push(end);
    advances.push(Number.parseInt(advance, 36));
  }
  return { starts, ends, advances };
}

function searchRuns({ starts, ends, advances }: Runs, codePoint: number): number | undefined {
  let low = 0;
  let high = starts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (codePoint < (starts[middle] ?? 0)) high = middle - 1;
    else if (codePoint >= (ends[middle] ?? 0)) low = middle + 1;
    else return advances[middle];
  }
  return undefined;
}

function sequencesOf(entries: FontTable['pairs'], length: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [units, sequences] of entries) {
    for (let at = 0; at < sequences.length; at += length) found.set(sequences.slice(at, at + length), units);
  }
  return found;
}

/** Joiners, variation selectors, direction marks and controls take no room of their own. */
const invisible = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;
const fullWidth =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u3000-\u303f\uff01-\uff60]/u;

/** Characters the bundled fonts lack are set by a font we do not know: full width for East Asian ones and pictures. */
function fallbackAdvance(codePoint: number, { unitsPerEm }: FontTable): number {
  // A lone surrogate is shown as the replacement sign.
  const character = codePoint >= 0xd800 && codePoint <= 0xdfff ? '\ufffd' : String.fromCodePoint(codePoint);
  if (invisible.test(character)) return 0;
  return fullWidth.test(character) ? unitsPerEm : unitsPerEm * 0.6;
}

/**
 * Where each UTF-16 unit of a text ends, in pixels from its start, kerning included: `ends[i]` is the width of
 * `text.slice(0, i + 1)` for every `i` that does not split a character.
 */
export function textEndsPx(text: string, { sizePx, weight }: Font): readonly number[] {
  const metrics = metricsOf(weight);
  const scale = sizePx / metrics.unitsPerEm;
  const ends: number[] = [];
  let units = 0;
  let inPicture = false;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const at = ends.length;
    const advance = metrics.advance(codePoint);
    // A family of emoji joined to one sign is one sign wide.
    units += inPicture && at > 0 && text[at - 1] === ZERO_WIDTH_JOINER ? 0 : advance;
    inPicture = advance >= metrics.unitsPerEm || ((character === ZERO_WIDTH_JOINER || advance === 0) && inPicture);
    if (at > 0) units += metrics.pairs.get(text.slice(at - 1, at + 1)) ?? 0;
    if (at > 1) units += metrics.triples.get(text.slice(at - 2, at + 1)) ?? 0;
    for (let i = 0; i < character.length; i++) ends.push(units * scale);
  }
  return ends;
}

const ZERO_WIDTH_JOINER = '\u200d';

/** The width of one line of text as the bundled font sets it, in pixels. */
export function textWidthPx(text: string, font: Font): number {
  return textEndsPx(composed(text), font).at(-1) ?? 0;
}

/** Hangul typed as single jamo (file names of macOS) is set as whole syllables, and so measured as such. */
export function composed(text: string): string {
  return decomposedHangul.test(text) ? text.normalize('NFC') : text;
}
const decomposedHangul = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/;
