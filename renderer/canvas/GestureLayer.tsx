import type { Guide } from '../../shared/geometry/guides';
import styles from './Canvas.module.css';
import { type CanvasState, useCanvas } from './canvasStore';

/** Of the ring around the piece of a line that keys move. */
const PIECE_RADIUS_PX = 9;

/** What shows of a drag beside what it changes: alignment guides, the frame of a selection, a line to nowhere yet. */
export function GestureLayer({ zoom }: { readonly zoom: number }) {
  const guides = useCanvas((state) => state.guides);
  const marquee = useCanvas((state) => state.marquee);
  const opening = useCanvas((state) => state.opening);
  const looseLine = useCanvas((state) => state.connecting?.looseLine ?? null);
  const bending = useCanvas((state) => state.bending);
  const beyond = 8 / zoom;
  return (
    <>
      {guides.map((guide) => (
        <path
          key={`${guide.type ?? ''}${guide.axis}${guide.at} ${guide.from}`}
          className={styles.guide}
          data-guide={guide.type ?? guide.axis}
          strokeWidth={1 / zoom}
          d={guide.type === undefined ? lineOf(guide, beyond) : measureOf(guide, TICK_PX / zoom)}
        />
      ))}
      {opening !== null && <Opening {...opening} zoom={zoom} />}
      {bending !== null && (
        <circle
          cx={bending.x}
          cy={bending.y}
          r={PIECE_RADIUS_PX / zoom}
          className={styles.piece}
          data-bending=""
          strokeWidth={2 / zoom}
        />
      )}
      {looseLine !== null && <path className={styles.looseLine} d={looseLine} strokeWidth={1.5 / zoom} />}
      {marquee !== null && (
        <rect {...marquee} className={styles.marquee} data-marquee="" strokeWidth={1 / zoom} rx={2 / zoom} />
      )}
    </>
  );
}

type OpeningProps = NonNullable<CanvasState['opening']> & { readonly zoom: number };

/** The line at which space is opened, the one it has come to, and the space between them. */
function Opening({ axis, at, by, from, to, zoom }: OpeningProps) {
  const [near, length] = [Math.min(at, at + by), Math.abs(by)];
  const band =
    axis === 'x'
      ? { x: near, y: from, width: length, height: to - from }
      : { x: from, y: near, width: to - from, height: length };
  const line = (place: number) => (axis === 'x' ? `M${place} ${from}V${to}` : `M${from} ${place}H${to}`);
  return (
    <g data-opening={axis}>
      <rect {...band} className={styles.opening} />
      <path d={line(at)} className={styles.looseLine} strokeWidth={1.5 / zoom} />
      <path d={line(at + by)} className={styles.guide} strokeWidth={1.5 / zoom} />
    </g>
  );
}

/** How far a tick reaches to each side, in pixels. */
const TICK_PX = 4;

function lineOf({ axis, at, from, to }: Guide, beyond: number): string {
  return axis === 'x' ? `M${at} ${from - beyond}V${to + beyond}` : `M${from - beyond} ${at}H${to + beyond}`;
}

/** From one end to the other, with ticks that say where they are. */
function measureOf({ axis, at, from, to }: Guide, tick: number): string {
  const [near, far] = [at - tick, at + tick];
  return axis === 'x'
    ? `M${near} ${from}H${far}M${at} ${from}V${to}M${near} ${to}H${far}`
    : `M${from} ${near}V${far}M${from} ${at}H${to}M${to} ${near}V${far}`;
}
