import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OpenDocument } from '../../renderer/state/session';
import { showArranged } from '../../renderer/state/shownEditor';
import type { Point } from '../../shared/geometry/box';
import { type ViewId, viewIds } from '../../shared/layout/views/index';
import { stageOfEach } from '../../shared/layout/views/stages';
import type { DiagramDocument } from '../../shared/model/document';
import type { NodeId } from '../../shared/model/ids';
import { checkInvariants } from '../../shared/model/invariants';
import { roleOfNode } from '../../shared/model/query';
import { mustGet } from '../../shared/util/invariant';
import { documentArbitrary } from '../support/arbitraries';
import { aDocument, aLane, aNode, anEdge, aRole, aTask, edgeId, nodeId, roleId } from '../support/builders';
import { deepFreeze } from '../support/deepFreeze';
import { editArgsArbitraries } from '../support/editArbitraries';
import { openWith } from '../support/testWindow';

const end = (id: string) => ({ nodeId: nodeId(id), side: 'auto' as const, at: 0.5 });
const stage = (id: string, x: number) => aNode('stage', { id, x, y: 0, width: 200, height: 400 });
const plan = deepFreeze(
  aDocument({
    roles: [aRole({ id: 'de', order: 1 }), aRole({ id: 'ds', order: 2 })],
    nodes: [
      stage('collect', 200),
      stage('build', 400),
      aLane({ id: 'lane-de', roleId: 'de', x: 0, y: 50, width: 700, height: 120 }),
      aLane({ id: 'lane-ds', roleId: 'ds', x: 0, y: 170, width: 700, height: 120 }),
      aTask({ id: 'pipeline', parentId: 'lane-de', x: 250, y: 30 }),
      aTask({ id: 'train', parentId: 'lane-ds', x: 430, y: 30 }),
    ],
    edges: [anEdge({ id: 'e', from: end('pipeline'), to: end('train'), waypoints: [{ x: 500, y: 100 }] })],
  }),
);

/** From the first of three steps in a row to the last one. */
const crossed = deepFreeze(
  aDocument({
    roles: [aRole({ id: 'de' })],
    nodes: ['a', 'b', 'c'].map((id, index) => aTask({ id, roleId: 'de', x: 200 * index, y: 0 })),
    edges: [
      // So many that none of them is given another side to end at.
      ...Array.from({ length: 60 }, (_, index) => anEdge({ id: `ab${index}`, from: end('a'), to: end('b') })),
      anEdge({ id: 'bc', from: end('b'), to: end('c') }),
      anEdge({ id: 'long', from: end('a'), to: end('c') }),
    ],
  }),
);

async function shownAs(view: ViewId, document: DiagramDocument = plan) {
  const window = openWith(document);
  const open = window.active();
  await showArranged(open.view, view);
  return { window, open, source: () => open.source.getState().history.present.document };
}

/** Drags a step by the distance between the places of two others in the view. */
function dragTo({ editor }: OpenDocument, id: string, by: Point): void {
  const gesture = editor.beginGesture('edit.nodes.move');
  gesture.preview('nodes.move', { ids: [nodeId(id)], by });
  gesture.commit();
}

const stageOf = (document: DiagramDocument, id: string) =>
  stageOfEach(document.nodes, [mustGet(document.nodes, nodeId(id))]).get(nodeId(id));

