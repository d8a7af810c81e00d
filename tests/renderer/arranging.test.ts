import { describe, expect, test } from 'vitest';
import { unionOf } from '../../shared/geometry/box';
import type { DiagramDocument } from '../../shared/model/document';
import { boxOfNode, roleOfNode } from '../../shared/model/query';
import { aDocument, aLane, aNode, anEdge, aRole, aTask, edgeId, nodeId, roleId } from '../support/builders';
import { openWith, type TestWindow } from '../support/testWindow';

function select(view: TestWindow, ...ids: readonly string[]): void {
  view.active().editor.select({ nodes: new Set(ids.map(nodeId)), edges: new Set() });
}

function nodeIn(document: DiagramDocument, id: string) {
  const node = document.nodes.get(nodeId(id));
  if (node === undefined) throw new Error(`${id} is not there`);
  return node;
}
const boxIn = (document: DiagramDocument, id: string) => boxOfNode(document.nodes, nodeIn(document, id));
const boxes = (view: TestWindow, ...ids: readonly string[]) => ids.map((id) => boxIn(view.shown(), id));

const scattered = aDocument({
  nodes: [
    aTask({ id: 'a', x: 0, y: 0, width: 100, height: 40 }),
    aTask({ id: 'b', x: 130, y: 60, width: 60, height: 40 }),
    aTask({ id: 'c', x: 300, y: 20, width: 100, height: 80 }),
  ],
});

describe('aligning', () => {
  test.each([
    ['arrange.alignLeft', 'x', [0, 0, 0]],
    ['arrange.alignRight', 'x', [300, 340, 300]],
    ['arrange.alignCenter', 'x', [150, 170, 150]],
    ['arrange.alignTop', 'y', [0, 0, 0]],
    ['arrange.alignBottom', 'y', [60, 60, 20]],
    ['arrange.alignMiddle', 'y', [30, 30, 10]],
  ] as const)('%s lines everything up within what was selected, as one step', async (id, axis, expected) => {
    const view = openWith(scattered);
    select(view, 'a', 'b', 'c');
    await view.run(id);
    expect(boxes(view, 'a', 'b', 'c').map((box) => box[axis])).toEqual(expected);
    view.active().editor.undo();
    expect(view.shown()).toBe(scattered);
  });

  test('takes along what lies in a lane', async () => {
    const view = openWith(
      aDocument({
        nodes: [
          aLane({ id: 'lane', x: 40 }),
          aTask({ id: 'in', parentId: 'lane', x: 150, y: 20 }),
          aTask({ id: 'out', y: 200 }),
        ],
      }),
    );
    select(view, 'lane', 'in', 'out');
    await view.run('arrange.alignLeft');
    expect(boxes(view, 'lane', 'in', 'out').map(({ x }) => x)).toEqual([0, 150, 0]);
  });

  test('distributing gives equal gaps and leaves the outermost', async () => {
    const view = openWith(scattered);
    select(view, 'a', 'b', 'c');
    await view.run('arrange.distributeHorizontally');
    expect(boxes(view, 'a', 'b', 'c').map(({ x }) => x)).toEqual([0, 170, 300]);
  });
});

describe('moving by keys', () => {
  test('goes by the grid while snapping is on and by single units otherwise; with Shift ten times as far', async () => {
    const view = openWith(scattered);
    select(view, 'a');
    await view.run('arrange.nudgeRight');
    await view.run('arrange.nudgeDownFar');
    expect(boxes(view, 'a')).toMatchObject([{ x: 8, y: 80 }]);
    await view.run('view.snap');
    await view.run('arrange.nudgeLeft');
    expect(boxes(view, 'a')).toMatchObject([{ x: 7, y: 80 }]);
    view.active().editor.undo();
    expect(view.shown()).toBe(scattered);
  });
});

