import type { Point } from '../geometry/box';
import { type Language, languages } from '../i18n/language';
import { type LocalizedText, textIn } from '../model/localizedText';
import type { Marks } from '../scene/mark';
import type { RoleLook } from './kind';
import { round } from './label';

/** A role's name, or a label that stands for it, with who takes the role where the picture says so: "Data engineer · Kim". */
export function withTakers(name: LocalizedText, look: RoleLook | undefined): LocalizedText {
  const takers = look?.takers;
  if (takers === undefined) return name;
  const both = (language: Language) =>
    [textIn(name, language), textIn(takers, language)].filter((text) => text !== '').join(' · ');
  return typeof name === 'string' && typeof takers === 'string'
    ? both(languages[0])
    : Object.fromEntries(languages.map((language) => [language, both(language)]));
}

const STEP_PX = 7;

/** Slanted lines over a shape of a role that nobody takes, where the picture says who does. Its corners go round it. */
export function vacantMarks(look: RoleLook | undefined, corners: readonly Point[]): Marks {
  if (look?.isVacant !== true) return [];
  const sums = corners.map(({ x, y }) => x + y);
  const most = Math.max(...sums);
  let d = '';
  for (let sum = Math.min(...sums) + STEP_PX; sum < most; sum += STEP_PX) {
    const [from, to] = crossings(corners, sum);
    if (from !== undefined && to !== undefined) d += `M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}`;
  }
  if (d === '') return [];
  return [{ type: 'path', d, stroke: { paint: { role: look.color, tone: 'line' }, widthPx: 1 }, opacity: 0.5 }];
}

/** Where the outline crosses the line of all points whose x and y add up to a sum. */
function crossings(corners: readonly Point[], sum: number): readonly Point[] {
  return corners.flatMap((a, at) => {
    const b = corners[(at + 1) % corners.length] ?? a;
    const [before, after] = [a.x + a.y - sum, b.x + b.y - sum];
    if (before < 0 === after < 0) return [];
    const share = before / (before - after);
    return [{ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }];
  });
}

/** The corners of a rectangle, clear of rounded ones. */
export function boxCorners(width: number, height: number): readonly Point[] {
  const inset = 2;
  return [
    { x: inset, y: inset },
    { x: width - inset, y: inset },
    { x: width - inset, y: height - inset },
    { x: inset, y: height - inset },
  ];
}
