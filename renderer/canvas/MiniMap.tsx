import { type PointerEvent, useEffect, useMemo, useState } from 'react';
import { type Box, encloses, unionOf } from '../../shared/geometry/box';
import type { DiagramDocument } from '../../shared/model/document';
import { useApp, useT, useView } from '../state/hooks';
import { useCanvasTools } from './canvasStore';
import styles from './MiniMap.module.css';
import { Sketch } from './Sketch';
import { contentBox, visibleBoxOf } from './viewport';

const WIDTH_PX = 176;
const HEIGHT_PX = 112;
const PADDING_PX = 8;
/** How long the map waits for further edits, and how long it may be behind the diagram then. */
const PAUSE_MS = 250;
const AT_LATEST_MS = 1_000;

/** The whole diagram in small, and the part in view; hidden while all of it is in view. Press or drag it to go there. */
export function MiniMap() {
  const isOn = useApp((state) => state.settings.panels.minimap);
  const isPresenting = useView((state) => state.walk !== null);
  return isOn && !isPresenting ? <CurrentMap /> : null;
}

function CurrentMap() {
  const { editor } = useCanvasTools();
  const [document, setDocument] = useState(() => editor.getState().history.present.document);
  const content = useMemo(() => contentBox(document), [document]);
  // The map looks at all records: it follows when somebody pauses and nothing more urgent is to be done. The ways of
  // edges come in right after an edit, and who nudges a step goes on doing so.
  useEffect(() => {
    let idle = 0;
    let pause: ReturnType<typeof setTimeout> | undefined;
    const forget = () => {
      clearTimeout(pause);
      cancelIdleCallback(idle);
    };
    const stop = editor.onStep((_, after) => {
      forget();
      pause = setTimeout(() => {
        idle = requestIdleCallback(() => setDocument(after), { timeout: AT_LATEST_MS });
      }, PAUSE_MS);
    });
    return () => {
      forget();
      stop();
    };
  }, [editor]);
  return content === null ? null : <Overview document={document} content={content} />;
}

function Overview({ document, content }: { readonly document: DiagramDocument; readonly content: Box }) {
  const tools = useCanvasTools();
  const t = useT();
  const viewport = useView((state) => state.viewport);
  const visible = visibleBoxOf(viewport, tools.clientBox());
  if (encloses(visible, content)) return null;

  // Content and view together: the frame never leaves the map, however far somebody has scrolled away.
  const all = unionOf([content, visible]) ?? content;
  const scale = scaleOf(all);
  const left = (WIDTH_PX - all.width * scale) / 2 - all.x * scale;
  const top = (HEIGHT_PX - all.height * scale) / 2 - all.y * scale;

  const goTo = (event: PointerEvent<HTMLElement>) => {
    const map = event.currentTarget.getBoundingClientRect();
    const center = { x: (event.clientX - map.x - left) / scale, y: (event.clientY - map.y - top) / scale };
    const { zoom } = viewport;
    tools.controller.panBy({
      x: Math.round((visible.x + visible.width / 2 - center.x) * zoom),
      y: Math.round((visible.y + visible.height / 2 - center.y) * zoom),
    });
  };
  return (
    <div
      className={`${styles.map} nopress`}
      role="img"
      aria-label={t('canvas.minimap')}
      data-testid="minimap"
      style={{ width: WIDTH_PX, height: HEIGHT_PX }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && goTo(event)}
    >
      <Sketch
        document={document}
        content={content}
        fullScale={scaleOf(content)}
        className={styles.sketch}
        style={{
          width: content.width * scale,
          height: content.height * scale,
          transform: `translate(${content.x * scale + left}px, ${content.y * scale + top}px)`,
        }}
      />
      <div
        className={styles.view}
        style={{
          transform: `translate(${visible.x * scale + left}px, ${visible.y * scale + top}px)`,
          width: visible.width * scale,
          height: visible.height * scale,
        }}
      />
    </div>
  );
}

/** At which all of a box is in the map. */
function scaleOf({ width, height }: Box): number {
  return Math.min((WIDTH_PX - 2 * PADDING_PX) / width, (HEIGHT_PX - 2 * PADDING_PX) / height);
}
