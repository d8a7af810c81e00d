import type { Point, Size } from '../geometry/box';
import type { LabelBox } from './kind';

/** How a label is set: what of a `LabelBox` is the same for all nodes of a kind. */
export type LabelStyle = Omit<LabelBox, 'x' | 'y' | 'width' | 'height'>;

/** Labels of steps; headings use 600 and hints 11 px. */
export const bodyLabel: LabelStyle = {
  sizePx: 12,
  lineHeightPx: 16,
  weight: 500,
  align: 'middle',
  verticalAlign: 'middle',
};

/** `size`, made larger where `needed` asks for more: fitting never shrinks what a person made large. */
export function atLeast(size: Size, needed: Size): Size {
  return { width: Math.max(size.width, needed.width), height: Math.max(size.height, needed.height) };
}

/** A closed outline through `points` with corners rounded by `radiusPx` (less where a side is too short). */
export function roundedPolygon(points: readonly Point[], radiusPx: number): string {
  const count = points.length;
  const commands: string[] = [];
  for (const [index, corner] of points.entries()) {
    const before = points[(index + count - 1) % count] ?? corner;
    const after = points[(index + 1) % count] ?? corner;
    const start = towards(corner, before, radiusPx);
    const end = towards(corner, after, radiusPx);
    commands.push(`${index === 0 ? 'M' : 'L'}${at(start)}`, `Q${at(corner)} ${at(end)}`);
  }
  return `${commands.join('')}Z`;
}

function towards(from: Point, to: Point, distancePx: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return from;
  const share = Math.min(distancePx, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

/** Hundredths of a pixel: beyond what any screen shows, short enough for a file that people read. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
