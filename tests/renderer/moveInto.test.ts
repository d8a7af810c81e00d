import { describe, expect, test } from 'vitest';
import { moveInto } from '../../renderer/actions/moveInto';
import { encloses, intersects } from '../../shared/geometry/box';
import { undoLabel } from '../../shared/history/history';
import type { NodeId } from '../../shared/model/ids';
import { boxOfNode } from '../../shared/model/query';
import { aDocument, aLane, aNode, anEdge, aTask, nodeId } from '../support/builders';
import { openWith, type TestWindow } from '../support/testWindow';

const plan = aDocument({
  nodes: [
    aLane({ id: 'design', width: 640, height: 120 }),
    aLane({ id: 'build', y: 120, width: 640, height: 120 }),
    aTask({ id: 'draft', parentId: 'design', x: 160, y: 32 }),
    aTask({ id: 'review', parentId: 'design', x: 400, y: 32 }),
    aTask({ id: 'code', parentId: 'build', x: 160, y: 32 }),
    aNode('group', { id: 'group', y: 400, width: 400, height: 200 }),
  ],
  edges: [anEdge({ id: 'flow', from: 'draft', to: 'code' })],
});

const boxIn = (view: TestWindow, id: string) => {
  const { nodes } = view.shown();
  const node = nodes.get(nodeId(id));
  if (node === undefined) throw new Error(`${id} is gone`);
  return boxOfNode(nodes, node);
};
const parentIn = (view: TestWindow, id: string) => view.shown().nodes.get(nodeId(id))?.parentId;
const move = (view: TestWindow, ids: readonly string[], parent: string | null) =>
  moveInto(view.active().editor, new Set<NodeId>(ids.map(nodeId)), parent === null ? null : nodeId(parent));

describe('moving steps into a container', () => {
  test('puts them inside it, on no other step, as one step with its edges kept', () => {
    const view = openWith(plan);
    expect(move(view, ['draft', 'review'], 'build')).toBe(true);
    const ids = ['draft', 'review', 'code'];
    for (const id of ids) {
      expect(parentIn(view, id)).toBe('build');
      expect(encloses(boxIn(view, 'build'), boxIn(view, id)), id).toBe(true);
      for (const other of ids) if (other !== id) expect(intersects(boxIn(view, id), boxIn(view, other))).toBe(false);
    }
    expect(view.shown().edges).toBe(plan.edges);
    expect(undoLabel(view.active().editor.getState().history)).toBe('edit.nodes.reparent');
    view.active().editor.undo();
    expect(view.shown()).toBe(plan);
  });

  test('out of all containers puts them where no container is', () => {
    const view = openWith(plan);
    move(view, ['code'], null);
    expect(parentIn(view, 'code')).toBeNull();
    for (const id of ['design', 'build', 'group'])
      expect(intersects(boxIn(view, 'code'), boxIn(view, id)), id).toBe(false);
  });

  test('is refused for what holds the container, for what is there already, and for lanes', () => {
    const view = openWith(plan);
    expect(move(view, ['draft'], 'design')).toBe(false);
    expect(move(view, ['design'], 'group')).toBe(false);
    expect(move(view, ['group'], 'group')).toBe(false);
    expect(view.shown()).toBe(plan);
  });
});

test('with keys a step goes to the container before or after its own, and out of it', async () => {
  const view = openWith(plan);
  view.active().editor.select({ nodes: new Set([nodeId('draft')]), edges: new Set() });
  expect(await view.run('arrange.toPreviousContainer')).toBe(false);
  await view.run('arrange.toNextContainer');
  expect(parentIn(view, 'draft')).toBe('build');
  await view.run('arrange.toNextContainer');
  expect(parentIn(view, 'draft')).toBe('group');
  expect(await view.run('arrange.toNextContainer')).toBe(false);
  await view.run('arrange.outOfContainer');
  expect(parentIn(view, 'draft')).toBeNull();
  expect(await view.run('arrange.outOfContainer')).toBe(false);
});