describe('groups', () => {
  test('a group frames what is selected and lets it go again', async () => {
    const view = openWith(scattered);
    select(view, 'a', 'b');
    await view.run('arrange.group');
    const [group] = view.active().editor.getState().selection.nodes;
    expect(group).toBeDefined();
    const frame = boxIn(view.shown(), String(group));
    expect(view.shown().nodes.get(nodeId('a'))?.parentId).toBe(group);
    expect(boxIn(view.shown(), 'a')).toEqual(boxIn(scattered, 'a'));
    expect(unionOf([frame, ...boxes(view, 'a', 'b')])).toEqual(frame);
    await view.run('arrange.ungroup');
    expect(view.shown().nodes.has(nodeId(String(group)))).toBe(false);
    expect(view.shown().nodes.get(nodeId('a'))?.parentId).toBeNull();
    expect([...view.active().editor.getState().selection.nodes].sort()).toEqual(['a', 'b']);
  });

  test('a group of steps in one lane stays in the lane', async () => {
    const view = openWith(
      aDocument({ nodes: [aLane({ id: 'lane' }), aTask({ id: 'a', parentId: 'lane', x: 150, y: 30 })] }),
    );
    select(view, 'a');
    await view.run('arrange.group');
    const [group] = view.active().editor.getState().selection.nodes;
    expect(view.shown().nodes.get(nodeId(String(group)))?.parentId).toBe('lane');
  });

  test('who does a step stays the same, whichever lanes the grouped steps come from', async () => {
    const view = openWith(
      aDocument({
        roles: [aRole({ id: 'one' }), aRole({ id: 'two' })],
        nodes: [
          aLane({ id: 'top', roleId: 'one', y: 0, width: 400, height: 96 }),
          aLane({ id: 'below', roleId: 'two', y: 96, width: 400, height: 96 }),
          aTask({ id: 'a', parentId: 'top', x: 150, y: 24 }),
          aTask({ id: 'b', parentId: 'below', x: 150, y: 24 }),
        ],
      }),
    );
    const rolesOf = (...ids: string[]) => ids.map((id) => roleOfNode(view.shown(), nodeIn(view.shown(), id))?.id);
    const before = view.shown();
    select(view, 'a', 'b');
    await view.run('arrange.group');
    expect(rolesOf('a', 'b')).toEqual(['one', 'two']);
    const [group] = view.active().editor.getState().selection.nodes;
    view.active().editor.edit('nodes.set', { ids: [nodeId('a')], patch: { roleId: null } });
    view.active().editor.edit('nodes.set', { ids: [nodeId(String(group))], patch: { roleId: roleId('two') } });
    await view.run('arrange.ungroup');
    expect(rolesOf('a', 'b')).toEqual(['two', 'two']);
    for (let i = 0; i < 4; i++) view.active().editor.undo();
    expect(view.shown()).toBe(before);
  });
});

test('fitting makes room for the whole text around the old middle', async () => {
  const label = 'A step with so long a name that it cannot possibly stand in a small box';
  const view = openWith(aDocument({ nodes: [aTask({ id: 'a', x: 0, y: 0, width: 96, height: 40, label })] }));
  select(view, 'a');
  await view.run('arrange.fitText');
  const [box] = boxes(view, 'a');
  expect(box?.height).toBeGreaterThan(40);
  expect((box?.y ?? 0) + (box?.height ?? 0) / 2).toBeCloseTo(20, 0);
});

describe('edges', () => {
  const linked = aDocument({
    nodes: [aTask({ id: 'a' }), aTask({ id: 'b', x: 240 }), aNode('note', { id: 'n', y: 200 })],
    edges: [
      anEdge({
        id: 'e',
        from: 'a',
        to: 'b',
        waypoints: [
          { x: 1, y: 2 },
          { x: 3, y: 4 },
        ],
        labelAt: 0.25,
      }),
    ],
  });
  function withEdge() {
    const view = openWith(linked);
    view.active().editor.select({ nodes: new Set(), edges: new Set([edgeId('e')]) });
    return { view, edge: () => view.shown().edges.get(edgeId('e')) };
  }

  test('reversing swaps the ends and keeps the line where it is', async () => {
    const { view, edge } = withEdge();
    await view.run('edge.reverse');
    expect(edge()).toMatchObject({
      from: { nodeId: 'b' },
      to: { nodeId: 'a' },
      waypoints: [
        { x: 3, y: 4 },
        { x: 1, y: 2 },
      ],
      labelAt: 0.75,
    });
    await view.run('edge.reverse');
    expect(edge()).toEqual(linked.edges.get(edgeId('e')));
  });

  test('bends go, the shape changes, and so does the kind with its arrow heads', async () => {
    const { view, edge } = withEdge();
    await view.run('edge.removeBends');
    expect(edge()?.waypoints).toEqual([]);
    expect(await view.run('edge.removeBends')).toBe(false);
    await view.run('edge.routing.curved');
    await view.run('edge.kind.collaboration');
    expect(edge()).toMatchObject({ routing: 'curved', kind: 'collaboration', heads: 'both' });
  });

  test('with nothing selected the kind is that of the next edge', async () => {
    const view = openWith(linked);
    await view.run('edge.kind.data');
    expect(view.active().view.getState().edgeKind).toBe('data');
    expect(view.shown()).toBe(linked);
  });
});
