import styles from './Canvas.module.css';
import { useCanvas } from './canvasStore';

/** What shows of a drag beside what it changes: alignment guides, the frame of a selection, a line to nowhere yet. */
export function GestureLayer({ zoom }: { readonly zoom: number }) {
  const guides = useCanvas((state) => state.guides);
  const marquee = useCanvas((state) => state.marquee);
  const looseLine = useCanvas((state) => state.connecting?.looseLine ?? null);
  const beyond = 8 / zoom;
  return (
    <>
      {guides.map(({ axis, at, from, to }) => (
        <path
          key={`${axis}${at}`}
          className={styles.guide}
          data-guide={axis}
          strokeWidth={1 / zoom}
          d={axis === 'x' ? `M${at} ${from - beyond}V${to + beyond}` : `M${from - beyond} ${at}H${to + beyond}`}
        />
      ))}
      {looseLine !== null && <path className={styles.looseLine} d={looseLine} strokeWidth={1.5 / zoom} />}
      {marquee !== null && (
        <rect {...marquee} className={styles.marquee} data-marquee="" strokeWidth={1 / zoom} rx={2 / zoom} />
      )}
    </>
  );
}
