import { useLayoutEffect, useRef } from 'react';
import { useCanvasTools } from './canvasStore';
import styles from './Grid.module.css';

/** One dot every so many steps of the grid that things snap to. */
const STEPS_A_DOT = 2;
/** On the screen, in pixels: from further away only every second (fourth, …) dot is shown. */
const LEAST_GAP_PX = 12;
/** How long the zoom has to rest before the dots are drawn anew; until then they are scaled. */
const REST_MS = 120;

/** Dots to place things by. They move with the view without being painted again: people scroll all day. */
export function Grid({ step }: { readonly step: number }) {
  const { view } = useCanvasTools();
  const dots = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = dots.current;
    if (element === null) return;
    let drawnPx = 0;
    let restTimer: ReturnType<typeof setTimeout> | undefined;
    const place = () => {
      const { x, y, zoom } = view.getState().viewport;
      const gapPx = shownGapPx(step * STEPS_A_DOT * zoom);
      if (drawnPx === 0) draw(gapPx);
      const scale = gapPx / drawnPx;
      if (scale < 0.5 || scale > 2) draw(gapPx);
      clearTimeout(restTimer);
      if (gapPx !== drawnPx) {
        restTimer = setTimeout(() => {
          draw(gapPx);
          place();
        }, REST_MS);
      }
      // Its own origin is a dot, one gap outside of the canvas.
      element.style.transform = `translate(${within(x, gapPx) - gapPx}px, ${within(y, gapPx) - gapPx}px) scale(${gapPx / drawnPx})`;
    };
    const draw = (gapPx: number) => {
      drawnPx = gapPx;
      element.style.backgroundSize = `${gapPx}px ${gapPx}px`;
      element.style.backgroundPosition = `${-gapPx / 2}px ${-gapPx / 2}px`;
    };
    place();
    const stop = view.subscribe((state, before) => {
      if (state.viewport !== before.viewport) place();
    });
    return () => {
      clearTimeout(restTimer);
      stop();
    };
  }, [view, step]);
  return (
    <div className={styles.grid} aria-hidden="true" data-testid="grid">
      <div ref={dots} className={styles.dots} />
    </div>
  );
}

function shownGapPx(wholeGapPx: number): number {
  let gapPx = wholeGapPx;
  while (gapPx < LEAST_GAP_PX) gapPx *= 2;
  return gapPx;
}

function within(offset: number, gap: number): number {
  return offset - Math.floor(offset / gap) * gap;
}