describe('a view of a document that is edited', () => {
  test('shows other places and changes nothing of the document; back again, it is the very same', async () => {
    const { window, open, source } = await shownAs('grid');
    expect(window.shown().nodes.has('~de' as NodeId)).toBe(true);
    expect(source()).toBe(plan);
    expect(open.editor.getState().history.past).toEqual([]);
    await showArranged(open.view, 'free');
    expect(window.shown()).toBe(plan);
  });

  test('a step that is dragged into another role’s lane becomes that role’s, in its lane of the free picture; one undo', async () => {
    const { open, source } = await shownAs('roles');
    dragTo(open, 'pipeline', { x: 0, y: 100 });
    const node = mustGet(source().nodes, nodeId('pipeline'));
    expect([node.parentId, roleOfNode(source(), node)?.id]).toEqual(['lane-ds', 'ds']);
    expect(mustGet(source().nodes, nodeId('train'))).toBe(mustGet(plan.nodes, nodeId('train')));
    open.editor.undo();
    expect(source()).toBe(plan);
  });

  test('under another stage it goes under that stage, and keeps its role', async () => {
    const { open, source } = await shownAs('grid');
    dragTo(open, 'pipeline', { x: 150, y: 0 });
    expect([stageOf(plan, 'pipeline'), stageOf(source(), 'pipeline')]).toEqual(['collect', 'build']);
    expect(mustGet(source().nodes, nodeId('pipeline')).parentId).toBe('lane-de');
  });

  test('a drag within its lane leaves no step behind', async () => {
    const { open, source } = await shownAs('roles');
    dragTo(open, 'pipeline', { x: 20, y: 4 });
    expect(source()).toBe(plan);
    expect(open.editor.getState().history.past).toEqual([]);
  });

  test('arrow keys give a step to the next role', async () => {
    const { window, open, source } = await shownAs('roles');
    open.editor.select({ nodes: new Set([nodeId('pipeline')]), edges: new Set() });
    await window.run('arrange.nudgeDown');
    expect(roleOfNode(source(), mustGet(source().nodes, nodeId('pipeline')))?.id).toBe('ds');
    expect(open.editor.getState().selection.nodes).toEqual(new Set(['pipeline']));
  });

  test('words, roles and lines are changed alike, bends and places are not', async () => {
    const { open, source } = await shownAs('stages');
    open.editor.edit('texts.set', { nodes: new Map([[nodeId('train'), { label: 'Fit' }]]) });
    open.editor.edit('edges.set', { ids: [edgeId('e')], patch: { label: 'data', waypoints: [], labelAt: 0.1 } });
    expect(mustGet(source().nodes, nodeId('train'))).toMatchObject({ label: 'Fit', parentId: 'lane-ds' });
    expect(mustGet(source().edges, edgeId('e'))).toMatchObject({
      label: 'data',
      waypoints: [{ x: 500, y: 100 }],
      labelAt: 0.5,
    });
    open.editor.edit('nodes.set', { ids: [nodeId('train')], patch: { roleId: roleId('de') } });
    expect(mustGet(source().nodes, nodeId('train')).parentId).toBe('lane-de');
  });

  test('a new step gets a place in the lane and the stage it was put in', async () => {
    const { window, open, source } = await shownAs('grid');
    const lane = mustGet(window.shown().nodes, '~ds' as NodeId);
    const column = mustGet(window.shown().nodes, nodeId('build'));
    const task = aTask({ id: 'new', parentId: lane.id, x: column.x + 20 - lane.x, y: 20, width: 100, height: 60 });
    open.editor.edit('nodes.add', {
      nodes: [task],
      edges: [anEdge({ id: 'to-new', from: end('train'), to: end('new') })],
    });
    const node = mustGet(source().nodes, nodeId('new'));
    expect([node.parentId, stageOf(source(), 'new')]).toEqual(['lane-ds', 'build']);
    expect(source().edges.has(edgeId('to-new'))).toBe(true);
  });

  test('deleting all that is shown leaves lanes and stages of the free picture alone', async () => {
    const { window, open, source } = await shownAs('grid');
    open.editor.edit('elements.remove', { nodes: [...window.shown().nodes.keys()], edges: [] });
    expect([...source().nodes.keys()].sort()).toEqual(['build', 'collect', 'lane-de', 'lane-ds']);
  });

  test('what is changed elsewhere is shown, and what is chosen in one is chosen in the other', async () => {
    const { window, open } = await shownAs('roles');
    open.editor.select({ nodes: new Set([nodeId('train')]), edges: new Set() });
    expect(open.source.getState().selection.nodes).toEqual(new Set(['train']));
    open.source.edit('texts.set', { nodes: new Map([[nodeId('train'), { label: 'Fit' }]]) });
    expect(mustGet(window.shown().nodes, nodeId('train')).label).toBe('Fit');
    open.source.select({ nodes: new Set([nodeId('pipeline')]), edges: new Set() });
    expect(open.editor.getState().selection.nodes).toEqual(new Set(['pipeline']));
  });

  test('ways around steps are found for its edges, and are the view’s alone', async () => {
    const { open, window, source } = await shownAs('roles', crossed);
    await expect.poll(() => window.shown().edges.get(edgeId('long'))?.route?.length ?? 0).toBeGreaterThan(2);
    expect(source()).toBe(crossed);
    await showArranged(open.view, 'free');
    expect(window.shown()).toBe(crossed);
  });

  test('pages show the document itself', async () => {
    const { window, open } = await shownAs('roles');
    open.view.setState({ page: 'raci' });
    expect(window.shown()).toBe(plan);
    open.view.setState({ page: 'diagram' });
    expect(window.shown().nodes.has('~de' as NodeId)).toBe(true);
  });

  test.each(Object.keys(editArgsArbitraries) as (keyof typeof editArgsArbitraries)[])(
    '%s on a view leaves a sound document, and undo the very same one',
    async (name) => {
      await showArranged(openWith().active().view, 'grid');
      const cases = documentArbitrary.chain((document) =>
        fc.tuple(fc.constant(document), editArgsArbitraries[name](document), fc.constantFrom(...viewIds)),
      );
      await fc.assert(
        fc.asyncProperty(cases, async ([document, args, view]) => {
          const { window, open, source } = await shownAs(view, document);
          open.editor.edit(name, args as never);
          expect(checkInvariants(source())).toEqual([]);
          while (open.editor.getState().history.past.length > 0) open.editor.undo();
          expect(source()).toBe(document);
          await window.services.session.close(open.key);
        }),
        { numRuns: 15 },
      );
    },
  );
});
