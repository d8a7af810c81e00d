import { iconPaths } from '../../../shared/scene/icons.generated';
import {
  type ImageMark,
  ITALIC_DEG,
  type Mark,
  type Marks,
  type Stroke,
  type TextMark,
} from '../../../shared/scene/mark';
import { svgRootAttributes } from '../../../shared/scene/svgElements';
import type { Theme } from '../../../shared/scene/theme';

/** The size of the box that icons are drawn in. */
const ICON_BOX = 24;
const ICON_LINE = 2;
/** Smaller text is left out, as nobody can read it: it would be most of the work. In pixels of the screen. */
const LEAST_TEXT_PX = 4;

/** Parsing path data costs more than drawing it; marks are immutable and shared. */
const paths = new WeakMap<Mark, Path2D>();
const icons = new Map<string, Path2D>();

/**
 * Prints marks on a canvas as `svgElementOf` prints them in SVG. The context's transform leads to the marks' own
 * coordinates; `scale` says how many pixels of the screen one of their units is, `opacity` (0…1) how strong all of it is.
 */
export function paintMarks(
  context: CanvasRenderingContext2D,
  marks: Marks,
  theme: Theme,
  scale: number,
  opacity = 1,
): void {
  if (opacity !== 1) context.globalAlpha = opacity;
  for (const mark of marks) {
    if (mark.type === 'text') {
      if (mark.sizePx * scale >= LEAST_TEXT_PX) paintText(context, mark, theme);
    } else if (mark.type === 'icon') {
      if (mark.sizePx * scale >= LEAST_TEXT_PX) paintIcon(context, mark, theme);
    } else if (mark.type === 'image') paintImage(context, mark);
    else paintShape(context, mark, theme, scale, opacity);
  }
  if (opacity !== 1) context.globalAlpha = 1;
}

type Shape = Extract<Mark, { readonly fill?: unknown }>;

function paintShape(context: CanvasRenderingContext2D, mark: Shape, theme: Theme, scale: number, around: number): void {
  const { fill, stroke, opacity } = mark;
  if (opacity !== undefined) context.globalAlpha = opacity * around;
  if (fill !== undefined) context.fillStyle = theme.color(fill);
  if (stroke !== undefined) setStroke(context, stroke, theme);
  // Corners that are no pixel wide are not seen, and round ones cost ten times a rectangle.
  if (mark.type === 'rect' && (mark.radiusPx ?? 0) * scale < 1) {
    const { x, y, width, height } = mark;
    if (fill !== undefined) context.fillRect(x, y, width, height);
    if (stroke !== undefined) context.strokeRect(x, y, width, height);
  } else {
    const path = pathOf(mark);
    if (fill !== undefined) context.fill(path);
    if (stroke !== undefined) context.stroke(path);
  }
  if (opacity !== undefined) context.globalAlpha = around;
}

function pathOf(mark: Shape): Path2D {
  const known = paths.get(mark);
  if (known !== undefined) return known;
  const path = new Path2D(mark.type === 'path' ? mark.d : undefined);
  if (mark.type === 'rect') path.roundRect(mark.x, mark.y, mark.width, mark.height, mark.radiusPx ?? 0);
  if (mark.type === 'ellipse') path.ellipse(mark.cx, mark.cy, mark.rx, mark.ry, 0, 0, 2 * Math.PI);
  paths.set(mark, path);
  return path;
}

function setStroke(context: CanvasRenderingContext2D, { paint, widthPx, dashPx }: Stroke, theme: Theme): void {
  context.strokeStyle = theme.color(paint);
  context.lineWidth = widthPx;
  context.lineJoin = 'round';
  context.lineCap = dashPx === undefined ? 'round' : 'butt';
  context.setLineDash(dashPx === undefined ? NO_DASH : [...dashPx]);
}

const NO_DASH: number[] = [];

function paintText(context: CanvasRenderingContext2D, mark: TextMark, theme: Theme): void {
  const font = `${mark.weight} ${mark.sizePx}px ${svgRootAttributes['font-family']}`;
  // Setting the same font again makes some engines parse it again; reading it back is cheap but normalised.
  if (lastFont.get(context) !== font) {
    context.font = font;
    const rendering = svgRootAttributes['text-rendering'];
    if (context.textRendering !== rendering) context.textRendering = rendering;
    lastFont.set(context, font);
  }
  context.textAlign = mark.anchor === 'middle' ? 'center' : mark.anchor;
  context.fillStyle = theme.color(mark.paint);
  if (mark.rotateDeg === undefined && mark.isItalic !== true) {
    context.fillText(mark.text, mark.x, mark.y);
    return;
  }
  context.save();
  context.translate(mark.x, mark.y);
  if (mark.rotateDeg !== undefined) context.rotate((mark.rotateDeg * Math.PI) / 180);
  if (mark.isItalic) context.transform(1, 0, -Math.tan((ITALIC_DEG * Math.PI) / 180), 1, 0, 0);
  context.fillText(mark.text, 0, 0);
  context.restore();
}

const lastFont = new WeakMap<CanvasRenderingContext2D, string>();

/** To be called where a context starts anew, as after a change of its canvas's size. */
export function forgetFont(context: CanvasRenderingContext2D): void {
  lastFont.delete(context);
}

/** Decoded once each, by their addresses; the engine gives up what is not shown for long. */
const pictures = new Map<string, HTMLImageElement>();
const MOST_PICTURES = 200;
const whenDecoded = new Set<() => void>();

/** Called when a picture that was to be painted can be; answers how to stop. */
export function onPictureDecoded(listener: () => void): () => void {
  whenDecoded.add(listener);
  return () => whenDecoded.delete(listener);
}

function paintImage(context: CanvasRenderingContext2D, { source, x, y, width, height }: ImageMark): void {
  const known = pictures.get(source);
  if (known !== undefined) {
    if (known.complete && known.naturalWidth > 0) context.drawImage(known, x, y, width, height);
    return;
  }
  if (pictures.size >= MOST_PICTURES) pictures.clear();
  const picture = new Image();
  pictures.set(source, picture);
  picture.src = source;
  picture.decode().then(
    () => {
      for (const listener of whenDecoded) listener();
    },
    // What cannot be decoded stays an empty place, as it does in the page.
    () => undefined,
  );
}

function paintIcon(
  context: CanvasRenderingContext2D,
  { name, x, y, sizePx, paint }: Extract<Mark, { readonly type: 'icon' }>,
  theme: Theme,
): void {
  const path = icons.get(name) ?? new Path2D(iconPaths[name]);
  icons.set(name, path);
  const scale = sizePx / ICON_BOX;
  setStroke(context, { paint, widthPx: ICON_LINE }, theme);
  context.translate(x, y);
  context.scale(scale, scale);
  context.stroke(path);
  context.scale(1 / scale, 1 / scale);
  context.translate(-x, -y);
}
