import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextMark } from '../../../shared/scene/mark';
import { escapeXml, marksToSvg } from '../../../shared/scene/svgText';
import { themes } from '../../../shared/scene/theme';

const textMark = (text: string): TextMark => ({
  type: 'text',
  text,
  x: 1,
  y: 2,
  sizePx: 12,
  weight: 500,
  paint: 'text',
  anchor: 'start',
});
const shown = (text: string) => />(.*)<\/text>$/s.exec(marksToSvg([textMark(text)], themes.light))?.[1] ?? '';

test('what a person types is text and never markup', () => {
  expect(shown('<script>alert("1")</script> & more')).toBe(
    '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; more',
  );
});

test('halves of characters and control characters cannot break the file', () => {
  expect(escapeXml('a\ud83db\u0000\u0008\uffff\ud83d\ude00')).toBe('a\ufffdb\ufffd\ufffd\ufffd😀');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const xml = escapeXml(text);
      expect(xml).not.toMatch(/[<>"']/);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
      expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u);
      expect(xml).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
    }),
  );
});

test('spaces that SVG would fold keep their width', () => {
  expect(shown('a  b')).toBe('a\u00a0 b');
  expect(shown(' a ')).toBe('\u00a0a\u00a0');
});

test('numbers are short', () => {
  const rect = { type: 'rect', x: 0.1 + 0.2, y: 1e-9, width: 100 / 3, height: 10, fill: 'surface' } as const;
  expect(marksToSvg([rect], themes.light)).toBe('<rect x="0.3" y="0" width="33.33" height="10" fill="#ffffff"/>');
});

test('slanted words lean around where they stand, turned ones too', () => {
  const svg = marksToSvg([{ ...textMark('a'), isItalic: true }], themes.light);
  expect(svg).toMatch(/^<text x="0" y="0" transform="translate\(1 2\) skewX\(-11\)"/);
  expect(marksToSvg([{ ...textMark('a'), isItalic: true, rotateDeg: -90 }], themes.light)).toContain(
    'transform="translate(1 2) rotate(-90) skewX(-11)"',
  );
});

test('a link can be followed in the file', () => {
  expect(marksToSvg([{ ...textMark('a'), link: 'https://a.kr/?b=1&c="' }], themes.light)).toMatch(
    /^<a href="https:\/\/a\.kr\/\?b=1&amp;c=&quot;" target="_blank"><text .*>a<\/text><\/a>$/,
  );
});
