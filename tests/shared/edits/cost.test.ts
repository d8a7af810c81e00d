import { expect, test } from 'vitest';
import { countsOf, nodesByRole } from '../../../renderer/chrome/counts';
import type { EditArgs, EditName } from '../../../shared/edits/args';
import { applyEdit } from '../../../shared/edits/index';
import { diffDocuments, serializeStep } from '../../../shared/file/journal';
import { createHistory, emptySelection, record, undo } from '../../../shared/history/history';
import type { DiagramDocument } from '../../../shared/model/document';
import { bentEdgesByNode, childrenByParent, edgesByNode, inStackingOrder } from '../../../shared/model/query';
import { aDocument, aLane, anEdge, aTask, edgeId, nodeId } from '../../support/builders';

/** A hundred lanes of a hundred tasks, each connected to the next by an edge with a bend. */
function bigDocument(): DiagramDocument {
  const lanes = Array.from({ length: 100 }, (_, i) => aLane({ id: `lane${i}`, y: i * 200, height: 200 }));
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
    throw new Error('An edit went through the whole document');
  };
  Object.assign(map, { entries: refuse, keys: refuse, values: refuse, forEach: refuse, [Symbol.iterator]: refuse });
}

const task = [nodeId('t50.50')];
const box = (x: number) => new Map([[nodeId('t50.50'), { x, y: 40, width: 200, height: 64 }]]);
const previews: { readonly [K in EditName]?: (frame: number) => EditArgs[K] } = {
  'nodes.move': (frame) => ({ ids: task, by: { x: frame, y: frame } }),
  'nodes.place': (frame) => ({ boxes: box(frame) }),
  'layout.apply': (frame) => ({ boxes: box(frame), ends: new Map() }),
  'nodes.set': (frame) => ({ ids: task, patch: { label: `Label ${frame}` } }),
  'lanes.reorder': (frame) => ({ id: nodeId('lane50'), to: frame }),
  'lanes.resize': (frame) => ({
    id: nodeId('lane50'),
    box: { x: 0, y: 10_000, width: 800, height: 200 + frame },
    neighbours: 'push',
  }),
  'space.insert': (frame) => ({ axis: 'x', at: 500, by: frame }),
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

/** What panels and painters ask of every document that was recorded. */
function lookAt(document: DiagramDocument): void {
  childrenByParent(document.nodes);
  edgesByNode(document.edges);
  bentEdgesByNode(document.edges);
  inStackingOrder(document.nodes);
  countsOf(document);
  nodesByRole(document);
}

test('recording a step, undoing it and writing it down costs what it changes', () => {
  const document = bigDocument();
  let history = createHistory(document);
  const steps: readonly ((document: DiagramDocument, step: number) => DiagramDocument)[] = [
    (now, step) => applyEdit(now, 'nodes.move', { ids: task, by: { x: step, y: 0 } }),
    (now, step) => applyEdit(now, 'nodes.set', { ids: task, patch: { label: `Label ${step}` } }),
    (now, step) => applyEdit(now, 'nodes.add', { nodes: [aTask({ id: `new${step}` })] }),
    (now, step) =>
      applyEdit(now, 'edges.add', { edges: [anEdge({ id: `new${step}`, from: 't1.1', to: `new${step - 1}` })] }),
    (now, step) => applyEdit(now, 'elements.remove', { nodes: [nodeId(`t7.${step}`)], edges: [] }),
    (now) => applyEdit(now, 'nodes.reparent', { ids: task, parentId: null }),
  ];
  const takeSteps = (round: number) => {
    for (const [index, change] of steps.entries()) {
      const before = history.present.document;
      history = record(history, 'edit.nodes.set', change(before, 10 * round + index), emptySelection);
      const after = history.present.document;
      lookAt(after);
      serializeStep(diffDocuments(before, after));
      const back = undo(history);
      if (after !== before) expect(back?.history.present.document).toBe(before);
    }
  };
  // The first look makes the indexes that all later ones share.
  lookAt(document);
  for (const map of [document.nodes, document.edges, document.roles]) forbidWalking(map);
  for (let round = 1; round < 5; round++) takeSteps(round);
});
