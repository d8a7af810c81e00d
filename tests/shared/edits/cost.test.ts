import { expect, test } from 'vitest';
import type { EditArgs, EditName } from '../../../shared/edits/args';
import { applyEdit } from '../../../shared/edits/index';
import type { DiagramDocument } from '../../../shared/model/document';
import { aDocument, aLane, anEdge, aTask, edgeId, nodeId } from '../../support/builders';

/** A hundred lanes of a hundred tasks, each connected to the next by an edge with a bend. */
function bigDocument(): DiagramDocument {
  const lanes = Array.from({ length: 100 }, (_, i) => aLane({ id: `lane${i}`, y: i * 200 }));
  const tasks = lanes.flatMap((lane, row) =>
    Array.from({ length: 100 }, (_, i) => aTask({ id: `t${row}.${i}`, parentId: lane.id, x: 200 * i, y: 40 })),
  );
  const edges = tasks
    .slice(1)
    .map((task, i) =>
      anEdge({ id: `e${i}`, from: tasks[i]?.id ?? '', to: task.id, waypoints: [{ x: 200 * (i % 100) + 160, y: 20 }] }),
    );
  return aDocument({ nodes: [...lanes, ...tasks], edges });
}

/** From now on going through all of a map throws: looking up single records is all that a frame may do. */
function forbidWalking(map: ReadonlyMap<unknown, unknown>): void {
  const refuse = () => {
    throw new Error('A preview went through the whole document');
  };
  Object.assign(map, { entries: refuse, keys: refuse, values: refuse, forEach: refuse, [Symbol.iterator]: refuse });
}

const task = [nodeId('t50.50')];
const box = (x: number) => new Map([[nodeId('t50.50'), { x, y: 40, width: 200, height: 64 }]]);
const previews: { readonly [K in EditName]?: (frame: number) => EditArgs[K] } = {
  'nodes.move': (frame) => ({ ids: task, by: { x: frame, y: frame } }),
  'nodes.place': (frame) => ({ boxes: box(frame) }),
  'nodes.set': (frame) => ({ ids: task, patch: { label: `Label ${frame}` } }),
  'edges.set': (frame) => ({ ids: [edgeId('e70')], patch: { waypoints: [{ x: frame, y: 0 }], labelAt: frame / 1000 } }),
};

test.each(Object.keys(previews) as EditName[])(
  'a drag frame by %s costs what it changes, not what the document holds',
  (name) => {
    const document = bigDocument();
    const argsOf = previews[name] as (frame: number) => never;
    // A lane moved in the same frame lies below: an edit on top of an edit.
    const drawFrame = (frame: number) => {
      const lifted = applyEdit(document, 'nodes.move', { ids: [nodeId('lane3')], by: { x: frame, y: 0 } });
      return applyEdit(lifted, name, argsOf(frame)) !== lifted;
    };
    // The first frame may make the indexes that all later ones share.
    expect(drawFrame(1)).toBe(true);
    for (const map of [document.nodes, document.edges, document.roles]) forbidWalking(map);
    for (let frame = 2; frame < 20; frame++) {
      expect(drawFrame(frame)).toBe(true);
    }
  },
);
