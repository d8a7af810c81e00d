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
  const large = scene.index();
  let marquee: Box | null = null;
  return {
    begin: () => canvas.setState({ busy: 'marquee', hover: null }),
    move({ at }) {
      marquee = boxOf(start.at, at);
      // Of a large diagram only nodes are shown as taken in meanwhile.
      const near = large === null ? visitAll(document) : visitNear(large, marquee, 'node');
      canvas.setState({ marquee, candidates: withCandidates(before, marquee, near) });
    },
    end() {
      const { candidates } = canvas.getState();
      if (candidates !== null && marquee !== null) {
        editor.select(large === null ? candidates : withCandidates(before, marquee, visitNear(large, marquee)));
      }
      clearGesture(canvas);
    },
    cancel: () => clearGesture(canvas),
  };
}

type Visit = (type: 'node' | 'edge', id: NodeId | EdgeId, box: Box, isWhole: boolean) => void;
type Visits = (visit: Visit) => void;

/** In a large diagram only what is near is looked at. */
function visitNear(index: SceneIndex, marquee: Box, only?: 'node'): Visits {
  return (visit) =>
    index.visit(marquee, (entry) => {
      if (only !== undefined && entry.type !== only) return;
      visit(entry.type, entry.id, ownBox(entry), entry.layer !== FRONT);
    });
}

function visitAll(document: DiagramDocument): Visits {
  const { nodes } = document;
  return (visit) => {
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

function withCandidates(before: Selection, marquee: Box, visits: Visits): Selection {
  const nodes = new Set(before.nodes);
  const edges = new Set(before.edges);
  visits((type, id, box, isWhole) => {
    if (!(isWhole ? encloses(marquee, box) : intersects(marquee, box))) return;
    if (type === 'node') nodes.add(id as NodeId);
    else edges.add(id as EdgeId);
  });
  return { nodes, edges };
}
