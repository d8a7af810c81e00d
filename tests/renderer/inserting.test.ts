import { describe, expect, test } from 'vitest';
import { insertActionIds } from '../../renderer/actions/insert';
import { encloses, intersects } from '../../shared/geometry/box';
import { nodeKinds } from '../../shared/kinds/index';
import { checkInvariants } from '../../shared/model/invariants';
import { boxOfNode } from '../../shared/model/query';
import { mustGet } from '../../shared/util/invariant';
import { aDocument, aLane, aNode, aRole, aTask, nodeId } from '../support/builders';
import { openWith, type TestWindow } from '../support/testWindow';

function added(view: TestWindow) {
  const [id] = view.active().editor.getState().selection.nodes;
  const node = id === undefined ? undefined : view.shown().nodes.get(id);
  if (node === undefined) throw new Error('nothing was added');
  return { node, box: boxOfNode(view.shown().nodes, node) };
}

function select(view: TestWindow, id: string): void {
  view.active().editor.select({ nodes: new Set([nodeId(id)]), edges: new Set() });
}

const lanes = aDocument({
  roles: [aRole({ id: 'one' }), aRole({ id: 'two' })],
  nodes: [
    aLane({ id: 'top', roleId: 'one', x: 0, y: 0, width: 400, height: 96 }),
    aLane({ id: 'below', roleId: 'two', x: 0, y: 96, width: 400, height: 96 }),
    aTask({ id: 'a', parentId: 'top', x: 150, y: 24, width: 128, height: 48 }),
  ],
});

describe('adding', () => {
  test.each(insertActionIds)('%s adds one node, selected, as one step, and a sound diagram', async (id) => {
    const view = openWith(lanes);
    await view.run(id, { x: 200, y: 300 });
    expect(added(view).node.kind).toBe(id.slice('insert.'.length));
    expect(view.shown().nodes.size).toBe(4);
    expect(checkInvariants(view.shown())).toEqual([]);
    view.active().editor.undo();
    expect(view.shown()).toBe(lanes);
  });

  test('at a point puts it there, in the lane below', async () => {
    const view = openWith(lanes);
    await view.run('insert.task', { x: 300, y: 144 });
    const { node, box } = added(view);
    expect(node.parentId).toBe('below');
    expect(Math.abs(box.x + box.width / 2 - 300)).toBeLessThanOrEqual(4);
  });

  test('again and again at the same point covers nothing', async () => {
    const view = openWith();
    for (let i = 0; i < 12; i++) await view.run('insert.task', { x: 0, y: 0 });
    const boxes = [...view.shown().nodes.values()].map((node) => boxOfNode(view.shown().nodes, node));
    for (const [i, box] of boxes.entries())
      expect(boxes.slice(i + 1).some((other) => intersects(box, other))).toBe(false);
  });

  test('with a lane selected goes into it, beside what is there', async () => {
    const view = openWith(lanes);
    select(view, 'top');
    await view.run('insert.artifact');
    const { node, box } = added(view);
    expect(node.parentId).toBe('top');
    const task = lanes.nodes.get(nodeId('a'));
    expect(task !== undefined && intersects(box, boxOfNode(lanes.nodes, task))).toBe(false);
  });

  test('a lane continues the row of lanes, a stage that of stages', async () => {
    const view = openWith(lanes);
    await view.run('insert.lane');
    expect(added(view).box).toEqual({ x: 0, y: 192, width: 400, height: 96 });
    await view.run('insert.stage');
    const first = added(view).box;
    await view.run('insert.stage');
    expect(added(view).box).toEqual({ ...first, x: first.x + first.width });
  });
});

