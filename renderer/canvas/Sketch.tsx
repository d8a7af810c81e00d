import { type CSSProperties, useEffect, useMemo, useRef } from 'react';
import type { Box, Size } from '../../shared/geometry/box';
import { nodeKinds } from '../../shared/kinds/index';
import type { DiagramDocument, DiagramNode } from '../../shared/model/document';
import { isHidden } from '../../shared/model/hidden';
import { boxOfNode, inStackingOrder, roleOfNode } from '../../shared/model/query';
import { type Theme, themes } from '../../shared/scene/theme';
import { useThemeName } from '../state/hooks';
import { contentBox } from './viewport';

interface SketchProps {
  readonly document: DiagramDocument;
  /** Around all of it. */
  readonly content: Box;
  /** In pixels of the page a unit: how large it is shown at most. */
  readonly fullScale: number;
  /** Of a sketch that is a picture by itself. */
  readonly label?: string;
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
}

/** How many pixels its bitmap has for one of the page: it is scaled while somebody zooms, and must not blur. */
const DETAIL = 2;

/** A diagram of any size in small: every node as a box in its role's colour. Drawn once for a document. */
export function Sketch({ document, content, fullScale, label, className, style }: SketchProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const themeName = useThemeName();
  const ratio = fullScale * DETAIL;
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
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      className={className}
      width={Math.max(1, Math.ceil(content.width * ratio))}
      height={Math.max(1, Math.ceil(content.height * ratio))}
      style={style}
    />
  );
}

interface FittedSketchProps {
  readonly document: DiagramDocument;
  /** In pixels of the page. */
  readonly room: Size;
  readonly label: string;
}

/** All of a diagram as large as there is room; nothing for one that is empty. */
export function FittedSketch({ document, room, label }: FittedSketchProps) {
  const content = useMemo(() => contentBox(document), [document]);
  if (content === null) return null;
  const { width, height } = content;
  const scale = Math.min(room.width / width, room.height / height);
  const style = { width: width * scale, height: height * scale };
  return <Sketch document={document} content={content} fullScale={scale} label={label} style={style} />;
}

function sketchColor(document: DiagramDocument, node: DiagramNode, theme: Theme): string {
  if (nodeKinds[node.kind].traits.layer === 'back') return theme.color('surfaceMuted');
  if (node.kind === 'note') return theme.color('noteLine');
  const role = roleOfNode(document, node);
  return theme.color(role === undefined ? 'outline' : { role: role.color, tone: 'line' });
}
