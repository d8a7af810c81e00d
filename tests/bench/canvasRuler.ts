import type { Page } from '@playwright/test';
import { isRoot } from '../../electron/dev/systemLibraries.mjs';
import type { Box } from '../../shared/geometry/box';
import { electronPath, launchWith, type RunningApp } from '../support/electronApp';
import { benchWindowDir } from './coldStart';
import type { Drawing } from './drawing';
import type { View } from './views';

/** An Electron window like ours whose page can become a ruler. */
export async function launchRuler(): Promise<RunningApp> {
  return await launchWith({
    executablePath: await electronPath(),
    appArgs: [benchWindowDir],
    hasSandbox: !isRoot(),
  });
}

/**
 * Turns the page into a bare canvas that draws the boxes and lines in view and knows the same gestures: about
 * the least that any page can do for the same picture. Answers how long parsing and the first drawing took, in ms.
 */
export async function showRuler(
  page: Page,
  drawing: Drawing,
  area: Box,
  view: View,
  { selected = 1, pullsFrame = false } = {},
): Promise<number> {
  await page.evaluate((text) => {
    (window as unknown as { drawingText: string }).drawingText = text;
  }, JSON.stringify(drawing));
  return await page.evaluate(runRuler, { area, view, selected, pullsFrame });
}

/** Runs in the page, so it knows nothing of this module. */
async function runRuler({
  area,
  view,
  selected,
  pullsFrame,
}: {
  area: Box;
  view: View;
  selected: number;
  pullsFrame: boolean;
}): Promise<number> {
  const startMs = performance.now();
  const { drawingText } = window as unknown as { drawingText: string };
  const { boxes, lines } = JSON.parse(drawingText) as { boxes: [number, number, number, number][]; lines: number[][] };
  const canvas = document.createElement('canvas');
  canvas.width = area.width;
  canvas.height = area.height;
  canvas.style.cssText = `position:fixed;left:${area.x}px;top:${area.y}px;background:#fff`;
  document.body.replaceChildren(canvas);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('the page has no 2D canvas');
  let { x, y, zoom } = view;
  let dragged: { box: [number, number, number, number]; dx: number; dy: number }[] = [];
  let frame: { x: number; y: number; toX: number; toY: number } | null = null;
  let isDrawPending = false;

  function draw(): void {
    isDrawPending = false;
    if (context === null) return;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, area.width, area.height);
    context.setTransform(zoom, 0, 0, zoom, x, y);
    const [left, top] = [-x / zoom, -y / zoom];
    const [right, bottom] = [left + area.width / zoom, top + area.height / zoom];
    context.lineWidth = 1.5;
    context.strokeStyle = '#8a94a6';
    context.fillStyle = '#f4f6fa';
    for (const [bx, by, width, height] of boxes) {
      if (bx > right || by > bottom || bx + width < left || by + height < top) continue;
      context.fillRect(bx, by, width, height);
      context.strokeRect(bx, by, width, height);
    }
    context.beginPath();
    for (const [from = 0, to = 0] of lines) {
      const [ax = 0, ay = 0, aw = 0, ah = 0] = boxes[from] ?? [];
      const [cx = 0, cy = 0, cw = 0, ch = 0] = boxes[to] ?? [];
      const [x1, y1, x2, y2] = [ax + aw / 2, ay + ah / 2, cx + cw / 2, cy + ch / 2];
      if (Math.min(x1, x2) > right || Math.max(x1, x2) < left) continue;
      if (Math.min(y1, y2) > bottom || Math.max(y1, y2) < top) continue;
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
    }
    context.stroke();
    if (frame === null) return;
    context.strokeStyle = '#3b5bdb';
    context.strokeRect(frame.x, frame.y, frame.toX - frame.x, frame.toY - frame.y);
    context.beginPath();
    for (const [bx, by, width, height] of boxes) {
      if (bx < frame.x || by < frame.y || bx > frame.toX || by > frame.toY) continue;
      context.rect(bx, by, width, height);
    }
    context.stroke();
  }
  const redraw = () => {
    if (!isDrawPending) requestAnimationFrame(draw);
    isDrawPending = true;
  };
  const toDiagram = (event: MouseEvent) => ({
    x: (event.clientX - area.x - x) / zoom,
    y: (event.clientY - area.y - y) / zoom,
  });

  canvas.addEventListener('wheel', (event) => {
    event.preventDefault();
    if (event.ctrlKey) {
      const at = toDiagram(event);
      zoom *= 2 ** (-event.deltaY * 0.002);
      x = event.clientX - area.x - at.x * zoom;
      y = event.clientY - area.y - at.y * zoom;
    } else {
      x -= event.deltaX;
      y -= event.deltaY;
    }
    redraw();
  });
  canvas.addEventListener('mousedown', (event) => {
    const at = toDiagram(event);
    if (pullsFrame) {
      frame = { ...at, toX: at.x, toY: at.y };
      return;
    }
    const isUnder = ([bx, by, width, height]: number[]) =>
      at.x >= (bx ?? 0) && at.x <= (bx ?? 0) + (width ?? 0) && at.y >= (by ?? 0) && at.y <= (by ?? 0) + (height ?? 0);
    const under = boxes.filter(isUnder).at(-1);
    if (under === undefined) return;
    const distance = (box: number[]) => Math.hypot((box[0] ?? 0) - under[0], (box[1] ?? 0) - under[1]);
    const near = selected === 1 ? [under] : [...boxes].sort((a, b) => distance(a) - distance(b)).slice(0, selected);
    dragged = near.map((box) => ({ box, dx: at.x - box[0], dy: at.y - box[1] }));
  });
  canvas.addEventListener('mousemove', (event) => {
    const at = toDiagram(event);
    if (frame !== null) frame = { ...frame, toX: at.x, toY: at.y };
    for (const { box, dx, dy } of dragged) {
      box[0] = at.x - dx;
      box[1] = at.y - dy;
    }
    if (frame !== null || dragged.length > 0) redraw();
  });
  canvas.addEventListener('mouseup', () => {
    dragged = [];
    frame = null;
  });
  draw();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - startMs;
}