describe('growing the next step', () => {
  const alone = aDocument({ nodes: [aTask({ id: 'a', x: 0, y: 0, width: 128, height: 48 })] });

  test.each([
    ['insert.nextRight', { x: 168, y: 0 }],
    ['insert.nextLeft', { x: -168, y: 0 }],
    ['insert.nextDown', { x: 0, y: 88 }],
    ['insert.nextUp', { x: 0, y: -88 }],
  ] as const)('%s connects a step of the same size forty units on', async (id, expected) => {
    const view = openWith(alone);
    select(view, 'a');
    await view.run(id);
    const { node, box } = added(view);
    expect(box).toEqual({ ...expected, width: 128, height: 48 });
    const [edge] = view.shown().edges.values();
    expect([edge?.from.nodeId, edge?.to.nodeId, edge?.kind]).toEqual(['a', node.id, 'flow']);
    view.active().editor.undo();
    expect(view.shown()).toBe(alone);
  });

  test('three times in a row makes a chain', async () => {
    const view = openWith(alone);
    select(view, 'a');
    for (let i = 0; i < 3; i++) await view.run('insert.nextRight');
    expect([...view.shown().nodes.values()].map(({ x }) => x)).toEqual([0, 168, 336, 504]);
    expect(view.shown().edges.size).toBe(3);
  });

  test('a second branch from the same step goes beside the first', async () => {
    const view = openWith(alone);
    select(view, 'a');
    await view.run('insert.nextRight');
    const first = added(view).box;
    select(view, 'a');
    await view.run('insert.nextRight');
    const second = added(view).box;
    expect(second.x).toBe(first.x);
    expect(intersects(first, second)).toBe(false);
  });

  test('in a lane stays in it, and all lanes grow together', async () => {
    const view = openWith(lanes);
    select(view, 'a');
    await view.run('insert.nextRight');
    const { node, box } = added(view);
    expect([node.parentId, node.roleId]).toEqual(['top', null]);
    const [top, below] = ['top', 'below'].map((id) => view.shown().nodes.get(nodeId(id)));
    expect(top?.width).toBe(below?.width);
    expect(top !== undefined && encloses(boxOfNode(view.shown().nodes, top), box)).toBe(true);
    expect(checkInvariants(view.shown())).toEqual([]);
  });

  test('makes the group around the lanes wider too, by as much', async () => {
    const group = aNode('group', { id: 'group', x: -8, y: -32, width: 416, height: 232 });
    const inGroup = [...lanes.nodes.values()].map((node) =>
      node.kind === 'lane' ? { ...node, parentId: nodeId('group'), x: 8, y: node.y + 32 } : node,
    );
    const view = openWith(aDocument({ roles: [...lanes.roles.values()], nodes: [group, ...inGroup] }));
    select(view, 'a');
    await view.run('insert.nextRight');
    const boxOf = (id: string) => view.shown().nodes.get(nodeId(id));
    const grownBy = (boxOf('top')?.width ?? 0) - 400;
    expect(grownBy).toBeGreaterThan(0);
    expect(boxOf('below')?.width).toBe(400 + grownBy);
    expect(boxOf('group')).toMatchObject({ width: 416 + grownBy, height: 232 });
    expect(boxOf('a')).toMatchObject({ x: 150, y: 24 });
  });

  test('down into the next lane takes that lane’s role', async () => {
    const view = openWith(lanes);
    select(view, 'a');
    await view.run('insert.nextDown');
    const { node, box } = added(view);
    expect([node.parentId, node.roleId]).toEqual(['below', null]);
    expect(box.y + box.height / 2).toBe(144);
  });

  test('down where a step lies already goes beside it, in that lane, which grows', async () => {
    const view = openWith(lanes);
    select(view, 'a');
    await view.run('insert.nextDown');
    const first = added(view);
    await view.run('insert.nextRight');
    select(view, 'a');
    await view.run('insert.nextDown');
    const { node, box } = added(view);
    expect(node.parentId).toBe('below');
    expect(box.x).toBeGreaterThan(first.box.x + first.box.width);
    expect(encloses(boxOfNode(view.shown().nodes, mustGet(view.shown().nodes, nodeId('below'))), box)).toBe(true);
  });

  test('out of the last lane keeps the role', async () => {
    const view = openWith(lanes);
    select(view, 'a');
    await view.run('insert.nextUp');
    expect([added(view).node.parentId, added(view).node.roleId]).toEqual([null, 'one']);
  });

  test('after a decision or a start comes a step of work; of a note or a lane nothing grows', async () => {
    const kinds = Object.keys(nodeKinds) as readonly (keyof typeof nodeKinds)[];
    for (const kind of kinds) {
      const view = openWith(aDocument({ nodes: [aNode(kind, { id: 'x' })] }));
      select(view, 'x');
      const grown = await view.run('insert.nextRight');
      expect(grown).toBe(nodeKinds[kind].traits.connectable);
      if (grown) expect(added(view).node.kind).toBe(kind === 'artifact' || kind === 'role' ? kind : 'task');
    }
  });
});
