import { type Box, centerOf, type Point } from '../../geometry/box';
import type { DiagramDocument, DiagramNode } from '../../model/document';
import { type ViewId, views } from './index';
import { isMadeByView } from './madeLanes';

/**
 * The middle of the lane or stage beside the one that a box lies in, in the direction of `by`; `null` where the view has
 * none there: what dragging a step over the border does, for the arrow keys.
 */
export function placeBeside(
  view: ViewId,
  { nodes }: Pick<DiagramDocument, 'nodes'>,
  box: Box,
  by: Point,
): Point | null {
  const middle = centerOf(box);
  const axis = by.x === 0 ? 'y' : 'x';
  const lanesAxis = views[view].lanes === 'role' ? 'y' : 'x';
  const isPlace = (node: DiagramNode) =>
    axis === lanesAxis ? node.kind === 'lane' && isMadeByView(node.id) : node.kind === 'stage';
  const middles = [...nodes.values()].filter(isPlace).map((node) => centerOf(node)[axis]);
  const here = nearest(middles, middle[axis]);
  const sign = Math.sign(by[axis]);
  const beyond = middles.filter((at) => (here === null ? true : Math.sign(at - here) === sign));
  const next = nearest(beyond, here ?? middle[axis]);
  return next === null ? null : { ...middle, [axis]: next };
}

function nearest(values: readonly number[], to: number): number | null {
  return values.reduce<number | null>(
    (best, value) => (best === null || Math.abs(value - to) < Math.abs(best - to) ? value : best),
    null,
  );
}
