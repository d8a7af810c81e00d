import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { type Box, encloses, unionOf } from '../../shared/geometry/box';
import { nodeKinds } from '../../shared/kinds/index';
import type { DiagramDocument, DiagramNode } from '../../shared/model/document';
import { isHidden } from '../../shared/model/hidden';
import { boxOfNode, inStackingOrder, roleOfNode } from '../../shared/model/query';
import { type Theme, themes } from '../../shared/scene/theme';
import { useApp, useT, useThemeName, useView } from '../state/hooks';
import { useCanvasTools } from './canvasStore';
import styles from './MiniMap.module.css';
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
  const scale = Math.min((WIDTH_PX - 2 * PADDING_PX) / all.width, (HEIGHT_PX - 2 * PADDING_PX) / all.height);
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
      <Sketch document={document} content={content} left={left} top={top} scale={scale} />
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

interface SketchProps {
  readonly document: DiagramDocument;
  readonly content: Box;
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

/** How many pixels of its bitmap a pixel of the map has: it is scaled while somebody zooms, and must not blur. */
const DETAIL = 2;

/** Every node as a box in its role's colour. Drawn once for a document; looking around only moves the bitmap. */
function Sketch({ document, content, left, top, scale }: SketchProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const themeName = useThemeName();
  const full = Math.min((WIDTH_PX - 2 * PADDING_PX) / content.width, (HEIGHT_PX - 2 * PADDING_PX) / content.height);
  const ratio = full * DETAIL;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context == null) return;
    const theme = themes[themeName];
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    context.setTransform(ratio, 0, 0, ratio, -content.x * ratio, -content.y * ratio);
    const { back, front } = inStackingOrder(document.nodes);
    for (const node of [...back, ...front]) {
      if (isHidden(document.nodes, node.id)) continue;
      const { x, y, width, height } = boxOfNode(document.nodes, node);
      context.fillStyle = sketchColor(document, node, theme);
      context.fillRect(x, y, width, height);
    }
  }, [document, content, ratio, themeName]);
  return (
    <canvas
      ref={canvas}
      className={styles.sketch}
      width={Math.max(1, Math.ceil(content.width * ratio))}
      height={Math.max(1, Math.ceil(content.height * ratio))}
      style={{
        width: content.width * scale,
        height: content.height * scale,
        transform: `translate(${content.x * scale + left}px, ${content.y * scale + top}px)`,
      }}
    />
  );
}

function sketchColor(document: DiagramDocument, node: DiagramNode, theme: Theme): string {
  if (nodeKinds[node.kind].traits.layer === 'back') return theme.color('surfaceMuted');
  if (node.kind === 'note') return theme.color('noteLine');
  const role = roleOfNode(document, node);
  return theme.color(role === undefined ? 'outline' : { role: role.color, tone: 'line' });
}
