import type { ReactFlowInstance } from '@xyflow/react';
import type { Box, Point } from '../../shared/geometry/box';
import type { Bridge } from '../../shared/ipc/contract';
import type { NodeId } from '../../shared/model/ids';
import { boxOfNode } from '../../shared/model/query';
import type { AppStore } from '../state/appStore';
import type { EditorStore } from '../state/editorStore';
import type { Session } from '../state/session';
import type { CanvasController, Viewport, ViewStore } from '../state/viewStore';
import { type CanvasTools, createCanvasStore } from './canvasStore';
import type { FlowEdge, FlowNode } from './flowModel';
import { bendByKeys } from './keyBending';
import { connectByKeys } from './keyConnecting';
import { createScene } from './overview/scene';
import { contentBox, sharp, viewportFor, visibleBoxOf, zoomedAt } from './viewport';

const ANIMATION_MS = 200;
const MOST_ALIGNED = 600;

interface Parts {
  readonly root: HTMLElement;
  readonly flow: ReactFlowInstance<FlowNode, FlowEdge>;
  readonly editor: EditorStore;
  readonly view: ViewStore;
  readonly app: AppStore;
  readonly bridge: Bridge;
  readonly session: Session;
}

/** The mounted canvas as actions, panels and gestures know it. */
export function createCanvasTools({ root, flow, editor, view, app, bridge, session }: Parts): CanvasTools {
  const clientBox = (): Box => root.getBoundingClientRect();
  const viewport = () => view.getState().viewport;
  const document = () => editor.getState().history.present.document;

  function go(to: Viewport, animate = false): void {
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    void flow.setViewport(sharp(to), animate && !isCalm ? { duration: ANIMATION_MS } : {});
  }

  const controller: CanvasController = {
    fit({ animate = false } = {}) {
      const box = contentBox(document());
      go(box === null ? { x: 0, y: 0, zoom: 1 } : viewportFor(box, clientBox()), animate);
    },
    showBox(box, { animate = false, maxZoom } = {}) {
      go(viewportFor(box, clientBox(), maxZoom), animate);
    },
    zoomBy: (factor) => controller.zoomTo(viewport().zoom * factor),
    zoomTo(zoom) {
      const { width, height } = clientBox();
      go(zoomedAt(viewport(), { x: width / 2, y: height / 2 }, zoom), true);
    },
    panBy({ x, y }) {
      const at = viewport();
      void flow.setViewport({ x: at.x + x, y: at.y + y, zoom: at.zoom });
    },
    visibleBox: () => visibleBoxOf(viewport(), clientBox()),
    toDiagram(client: Point) {
      const { x, y, zoom } = viewport();
      const box = clientBox();
      return { x: (client.x - box.x - x) / zoom, y: (client.y - box.y - y) / zoom };
    },
    toClient(point: Point) {
      const { x, y, zoom } = viewport();
      const box = clientBox();
      return { x: box.x + x + point.x * zoom, y: box.y + y + point.y * zoom };
    },
    focus() {
      const field = root.querySelector<HTMLElement>('textarea');
      (field ?? root.querySelector<HTMLElement>('.react-flow'))?.focus({ preventScroll: true });
    },
    go: (viewport) => void flow.setViewport(viewport),
    connect: (connection) => connectByKeys(tools, connection),
    bend: (edgeId) => bendByKeys(tools, edgeId),
  };

  const scene = createScene(editor, view);
  const tools: CanvasTools = {
    editor,
    view,
    app,
    bridge,
    session,
    controller,
    scene,
    canvas: createCanvasStore(),
    press: { at: { x: 0, y: 0 } },
    clientBox,
    hasFocus() {
      const { activeElement, body } = window.document;
      return activeElement === null || activeElement === body || root.contains(activeElement);
    },
    *nodeBoxes(within) {
      const { nodes } = document();
      const index = scene.index();
      if (index !== null) {
        const found = new Set<NodeId>();
        index.visit(within ?? controller.visibleBox(), (entry) => {
          if (entry.type === 'node') found.add(entry.id);
        });
        // With more than that in view nobody can see what is aligned, and each step of a drag would ask them all.
        if (found.size > MOST_ALIGNED) return;
        for (const id of found) {
          const node = nodes.get(id);
          if (node !== undefined) yield [node.id, boxOfNode(nodes, node)] as const;
        }
        return;
      }
      for (const { data } of flow.getNodes()) {
        const node = nodes.get(data.look.node.id);
        if (node !== undefined) yield [node.id, boxOfNode(nodes, node)] as const;
      }
    },
  };
  return tools;
}
