import type { Edit } from '../../shared/edits/args';
import type { Point } from '../../shared/geometry/box';
import type { DiagramDocument, DiagramNode } from '../../shared/model/document';
import { isLane, laneStackOf, lengthOn, otherAxis, stackAxis } from '../../shared/model/lanes';

/** How far a lane is pulled sideways before it leaves its stack. */
const LEAVES_PX = 120;

export interface LaneDrag {
  /**
   * What a lane dragged `by` does to its stack: `drop` gives it the nearest place there, `show` has it follow the
   * pointer meanwhile; `null` when it was pulled out.
   */
  inStack(by: Point): { readonly drop: (edit: Edit) => void; readonly show: (edit: Edit) => void } | null;
  /** Takes it out of its stack; the others close up. */
  leave(edit: Edit, by: Point): void;
}

/** A single lane that has others beside it is reordered among them when it is dragged; `null` for all else. */
export function laneDrag(document: DiagramDocument, moved: readonly DiagramNode[]): LaneDrag | null {
  const [lane] = moved;
  if (moved.length !== 1 || !isLane(lane)) return null;
  const stack = laneStackOf(document.nodes, lane);
  if (stack.length < 2) return null;
  const { id } = lane;
  const axis = stackAxis(lane);
  const length = lane[lengthOn[axis]];
  // Where it would begin at each place, with the others closed up around it.
  const places: number[] = [stack[0]?.[axis] ?? 0];
  for (const other of stack) {
    if (other.id !== id) places.push((places.at(-1) ?? 0) + other[lengthOn[axis]]);
  }
  const [first, last] = [places[0] ?? 0, places.at(-1) ?? 0];
  return {
    inStack(by) {
      const at = lane[axis] + by[axis];
      const isOut = at < first - length / 2 || at > last + length / 2;
      if (isOut || Math.abs(by[otherAxis[axis]]) > LEAVES_PX) return null;
      const to = places.reduce(
        (best, place, index) => (Math.abs(place - at) < Math.abs((places[best] ?? 0) - at) ? index : best),
        0,
      );
      const drop = (edit: Edit) => edit('lanes.reorder', { id, to });
      return {
        drop,
        show(edit) {
          drop(edit);
          edit('nodes.move', { ids: [id], by: { x: 0, y: 0, [axis]: at - (places[to] ?? 0) } });
        },
      };
    },
    leave(edit, by) {
      edit('lanes.reorder', { id, to: places.length - 1 });
      edit('nodes.move', { ids: [id], by: { ...by, [axis]: by[axis] + lane[axis] - last } });
    },
  };
}
