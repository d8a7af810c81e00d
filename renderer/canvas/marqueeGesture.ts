import { type Box, boxOf, encloses, intersects } from '../../shared/geometry/box';
import { emptySelection, type Selection } from '../../shared/history/history';
import { nodeKinds } from '../../shared/kinds/index';
import type { DiagramDocument } from '../../shared/model/document';
import { shownEdges, shownNodes } from '../../shared/model/hidden';
import type { EdgeId, NodeId } from '../../shared/model/ids';
import { boxOfNode } from '../../shared/model/query';
import { type CanvasTools, clearGesture } from './canvasStore';
import { ownBox, type SceneIndex } from './overview/sceneIndex';
import type { Drag, PointerAt } from './pointer';
import { approximateEdgeBox } from './visible';

/**
 * Pulls a frame: what it touches is selected, containers and edges only when they lie in it with both ends. Nothing is
 * selected before the button comes up: panels need not follow every move of the hand.
 */
export function marqueeGesture(tools: CanvasTools, start: PointerAt): Drag {
  const { editor, canvas, scene } = tools;
  const { history, selection } = editor.getState();
  const { document } = history.present;
  const before: Selection = start.shift || start.mod ? selection : emptySelection;
  const near = candidatesIn(scene.index(), document);
  return {
    begin: () => canvas.setState({ busy: 'marquee', hover: null }),
    move({ at }) {
      const marquee = boxOf(start.at, at);
      canvas.setState({ marquee, candidates: withCandidates(before, marquee, near) });
    },
    end() {
      const { candidates } = canvas.getState();
      if (candidates !== null) editor.select(candidates);
      clearGesture(canvas);
    },
    cancel: () => clearGesture(canvas),
  };
}

type Near = (
  marquee: Box,
  visit: (type: 'node' | 'edge', id: NodeId | EdgeId, box: Box, isWhole: boolean) => void,
) => void;

/** In a large diagram only what is near is looked at, in a small one everything. */
function candidatesIn(index: SceneIndex | null, document: DiagramDocument): Near {
  if (index !== null) {
    return (marquee, visit) => {
      for (const entry of index.touching(marquee)) visit(entry.type, entry.id, ownBox(entry), entry.layer !== FRONT);
    };
  }
  const { nodes } = document;
  return (_, visit) => {
    for (const node of shownNodes(document)) {
      visit('node', node.id, boxOfNode(nodes, node), nodeKinds[node.kind].traits.layer === 'back');
    }
    for (const edge of shownEdges(document)) {
      const box = approximateEdgeBox(nodes, edge, 0);
      if (box !== null) visit('edge', edge.id, box, true);
    }
  };
}

/** The layer of steps, above containers and edges. */
const FRONT = 2;

function withCandidates(before: Selection, marquee: Box, near: Near): Selection {
  const nodes = new Set(before.nodes);
  const edges = new Set(before.edges);
  near(marquee, (type, id, box, isWhole) => {
    if (!(isWhole ? encloses(marquee, box) : intersects(marquee, box))) return;
    if (type === 'node') nodes.add(id as NodeId);
    else edges.add(id as EdgeId);
  });
  return { nodes, edges };
}
