import { type Box, boxOf, encloses, intersects } from '../../shared/geometry/box';
import { emptySelection, type Selection } from '../../shared/history/history';
import { nodeKinds } from '../../shared/kinds/index';
import type { EdgeId, NodeId } from '../../shared/model/ids';
import { boxOfNode } from '../../shared/model/query';
import { type CanvasTools, clearGesture } from './canvasStore';
import type { Drag, PointerAt } from './pointer';
import { approximateEdgeBox } from './visible';

/** Pulls a frame: what it touches is selected, containers and edges only when they lie in it with both ends. */
export function marqueeGesture(tools: CanvasTools, start: PointerAt): Drag {
  const { editor, canvas } = tools;
  const { history, selection } = editor.getState();
  const { document } = history.present;
  const before: Selection = start.shift || start.mod ? selection : emptySelection;
  let nodes: readonly { readonly id: NodeId; readonly box: Box; readonly whole: boolean }[] = [];
  let edges: readonly { readonly id: EdgeId; readonly box: Box | null }[] = [];
  return {
    begin() {
      // Measured once: a move of the frame then only compares numbers.
      nodes = [...document.nodes.values()].map((node) => ({
        id: node.id,
        box: boxOfNode(document.nodes, node),
        whole: nodeKinds[node.kind].traits.layer === 'back',
      }));
      edges = [...document.edges.values()].map((edge) => ({
        id: edge.id,
        box: approximateEdgeBox(document.nodes, edge, 0),
      }));
      canvas.setState({ busy: 'marquee', hover: null });
    },
    move({ at }) {
      const marquee = boxOf(start.at, at);
      const selectedNodes = new Set(before.nodes);
      const selectedEdges = new Set(before.edges);
      for (const { id, box, whole } of nodes) {
        if (whole ? encloses(marquee, box) : intersects(marquee, box)) selectedNodes.add(id);
      }
      for (const { id, box } of edges) if (box !== null && encloses(marquee, box)) selectedEdges.add(id);
      editor.select({ nodes: selectedNodes, edges: selectedEdges });
      canvas.setState({ marquee });
    },
    end: () => clearGesture(canvas),
    cancel() {
      editor.select(selection);
      clearGesture(canvas);
    },
  };
}
