import type { Box } from '../geometry/box';
import type { DiagramDocument } from '../model/document';
import type { EdgeId, NodeId } from '../model/ids';
import { placedNodes } from '../model/placing';
import { arrange } from './arrange';
import type { LayoutContext } from './context';
import { chooseEnds, type EdgeEnds } from './ends';

/** What a tidied document differs in: the arguments of the edit `layout.apply`. */
export interface TidyPlan {
  /** On the canvas. */
  readonly boxes: ReadonlyMap<NodeId, Box>;
  /** Edges between tidied steps. Their bends are dropped: these led around what is elsewhere now. */
  readonly ends: ReadonlyMap<EdgeId, EdgeEnds>;
}

/** A plan that puts the whole diagram in order. */
export async function tidyAll(context: LayoutContext): Promise<TidyPlan> {
  const { document } = context;
  const roots = [...document.nodes.values()].filter(({ parentId }) => parentId === null).map(({ id }) => id);
  const boxes = await arrange(context, roots.sort());
  return planFor(document, boxes, [...document.edges.keys()]);
}

export function planFor(document: DiagramDocument, boxes: TidyPlan['boxes'], edges: readonly EdgeId[]): TidyPlan {
  const nodes = new Map([...document.nodes, ...placedNodes(document.nodes, boxes)]);
  return { boxes, ends: chooseEnds({ ...document, nodes }, edges.toSorted()) };
}
