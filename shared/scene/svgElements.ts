import { iconPaths } from './icons.generated';
import { ITALIC_DEG, type Mark, type Stroke, type TextMark } from './mark';
import type { Theme } from './theme';

/** An SVG element as data: the canvas makes React elements of it, exports make text. */
export interface SvgElement {
  readonly tag: 'path' | 'rect' | 'ellipse' | 'text' | 'image';
  /** By their names in SVG (`stroke-width`). */
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly text?: string;
  /** Where a click on it leads in a file; in the window, links are opened by the app. */
  readonly link?: string;
}

/** What every `<svg>` that holds marks has to say, so that all of them set text alike. */
export const svgRootAttributes = {
  'font-family': "Pretendard, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', sans-serif",
  // Advances as in the font at every zoom, not those hinted for one size.
  'text-rendering': 'geometricPrecision',
} as const;

/** The square that icons are drawn in, and the width of their lines in it. */
export const ICON_BOX = 24;
export const ICON_STROKE_PX = 2;

/** The one place where marks become SVG. */
export function svgElementOf(mark: Mark, theme: Theme): SvgElement {
  switch (mark.type) {
    case 'path':
      return { tag: 'path', attributes: { d: mark.d, ...painted(mark, theme) } };
    case 'rect': {
      const { x, y, width, height, radiusPx } = mark;
      const box = { x: short(x), y: short(y), width: short(width), height: short(height) };
      return {
        tag: 'rect',
        attributes: { ...box, ...(radiusPx === undefined ? {} : { rx: short(radiusPx) }), ...painted(mark, theme) },
      };
    }
    case 'ellipse':
      return {
        tag: 'ellipse',
        attributes: {
          cx: short(mark.cx),
          cy: short(mark.cy),
          rx: short(mark.rx),
          ry: short(mark.ry),
          ...painted(mark, theme),
        },
      };
    case 'text': {
      return {
        tag: 'text',
        attributes: {
          ...textPlace(mark),
          'font-size': mark.sizePx,
          'font-weight': mark.weight,
          ...(mark.anchor === 'start' ? {} : { 'text-anchor': mark.anchor }),
          fill: theme.color(mark.paint),
        },
        text: withKeptSpaces(mark.text),
        ...(mark.link === undefined ? {} : { link: mark.link }),
      };
    }
    case 'image': {
      const { source, x, y, width, height } = mark;
      const box = { x: short(x), y: short(y), width: short(width), height: short(height) };
      return { tag: 'image', attributes: { href: source, ...box, preserveAspectRatio: 'none' } };
    }
    case 'icon': {
      const scale = short(mark.sizePx / ICON_BOX, 4);
      return {
        tag: 'path',
        attributes: {
          d: iconPaths[mark.name],
          transform: `translate(${short(mark.x)} ${short(mark.y)}) scale(${scale})`,
          fill: 'none',
          stroke: theme.color(mark.paint),
          'stroke-width': ICON_STROKE_PX,
          'stroke-linecap': 'round',
          'stroke-linejoin': 'round',
        },
      };
    }
  }
}

/** Slanted letters lean around where they stand. */
function textPlace({ x: exactX, y: exactY, rotateDeg, isItalic = false }: TextMark): Record<string, string | number> {
  const [x, y] = [short(exactX), short(exactY)];
  if (!isItalic) return rotateDeg === undefined ? { x, y } : { x, y, transform: `rotate(${rotateDeg} ${x} ${y})` };
  const turn = rotateDeg === undefined ? '' : ` rotate(${rotateDeg})`;
  return { x: 0, y: 0, transform: `translate(${x} ${y})${turn} skewX(${-ITALIC_DEG})` };
}

type Painted = Extract<Mark, { readonly fill?: unknown }>;

function painted(mark: Painted, theme: Theme): Record<string, string | number> {
  return {
    fill: mark.fill === undefined ? 'none' : theme.color(mark.fill),
    ...(mark.stroke === undefined ? {} : strokeAttributes(mark.stroke, theme)),
    ...(mark.opacity === undefined ? {} : { opacity: mark.opacity }),
  };
}

function strokeAttributes({ paint, widthPx, dashPx }: Stroke, theme: Theme): Record<string, string | number> {
  return {
    stroke: theme.color(paint),
    'stroke-width': widthPx,
    // Round caps would close the gaps of dashes.
    ...(dashPx === undefined ? { 'stroke-linecap': 'round' } : { 'stroke-dasharray': dashPx.join(' ') }),
    'stroke-linejoin': 'round',
  };
}

/** Hundredths of a pixel are beyond what any screen shows, and keep files short. */
function short(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

/** SVG folds runs of spaces into one; ours were measured one by one. */
export function withKeptSpaces(text: string): string {
  return text.replace(/^\s|\s$|\s(?=\s)/gu, '\u00a0').replace(/\t/g, '\u00a0');
}
