import { centerOf, type Point } from '../../shared/geometry/box';
import { nodeKinds } from '../../shared/kinds/index';
import { insideOf } from '../../shared/layout/spots';
import type { ActionContext } from './action';
import { type ActiveDocument, singleNode } from './context';

/** Where something new is expected: under the pointer, else in the selected container, else in the middle of the view. */
export function insertionPoint(context: ActionContext, active: ActiveDocument): Point {
  const { view } = active.open;
  const pointed = context.at ?? view.getState().pointer;
  if (pointed !== null) return pointed;
  const selected = singleNode(active);
  const inside =
    selected !== null && nodeKinds[selected.kind].traits.container ? insideOf(active.document, selected.id) : null;
  if (inside !== null) return centerOf(inside);
  return view.canvas === null ? { x: 0, y: 0 } : centerOf(view.canvas.visibleBox());
}
