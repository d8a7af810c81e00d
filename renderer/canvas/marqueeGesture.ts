import { type Box, boxOf, encloses, intersects } from '../../shared/geometry/box';
import { emptySelection, type Selection } from '../../shared/history/history';
import { nodeKinds } from '../../shared/kinds/index';
import type { DiagramDocument } from '../../shared/model/document';
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
      canvas.setState({ marquee, candidates: withCandidates(before, marquee, near(marquee)) });
    },
    end() {
      const { candidates } = canvas.getState();
      if (candidates !== null) editor.select(candidates);
      clearGesture(canvas);
    },
    cancel: () => clearGesture(canvas),
  };
}

interface Candidate {
  readonly type: 'node' | 'edge';
  readonly id: NodeId | EdgeId;
  readonly box: Box;
  /** Only when all of it lies in the frame. */
  readonly isWhole: boolean;
}

/** In a large diagram only what is near is looked at, in a small one everything. */
function candidatesIn(
  index: SceneIndex | null,
  { nodes, edges }: DiagramDocument,
): (marquee: Box) => readonly Candidate[] {
  if (index !== null) {
    return (marquee) =>
      [...index.touching(marquee)].map((entry) => ({
        type: entry.type,
        id: entry.id,
        box: ownBox(entry),
        isWhole: entry.layer !== FRONT,
      }));
  }
  const all: Candidate[] = [];
  for (const node of nodes.values()) {
    const isWhole = nodeKinds[node.kind].traits.layer === 'back';
    all.push({ type: 'node', id: node.id, box: boxOfNode(nodes, node), isWhole });
  }
  for (const edge of edges.values()) {
    const box = approximateEdgeBox(nodes, edge, 0);
    if (box !== null) all.push({ type: 'edge', id: edge.id, box, isWhole: true });
  }
  return () => all;
}

/** The layer of steps, above containers and edges. */
const FRONT = 2;

function withCandidates(before: Selection, marquee: Box, candidates: readonly Candidate[]): Selection {
  const nodes = new Set(before.nodes);
  const edges = new Set(before.edges);
  for (const { type, id, box, isWhole } of candidates) {
    if (!(isWhole ? encloses(marquee, box) : intersects(marquee, box))) continue;
    if (type === 'node') nodes.add(id as NodeId);
    else edges.add(id as EdgeId);
  }
  return { nodes, edges };
}
