import { expect, test } from 'vitest';
import { linkAt, linksOf } from '../../../shared/picture/links';
import { nodeMarks } from '../../../shared/picture/nodeMarks';
import type { TextMark } from '../../../shared/scene/mark';
import { textWidthPx } from '../../../shared/text/measure';
import { aDocument, aTask } from '../../support/builders';

const node = aTask({ label: '보기: [첫 문서](https://a.kr/1) [둘](https://a.kr/2)', width: 240 });
const marks = nodeMarks(aDocument({ nodes: [node] }), node, 'ko');

test('a link is met on its words and nowhere else', () => {
  const linked = marks.filter((mark): mark is TextMark => mark.type === 'text' && mark.link !== undefined);
  expect(linked.map(({ link }) => link)).toEqual(['https://a.kr/1', 'https://a.kr/2']);
  for (const { x, y, text, sizePx, weight, link } of linked) {
    const width = textWidthPx(text, { sizePx, weight });
    for (const inside of [
      { x: x + 1, y: y - 4 },
      { x: x + width - 1, y: y + 3 },
    ]) {
      expect(linkAt(marks, inside)).toBe(link);
    }
    expect(linkAt(marks, { x: x + width / 2, y: y - 20 })).toBeNull();
    expect(linkAt(marks, { x: x + width / 2, y: y + 8 })).toBeNull();
  }
  expect(linkAt(marks, { x: 2, y: 28 })).toBeNull();
});

test('links are those of every language, each once', () => {
  const ko = '[가](https://a.kr) [나](https://b.kr)';
  expect(linksOf([{ ko, en: '[a](https://a.kr)' }, '[c](mailto:c@a.kr)', 'none']).map(({ link }) => link)).toEqual([
    'https://a.kr',
    'https://b.kr',
    'mailto:c@a.kr',
  ]);
});
