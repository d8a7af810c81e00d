import { useStore } from '@xyflow/react';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { NodeId } from '../../../shared/model/ids';
import { shownDocument } from '../../state/editorStore';
import { useEditor, useView } from '../../state/hooks';
import { useAppearance } from '../appearance';
import { type CanvasTools, useCanvasTools } from '../canvasStore';
import { drawnDocument } from '../drawnDocument';
import { useShownSelection } from '../shownSelection';
import { visibleBoxOf } from '../viewport';
import { createChanges } from './changing';
import { createLayer } from './layer';
import { createLifting, type Lifting } from './lifting';
import styles from './Overview.module.css';
import { createPainter, type Painter } from './painter';
import { onPictureDecoded } from './paintMarks';
import { createSheets } from './sheet';

/** Above the picture, lowest first. */
const layerNames = ['liftedBack', 'lines', 'liftedFront'] as const;
const nothing: ReadonlySet<NodeId> = new Set();

/**
 * Paints a large diagram: all of it from the same marks as the page, with the outlines of what is selected, and above
 * that what a gesture changes. It lies above the grid and below React Flow's elements, and follows the view by itself,
 * without React.
 */
export function Overview() {
  const tools = useCanvasTools();
  const { scene } = tools;
  const appearance = useAppearance();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const names = useView((state) => state.names);
  const document = drawnDocument(
    useEditor((state) => state.history.present.document),
    names,
  );
  const shown = drawnDocument(useEditor(shownDocument), names);
  const outlined = useOutlined();
  const edited = useView((state) => state.editing?.id ?? null);
  const root = useRef<HTMLDivElement>(null);
  const pictures = useRef<HTMLDivElement>(null);
  const parts = useRef<{ readonly painter: Painter; readonly lifting: Lifting } | null>(null);
  const changes = useMemo(() => createChanges(), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the painter stays and is told of another look below.
  useLayoutEffect(() => {
    const made = createParts(root.current, pictures.current, tools, appearance);
    parts.current = made;
    if (made === null) return;
    const { painter } = made;
    const stopListening = scene.onChange(painter.repaint);
    const stopWaiting = onPictureDecoded(() => painter.repaint(null));
    const listening = new AbortController();
    // Text that was painted before its font had arrived.
    window.document.fonts.addEventListener('loadingdone', () => painter.repaint(null), { signal: listening.signal });
    return () => {
      stopListening();
      stopWaiting();
      listening.abort();
      painter.stop();
      parts.current = null;
    };
  }, [scene]);

  useLayoutEffect(() => parts.current?.painter.setLook(appearance), [appearance]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document is what the index is brought up to
  useLayoutEffect(() => void scene.index(), [scene, document]);

  useLayoutEffect(() => {
    if (width === 0) return;
    const look = () => {
      const { viewport } = tools.view.getState();
      parts.current?.painter.look(viewport, { width, height });
      parts.current?.lifting.look(liftedView(tools, width, height));
    };
    look();
    return tools.view.subscribe((state, before) => {
      if (state.viewport !== before.viewport) look();
    });
  }, [tools, width, height]);

  useLayoutEffect(() => {
    const now = parts.current;
    if (now === null || width === 0) return;
    const { painter, lifting } = now;
    const changing = changes(document, shown);
    painter.setOutlined(outlined);
    // What is typed into is drawn by the page, without the label that the field stands in for.
    painter.setHidden(edited === null ? changing.hidden : new Set([...changing.hidden, edited]));
    if (shown === document) {
      // What was dragged stays to be seen until it is painted where it was dropped.
      painter.whenSharp(lifting.hide);
      return;
    }
    lifting.show({ shown, changing, outlined, look: appearance }, liftedView(tools, width, height));
  }, [tools, changes, document, shown, outlined, edited, appearance, width, height]);

  return (
    <div ref={root} className={styles.overview} data-testid="overview">
      <div ref={pictures} />
      {layerNames.map((name) => (
        <canvas key={name} className={styles.bitmap} />
      ))}
    </div>
  );
}

function createParts(
  root: HTMLElement | null,
  pictures: HTMLElement | null,
  { scene }: CanvasTools,
  appearance: Parameters<typeof createPainter>[2],
) {
  const [back, lines, front] = [...(root?.querySelectorAll(':scope > canvas') ?? [])].map((canvas) =>
    createLayer(canvas as HTMLCanvasElement),
  );
  if (pictures === null || !back || !lines || !front) return null;
  const createSheet = createSheets(pictures, { sheet: styles.sheet, tile: styles.tile });
  return {
    painter: createPainter(scene.index, createSheet, appearance, (isSharp) => {
      if (pictures.dataset.sharp !== String(isSharp)) pictures.dataset.sharp = String(isSharp);
    }),
    lifting: createLifting({ back, lines, front }),
  };
}

function liftedView({ view }: CanvasTools, width: number, height: number) {
  const { viewport } = view.getState();
  const scale = viewport.zoom * window.devicePixelRatio;
  return { viewport, box: visibleBoxOf(viewport, { width, height }), scale };
}

/** A single node has its outline with handles in the page. */
function useOutlined(): ReadonlySet<NodeId> {
  const { nodes } = useShownSelection();
  return nodes.size > 1 ? nodes : nothing;
}
