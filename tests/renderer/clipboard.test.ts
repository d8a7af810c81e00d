import { describe, expect, test, vi } from 'vitest';
import type { DiagramNode } from '../../shared/model/document';
import { boxOfNode } from '../../shared/model/query';
import { aDocument, aLane, anEdge, aRole, aTask, nodeId } from '../support/builders';
import { openWith, type TestWindow } from '../support/testWindow';

const plan = aDocument({
  roles: [aRole({ id: 'one', name: 'Analyst' })],
  nodes: [
    aTask({ id: 'a', label: 'Collect', roleId: 'one', x: 0, y: 0 }),
    aTask({ id: 'b', label: 'Clean', x: 240, y: 0 }),
    aTask({ id: 'c', label: 'Ship', x: 480, y: 0 }),
  ],
  edges: [anEdge({ id: 'ab', from: 'a', to: 'b' }), anEdge({ id: 'bc', from: 'b', to: 'c' })],
});

function select(view: TestWindow, ...ids: readonly string[]): void {
  view.active().editor.select({ nodes: new Set(ids.map(nodeId)), edges: new Set() });
}
/** What is selected, from left to right. */
function selected(view: TestWindow): readonly DiagramNode[] {
  const { nodes } = view.shown();
  const found = [...view.active().editor.getState().selection.nodes].flatMap((id) => nodes.get(id) ?? []);
  return found.sort((a, b) => a.x - b.x || a.y - b.y);
}

describe('copy and paste', () => {
  test('brings nodes, the edges between them and their role under new ids', async () => {
    const view = openWith(plan);
    select(view, 'a', 'b');
    await view.run('edit.copy');
    expect(await view.run('edit.paste')).toBe(true);
    expect(selected(view).map(({ label, x, roleId }) => [label, x, roleId])).toEqual([
      ['Collect', 16, 'one'],
      ['Clean', 256, null],
    ]);
    expect(view.shown().edges.size).toBe(3);
    expect(view.shown().roles.size).toBe(1);
  });

  test('each further paste lies a step on, so that none hides another', async () => {
    const view = openWith(plan);
    select(view, 'a');
    await view.run('edit.copy');
    const places: number[] = [];
    for (let i = 0; i < 3; i++) {
      await view.run('edit.paste');
      places.push(selected(view)[0]?.x ?? Number.NaN);
    }
    expect(places).toEqual([16, 32, 48]);
  });

  test('cut goes as one step and comes back to its place', async () => {
    const view = openWith(plan);
    select(view, 'b');
    await view.run('edit.cut');
    expect([view.shown().nodes.size, view.shown().edges.size]).toEqual([2, 0]);
    await view.run('edit.paste');
    expect(selected(view).map(({ label, x, y }) => [label, x, y])).toEqual([['Clean', 240, 0]]);
    view.active().editor.undo();
    view.active().editor.undo();
    expect(view.shown()).toBe(plan);
  });

  test('nothing is cut that did not reach the clipboard', async () => {
    vi.spyOn(console, 'error').mockImplementationOnce(() => {});
    const view = openWith(plan);
    Object.assign(view.bridge.request, { 'clipboard.writeText': () => Promise.reject(new Error('busy')) });
    select(view, 'b');
    expect(await view.run('edit.cut')).toBe(false);
    expect(view.shown()).toBe(plan);
  });

  test('to a point puts the middle there', async () => {
    const view = openWith(plan);
    select(view, 'a');
    await view.run('edit.copy');
    await view.run('edit.pasteHere', { x: 800, y: 400 });
    const [node] = selected(view);
    expect(node === undefined ? null : [node.x + node.width / 2, node.y + node.height / 2]).toEqual([
      expect.closeTo(800, -1),
      expect.closeTo(400, -1),
    ]);
  });

  test('into another document brings the role along', async () => {
    const view = openWith(plan);
    select(view, 'a');
    await view.run('edit.copy');
    view.services.session.add(aDocument());
    await view.run('edit.paste');
    expect([...view.shown().roles.values()].map(({ name }) => name)).toEqual(['Analyst']);
    expect(selected(view)[0]?.roleId).toBe('one');
  });

  test('into a lane makes it lie there', async () => {
    const view = openWith(
      aDocument({ nodes: [aLane({ id: 'lane', width: 600, height: 200 }), aTask({ id: 'a', y: 400 })] }),
    );
    select(view, 'a');
    await view.run('edit.copy');
    await view.run('edit.pasteHere', { x: 300, y: 100 });
    expect(selected(view)[0]?.parentId).toBe('lane');
  });

  test('text from elsewhere becomes a step for each line', async () => {
    const view = openWith();
    view.clipboard = '- Collect data\n- 모델 검증\n\n';
    await view.run('edit.paste');
    expect(selected(view).map(({ label }) => label)).toEqual(['Collect data', '모델 검증']);
  });

  test('what claims to be ours and is not is refused with a message', async () => {
    const view = openWith(plan);
    view.clipboard = '{"format": "roleweave-fragment", "version": 1, "nodes": 7';
    await view.run('edit.paste');
    expect(view.shown()).toBe(plan);
    expect(view.notices()).toHaveLength(1);
  });
});

test('duplicating leaves the clipboard alone and the copy beside the original', async () => {
  const view = openWith(plan);
  view.clipboard = 'mine';
  select(view, 'a', 'b');
  await view.run('edit.duplicate');
  expect(view.clipboard).toBe('mine');
  const [first] = selected(view);
  expect(first === undefined ? null : boxOfNode(view.shown().nodes, first)).toMatchObject({ x: 16, y: 16 });
  expect(view.shown().edges.size).toBe(3);
});

test('select all takes everything, delete removes it as one step', async () => {
  const view = openWith(plan);
  await view.run('edit.selectAll');
  expect(view.active().editor.getState().selection).toEqual({
    nodes: new Set(plan.nodes.keys()),
    edges: new Set(plan.edges.keys()),
  });
  await view.run('edit.delete');
  expect(view.shown().nodes.size).toBe(0);
  view.active().editor.undo();
  expect(view.shown()).toBe(plan);
});

test('Escape ends a drag, then the hand, then the selection', async () => {
  const view = openWith(plan);
  const { editor, view: look } = view.active();
  select(view, 'a');
  look.setState({ tool: 'hand' });
  editor.beginGesture('edit.nodes.move');
  await view.run('edit.selectNone');
  expect([editor.hasGesture(), look.getState().tool, editor.getState().selection.nodes.size]).toEqual([
    false,
    'hand',
    1,
  ]);
  await view.run('edit.selectNone');
  expect([look.getState().tool, editor.getState().selection.nodes.size]).toEqual(['select', 1]);
  await view.run('edit.selectNone');
  expect(editor.getState().selection.nodes.size).toBe(0);
});
