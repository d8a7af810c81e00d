import type { ReactFlowProps } from '@xyflow/react';
import { useMemo } from 'react';
import type { Point } from '../../shared/geometry/box';
import { minus } from '../../shared/geometry/box';
import { useCanvasTools } from './canvasStore';
import type { FlowEdge, FlowNode } from './flowModel';
import { beginMove, type MoveGesture, type MoveKeys } from './moveGesture';
import { listenToKeys } from './pointer';

type DragProps = Required<
  Pick<ReactFlowProps<FlowNode, FlowEdge>, 'onNodeDragStart' | 'onNodeDrag' | 'onNodeDragStop'>
>;

interface Running {
  readonly gesture: MoveGesture;
  readonly start: Point;
  readonly listening: AbortController;
  by: Point;
}

/** React Flow follows the pointer and pans at the border; what moves, and where to, is the document's business. */
export function useNodeDrag(): DragProps {
  const tools = useCanvasTools();
  return useMemo(() => {
    let running: Running | null = null;

    function stop(how: 'end' | 'cancel'): void {
      if (running === null) return;
      const { gesture, listening } = running;
      running = null;
      listening.abort();
      gesture[how]();
    }

    return {
      onNodeDragStart(_, node) {
        stop('cancel');
        if (tools.editor.hasGesture() || !tools.editor.getState().selection.nodes.has(node.data.look.node.id)) return;
        const listening = new AbortController();
        const current: Running = { gesture: beginMove(tools), start: tools.press.at, listening, by: { x: 0, y: 0 } };
        running = current;
        listenToKeys(listening.signal, {
          onEscape: () => stop('cancel'),
          onModifier: (keys) => current.gesture.move(current.by, keysOf(keys)),
        });
        window.addEventListener('blur', () => stop('cancel'), { signal: listening.signal });
      },
      onNodeDrag(event) {
        if (running === null) return;
        // From the press: React Flow measures from where its threshold was passed, and would leave the node behind.
        const { clientX, clientY } = 'touches' in event ? (event.touches[0] ?? { clientX: 0, clientY: 0 }) : event;
        running.by = minus(tools.controller.toDiagram({ x: clientX, y: clientY }), running.start);
        running.gesture.move(running.by, keysOf(event));
      },
      onNodeDragStop: () => stop('end'),
    };
  }, [tools]);
}

function keysOf({
  shiftKey,
  altKey,
  ctrlKey,
  metaKey,
}: Pick<MouseEvent, 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>): MoveKeys {
  return { shift: shiftKey, alt: altKey, mod: ctrlKey || metaKey };
}
