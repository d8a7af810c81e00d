import type { DiagramDocument } from '../../shared/model/document';
import { boxOfNode } from '../../shared/model/query';

/** A diagram reduced to what any program would have to draw of it. */
export interface Drawing {
  /** x, y, width, height; those at the back first. */
  readonly boxes: readonly (readonly [number, number, number, number])[];
  /** Indices of the boxes at both ends. */
  readonly lines: readonly (readonly [number, number])[];
}

export function drawingOf({ nodes, edges }: DiagramDocument): Drawing {
  const ordered = [...nodes.values()].sort((a, b) => Number(b.kind === 'lane') - Number(a.kind === 'lane'));
  const index = new Map(ordered.map(({ id }, at) => [id, at]));
  return {
    boxes: ordered.map((node) => {
      const { x, y, width, height } = boxOfNode(nodes, node);
      return [x, y, width, height];
    }),
    lines: [...edges.values()].map(({ from, to }) => [index.get(from.nodeId) ?? 0, index.get(to.nodeId) ?? 0]),
  };
}
