import type { Point } from '../geometry/box';
import { languages } from '../i18n/language';
import type { LocalizedText } from '../model/localizedText';
import type { Marks } from '../scene/mark';
import { linksIn } from '../text/markup';
import { textWidthPx } from '../text/measure';

/** A link in a text, and the words that stand for it. */
export interface TextLink {
  readonly link: string;
  readonly text: string;
}

/** Where a link at a point of a picture leads; `null` where there is none. `point` in the marks' own coordinates. */
export function linkAt(marks: Marks, { x, y }: Point): string | null {
  for (const mark of marks) {
    if (mark.type !== 'text' || mark.link === undefined) continue;
    const { sizePx, weight } = mark;
    const isBeside = x < mark.x || x > mark.x + textWidthPx(mark.text, { sizePx, weight });
    // Letters with tails and the line below them count; the next line does not.
    if (!isBeside && y >= mark.y - sizePx && y <= mark.y + sizePx / 3) return mark.link;
  }
  return null;
}

/** The links in some texts in every language, each address once. */
export function linksOf(texts: readonly LocalizedText[]): readonly TextLink[] {
  const found = new Map<string, TextLink>();
  for (const text of texts) {
    const sources = typeof text === 'string' ? [text] : languages.map((language) => text[language] ?? '');
    for (const entry of sources.flatMap(linksIn)) if (!found.has(entry.link)) found.set(entry.link, entry);
  }
  return [...found.values()];
}
