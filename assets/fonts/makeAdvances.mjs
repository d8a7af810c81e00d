// Writes shared/text/advances.generated.ts: how wide the bundled fonts set each character, so that lines are broken
// by the same numbers in the window, in exports and without any window.
// Run it after replacing a font: node assets/fonts/makeAdvances.mjs
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';

const weights = { 400: 'Regular', 500: 'Medium', 600: 'SemiBold', 700: 'Bold' };
const FIRST_HANGUL = 0xac00;
const LAST_HANGUL = 0xd7a3;

// Kerning and contextual forms (`->` is set as one arrow) are looked for between characters that labels use.
const printable = [...Array(0x7f - 0x20).keys()].map((offset) => String.fromCodePoint(0x20 + offset));
const punctuation = [...'\u00a0·«»‘’“”–—…→←×°'];
const pairSet = [...printable, ...punctuation];
// Arrows of three characters, and the `x` between figures, which is set as `×`.
const tripleSet = [...'-<>=x0123456789'];

const base36 = (value) => value.toString(36);

function describe(weight) {
  const font = fontkit.openSync(fileURLToPath(new URL(`Pretendard-${weights[weight]}.otf`, import.meta.url)));
  const advance = (codePoint) => font.glyphForCodePoint(codePoint).advanceWidth;
  const laidOut = (text) => font.layout(text).positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);

  // HarfBuzz, which browsers and the rasteriser use, makes no two-headed arrow of this one; fontkit does.
  const widthOf = (text) => (text === '<->' ? advance(0x3c) + laidOut('->') : laidOut(text));

  const hangul = new Set();
  for (let codePoint = FIRST_HANGUL; codePoint <= LAST_HANGUL; codePoint++) hangul.add(advance(codePoint));
  if (hangul.size !== 1) throw new Error('Hangul syllables no longer share one width: store them like the others');

  const runs = [];
  let [start, next, width] = [-1, -1, -1];
  const codePoints = font.characterSet.filter((c) => c >= 0x20 && (c < FIRST_HANGUL || c > LAST_HANGUL));
  for (const codePoint of [...codePoints.sort((a, b) => a - b), Number.POSITIVE_INFINITY]) {
    const own = codePoint === Number.POSITIVE_INFINITY ? -1 : advance(codePoint);
    if (codePoint === next && own === width) {
      next++;
      continue;
    }
    if (start >= 0) runs.push([start, next - start, width]);
    [start, next, width] = [codePoint, codePoint + 1, own];
  }
  let previousEnd = 0;
  const advances = runs.map(([first, count, units]) => {
    const gap = first - previousEnd;
    previousEnd = first + count;
    return `${base36(gap)},${count === 1 ? '' : base36(count)},${base36(units)}`;
  });

  const pairs = new Map();
  for (const a of pairSet) {
    for (const b of pairSet) {
      const units = laidOut(a + b) - advance(a.codePointAt(0)) - advance(b.codePointAt(0));
      if (units !== 0) pairs.set(a + b, units);
    }
  }
  const triples = new Map();
  for (const a of tripleSet) {
    for (const b of tripleSet) {
      for (const c of tripleSet) {
        const text = a + b + c;
        const expected =
          [...text].reduce((sum, character) => sum + advance(character.codePointAt(0)), 0) +
          (pairs.get(a + b) ?? 0) +
          (pairs.get(b + c) ?? 0);
        const units = widthOf(text) - expected;
        if (units !== 0) triples.set(text, units);
      }
    }
  }
  return {
    unitsPerEm: font.unitsPerEm,
    ascent: font.ascent,
    descent: -font.descent,
    capHeight: font.capHeight,
    hangul: [...hangul][0],
    advances: advances.join(';'),
    pairs: byValue(pairs),
    triples: byValue(triples),
  };
}

// Few values, many sequences: each value once, followed by its sequences without anything between them.
function byValue(entries) {
  const sequences = new Map();
  for (const [text, units] of entries) sequences.set(units, (sequences.get(units) ?? '') + text);
  return [...sequences].sort(([a], [b]) => a - b);
}

const fonts = Object.fromEntries(Object.keys(weights).map((weight) => [weight, describe(weight)]));
const target = new URL('../../shared/text/advances.generated.ts', import.meta.url);
const body = Object.entries(fonts)
  .map(([weight, font]) => {
    const fields = Object.entries(font).map(([key, value]) => `    ${key}: ${JSON.stringify(value)},`);
    return `  ${weight}: {\n${fields.join('\n')}\n  },`;
  })
  .join('\n');
writeFileSync(
  target,
  `// Written by assets/fonts/makeAdvances.mjs from the bundled Pretendard fonts, in font units.
// advances: runs of code points of one width as \`gap,count,width\` in base 36 (no count: 1); Hangul syllables apart.
// pairs, triples: what kerning and contextual forms add to sequences of two and three characters.
export const fontTables = {
${body}
} as const;
`,
);
for (const [weight, { advances, pairs, triples }] of Object.entries(fonts)) {
  console.log(`${weight}: ${advances.split(';').length} runs, ${pairs.length} pair values, ${triples.length} triple values`);
}
