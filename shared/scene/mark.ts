import type { IconName } from './icons.generated';

/**
 * What a picture is made of. Kinds describe themselves in marks once; the canvas prints them as SVG elements, the
 * exporters as SVG text and, through it, as PNG. Nothing else draws a node, an edge or a badge.
 */
export type Mark = PathMark | RectMark | EllipseMark | TextMark | IconMark | ImageMark;

/** A colour by meaning; the theme (light or dark) decides what it looks like. */
export type Paint =
  | 'canvas'
  | 'surface'
  | 'surfaceMuted'
  | 'hairline'
  | 'outline'
  | 'text'
  | 'textSecond'
  | 'textThird'
  | 'edge'
  | 'accent'
  | 'noteFill'
  | 'noteLine'
  | RolePaint;

/** A role's colour (`#rrggbb` as chosen for the light theme) in one of its uses. */
export interface RolePaint {
  readonly role: string;
  /** `solid` lane edge and badge, `line` outline, `fill` faint inside, `ink` text or edge line on canvas, `onSolid` text on `solid`. */
  readonly tone: 'solid' | 'line' | 'fill' | 'ink' | 'onSolid';
}

export interface Stroke {
  readonly paint: Paint;
  readonly widthPx: number;
  readonly dashPx?: readonly number[];
}

interface Painted {
  readonly fill?: Paint;
  readonly stroke?: Stroke;
  /** 0…1, default 1 */
  readonly opacity?: number;
}

export interface PathMark extends Painted {
  readonly type: 'path';
  /** SVG path data */
  readonly d: string;
}
export interface RectMark extends Painted {
  readonly type: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radiusPx?: number;
}
export interface EllipseMark extends Painted {
  readonly type: 'ellipse';
  readonly cx: number;
  readonly cy: number;
  readonly rx: number;
  readonly ry: number;
}

export type FontWeight = 400 | 500 | 600 | 700;

/** One line of text: lines are broken by us (`text/wrap`), never by an engine. */
export interface TextMark {
  readonly type: 'text';
  readonly text: string;
  readonly x: number;
  /** the base line */
  readonly y: number;
  readonly sizePx: number;
  readonly weight: FontWeight;
  readonly paint: Paint;
  readonly anchor: 'start' | 'middle' | 'end';
  /** clockwise around (x, y); used for the headings of vertical lanes */
  readonly rotateDeg?: number;
  /** Leaning: the bundled font has no italic of its own, so its letters are slanted by `ITALIC_DEG`, everywhere alike. */
  readonly isItalic?: boolean;
  /** A safe address that it leads to. */
  readonly link?: string;
}

/** How far the top of italic letters leans over. */
export const ITALIC_DEG = 11;

export interface IconMark {
  readonly type: 'icon';
  readonly name: IconName;
  readonly x: number;
  readonly y: number;
  readonly sizePx: number;
  readonly paint: Paint;
}

export interface ImageMark {
  readonly type: 'image';
  /** `data:` address of a picture that was checked (`shared/image`). */
  readonly source: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Marks = readonly Mark[];
