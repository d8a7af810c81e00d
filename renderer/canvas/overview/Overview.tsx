import { useStore } from '@xyflow/react';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { shownDocument } from '../../state/editorStore';
import { useEditor } from '../../state/hooks';
import { useAppearance } from '../appearance';
import { useCanvasTools } from '../canvasStore';
import { visibleBoxOf } from '../viewport';
import type { ChangingElements } from './changing';
import { paintLive } from './liveLayer';
import styles from './Overview.module.css';
import { createPainter, type Painter, type View } from './painter';
import { forgetFont } from './paintMarks';

interface OverviewProps {
  readonly changing: ChangingElements;
  /** Everything in view is in the page: only that is shown. */
  readonly isCovered: boolean;
}

/**
 * Paints a large diagram below what of it is in the page: far away all of it, nearby what is still to come. It lies in
 * React Flow's viewport, above containers and below edges, and is moved by the same transform as they are.
 */
export function Overview({ changing, isCovered }: OverviewProps) {
  const { scene } = useCanvasTools();
  const appearance = useAppearance();
  const transform = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const document = useEditor((state) => state.history.present.document);
  const shown = useEditor(shownDocument);
  const first = useRef<HTMLCanvasElement>(null);
  const second = useRef<HTMLCanvasElement>(null);
  const live = useRef<HTMLCanvasElement>(null);
  const painter = useRef<Painter | null>(null);
  const [x, y, zoom] = transform;
  const view: View = useMemo(
    () => ({ box: visibleBoxOf({ x, y, zoom }, { width, height }), scale: zoom * window.devicePixelRatio }),
    [x, y, zoom, width, height],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the painter stays and is told of another look below.
  useLayoutEffect(() => {
    if (first.current === null || second.current === null) return;
    const made = createPainter(scene.index, [first.current, second.current], appearance);
    painter.current = made;
    scene.isPainted = made.isPainted;
    const stopListening = scene.onChange(made.repaint);
    const listening = new AbortController();
    // Text that was painted before its font had arrived.
    window.document.fonts.addEventListener('loadingdone', () => made.repaint(null), { signal: listening.signal });
    return () => {
      stopListening();
      listening.abort();
      made.stop();
      painter.current = null;
      scene.isPainted = () => false;
    };
  }, [scene]);

  useLayoutEffect(() => painter.current?.setLook(appearance), [appearance]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document is what the index is brought up to
  useLayoutEffect(() => void scene.index(), [scene, document]);
  useLayoutEffect(() => painter.current?.setHidden(changing.hidden), [changing.hidden]);
  useLayoutEffect(() => {
    if (width > 0) painter.current?.look(view);
  }, [view, width]);

  useLayoutEffect(() => {
    const canvas = live.current;
    if (canvas === null) return;
    const isIdle = changing.live.nodes.length === 0 && changing.live.edges.length === 0;
    const clear = () => {
      canvas.style.visibility = 'hidden';
    };
    // What was dragged stays to be seen until it is painted where it was dropped.
    if (isIdle) return painter.current?.whenSharp(clear);
    canvas.style.visibility = 'inherit';
    showLive(canvas, view, (context) => {
      paintLive(context, view, shown, changing.live, appearance);
    });
  }, [changing.live, shown, view, appearance]);

  return (
    <div className={styles.overview} data-testid="overview" style={{ visibility: isCovered ? 'hidden' : 'visible' }}>
      <canvas ref={first} className={styles.bitmap} />
      <canvas ref={second} className={styles.bitmap} />
      <canvas ref={live} className={styles.bitmap} />
    </div>
  );
}

function showLive(canvas: HTMLCanvasElement, { box, scale }: View, paint: (context: CanvasRenderingContext2D) => void) {
  const [columns, rows] = [Math.ceil(box.width * scale), Math.ceil(box.height * scale)];
  const context = canvas.getContext('2d');
  if (context === null) return;
  if (canvas.width !== columns || canvas.height !== rows) {
    canvas.width = columns;
    canvas.height = rows;
    forgetFont(context);
  }
  canvas.style.transform = `translate(${box.x}px, ${box.y}px) scale(${1 / scale})`;
  paint(context);
}
