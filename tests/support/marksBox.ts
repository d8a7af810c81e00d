import { type Box, type Point, unionOf } from '../../shared/geometry/box';
import type { Mark, Marks } from '../../shared/scene/mark';
import { textWidthPx } from '../../shared/text/measure';

/** The box around all that marks paint; `null` for none. Curves count with their control points. */
export function marksBox(marks: Marks): Box | null {
  return unionOf(marks.map(boxOfMark));
}

function boxOfMark(mark: Mark): Box {
  switch (mark.type) {
    case 'rect':
      return mark;
    case 'ellipse':
      return { x: mark.cx - mark.rx, y: mark.cy - mark.ry, width: 2 * mark.rx, height: 2 * mark.ry };
    case 'image':
      return mark;
    case 'icon':
      return { x: mark.x, y: mark.y, width: mark.sizePx, height: mark.sizePx };
    case 'text': {
      const width = textWidthPx(mark.text, { sizePx: mark.sizePx, weight: mark.weight });
      const share = { start: 0, middle: 0.5, end: 1 }[mark.anchor];
      // Of Latin capitals and Hangul; descenders hang a little lower.
      return { x: mark.x - share * width, y: mark.y - 0.8 * mark.sizePx, width, height: mark.sizePx };
    }
    case 'path': {
      const box = unionOf(pathPoints(mark.d).map((point) => ({ ...point, width: 0, height: 0 })));
      if (box === null) throw new Error(`A path without points: ${mark.d}`);
      return box;
    }
  }
}

const argumentCounts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, T: 2, C: 6, S: 4, A: 7, Z: 0 };

function pathPoints(d: string): readonly Point[] {
  const points: Point[] = [];
  let at: Point = { x: 0, y: 0 };
  let start = at;
  for (const [, command = '', rest = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const name = command.toUpperCase();
    const count = argumentCounts[name];
    if (count === undefined) throw new Error(`Unknown path command ${command} in ${d}`);
    const numbers = (rest.match(/-?(?:\d*\.)?\d+(?:e-?\d+)?/gi) ?? []).map(Number);
    const from = command === name ? { x: 0, y: 0 } : null;
    for (let index = 0; index === 0 || index < numbers.length; index += Math.max(1, count)) {
      const origin = from ?? at;
      const values = numbers.slice(index, index + count);
      if (values.length < count || !values.every(Number.isFinite)) throw new Error(`A broken path: ${d}`);
      if (name === 'Z') at = start;
      else if (name === 'H') at = { x: origin.x + (values[0] ?? 0), y: at.y };
      else if (name === 'V') at = { x: at.x, y: origin.y + (values[0] ?? 0) };
      else {
        const pairs = name === 'A' ? values.slice(5) : values;
        for (let i = 0; i < pairs.length; i += 2) {
          at = { x: origin.x + (pairs[i] ?? 0), y: origin.y + (pairs[i + 1] ?? 0) };
          points.push(at);
        }
      }
      points.push(at);
      if (name === 'M' && index === 0) start = at;
    }
  }
  return points;
}
