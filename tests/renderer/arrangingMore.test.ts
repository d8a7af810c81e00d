import { describe, expect, test } from 'vitest';
import { announceSteps } from '../../renderer/actions/announcing';
import { neighbourIn } from '../../renderer/actions/neighbours';
import { defaultSettings } from '../../shared/ipc/settings';
import type { DiagramDocument } from '../../shared/model/document';
import { boxOfNode } from '../../shared/model/query';
import { aDocument, aLane, aNode, anEdge, aRole, aTask, edgeId, nodeId, roleId } from '../support/builders';
import { openWith, type TestWindow } from '../support/testWindow';

function select(view: TestWindow, nodes: readonly string[], edges: readonly string[] = []): void {
  view.active().editor.select({ nodes: new Set(nodes.map(nodeId)), edges: new Set(edges.map(edgeId)) });
}
function selected(view: TestWindow): readonly string[] {
  const { nodes, edges } = view.active().editor.getState().selection;
  return [...nodes, ...edges].sort();
}
function boxIn({ nodes }: DiagramDocument, id: string) {
  const node = nodes.get(nodeId(id));
  if (node === undefined) throw new Error(`${id} is not there`);
  return boxOfNode(nodes, node);
}
const boxes = (view: TestWindow, ...ids: readonly string[]) => ids.map((id) => boxIn(view.shown(), id));
const said = (view: TestWindow) => view.services.app.getState().announcement.trim();

/** Two branches from a decision, in the roles of two people. */
const flow = aDocument({
  roles: [aRole({ id: 'ann', name: 'Ann' }), aRole({ id: 'bob', name: 'Bob', color: '#0c8a5e', order: 1 })],
  nodes: [
    aTask({ id: 'ask', label: 'Ask', x: 0, y: 100, roleId: 'ann' }),
    aNode('decision', { id: 'fork', label: 'Fits?', x: 240, y: 100 }),
    aTask({ id: 'yes', label: 'Hire', x: 480, y: 0, roleId: 'ann' }),
    aTask({ id: 'no', label: 'Decline', x: 480, y: 200, roleId: 'bob', width: 160 }),
    aTask({ id: 'apart', label: 'Apart', x: 0, y: 600 }),
  ],
  edges: [
    anEdge({ id: 'e1', from: 'ask', to: 'fork' }),
    anEdge({ id: 'e2', from: 'fork', to: 'yes', kind: 'handoff' }),
    anEdge({ id: 'e3', from: 'fork', to: 'no', routing: 'curved' }),
  ],
});

describe('stacking', () => {
  test('puts what is selected in a row on one line, with the gap there was, as one step', async () => {
    const scattered = aDocument({
      nodes: [
        aTask({ id: 'c', x: 500, y: 90, width: 100, height: 40 }),
        aTask({ id: 'a', x: 0, y: 0, width: 100, height: 40 }),
        aTask({ id: 'b', x: 124, y: 60, width: 60, height: 80 }),
      ],
    });
    const view = openWith(scattered);
    select(view, ['c', 'a', 'b']);
    await view.run('arrange.stackRow');
    // Of the gaps 24 and 316 the one in the middle of their order.
    expect(boxes(view, 'a', 'b', 'c').map(({ x }) => x)).toEqual([0, 416, 792]);
    expect(boxes(view, 'a', 'b', 'c').map(({ y, height }) => y + height / 2)).toEqual([20, 20, 20]);
    view.active().editor.undo();
    expect(view.shown()).toBe(scattered);
  });

  test('makes room between things that lie on top of each other', async () => {
    const view = openWith(
      aDocument({ nodes: [aTask({ id: 'a' }), aTask({ id: 'b', y: 8 }), aTask({ id: 'c', y: 16 })] }),
    );
    select(view, ['a', 'b', 'c']);
    await view.run('arrange.stackColumn');
    expect(boxes(view, 'a', 'b', 'c').map(({ y }) => y)).toEqual([0, 96, 192]);
  });
});

describe('sizes', () => {
  test('become that of the one selected first, around the old middles', async () => {
    const view = openWith(flow);
    select(view, ['no', 'yes']);
    await view.run('arrange.sameWidth');
    expect(boxes(view, 'no', 'yes')).toMatchObject([
      { x: 480, width: 160 },
      { x: 464, width: 160 },
    ]);
    expect(boxes(view, 'no')).toEqual([boxIn(flow, 'no')]);
  });

  test('change by keys in steps of the grid, down to the smallest, and a held key is one step', async () => {
    const view = openWith(flow, { settings: { ...defaultSettings, grid: { ...defaultSettings.grid, step: 20 } } });
    select(view, ['yes']);
    await view.run('arrange.wider');
    await view.run('arrange.wider');
    await view.run('arrange.taller');
    expect(boxes(view, 'yes')).toEqual([{ x: 480, y: 0, width: 168, height: 76 }]);
    for (let i = 0; i < 30; i++) await view.run('arrange.shorter');
    expect(boxes(view, 'yes')[0]?.height).toBe(28);
    view.active().editor.undo();
    expect(view.shown()).toBe(flow);
  });
});

describe('selecting what is alike', () => {
  test.each([
    ['select.sameKind', ['ask'], [], ['apart', 'ask', 'no', 'yes']],
    ['select.sameRole', ['yes'], [], ['ask', 'yes']],
    ['select.sameRole', ['apart'], [], ['apart']],
    ['select.sameStyle', ['yes'], [], ['ask', 'yes']],
    ['select.sameStyle', [], ['e1'], ['e1']],
    ['select.sameKind', [], ['e1'], ['e1', 'e3']],
    ['select.connected', ['yes'], [], ['ask', 'e1', 'e2', 'e3', 'fork', 'no', 'yes']],
    ['select.connected', [], ['e1'], ['ask', 'e1', 'e2', 'e3', 'fork', 'no', 'yes']],
  ] as const)('%s from %j %j', async (action, nodes, edges, expected) => {
    const view = openWith(flow);
    select(view, nodes, edges);
    await view.run(action);
    expect(selected(view)).toEqual(expected);
  });
});

describe('copying a style', () => {
  test('gives other steps the size, and other edges the line, but nobody another role', async () => {
    const view = openWith(flow);
    expect(await view.run('edit.pasteStyle')).toBe(false);
    select(view, ['no'], ['e2']);
    await view.run('edit.copyStyle');
    select(view, ['yes'], ['e1', 'e3']);
    await view.run('edit.pasteStyle');
    expect(boxes(view, 'yes')[0]?.width).toBe(160);
    const { nodes, edges } = view.shown();
    expect(nodes.get(nodeId('yes'))?.roleId).toBe('ann');
    expect(edges.get(edgeId('e3'))).toMatchObject({ kind: 'handoff', routing: 'orthogonal' });
    view.active().editor.undo();
    expect(view.shown()).toBe(flow);
  });

  test('never makes a lane of the size of a step', async () => {
    const view = openWith(aDocument({ nodes: [aTask({ id: 'a' }), aLane({ id: 'lane', y: 200 })] }));
    const before = view.shown();
    select(view, ['a']);
    await view.run('edit.copyStyle');
    select(view, ['lane']);
    await view.run('edit.pasteStyle');
    expect(view.shown()).toBe(before);
  });
});

describe('locking', () => {
  test('keeps steps from every key and command until they are unlocked', async () => {
    const view = openWith(flow);
    select(view, ['yes', 'no']);
    await view.run('arrange.lock');
    const locked = view.shown();
    for (const id of [
      'arrange.nudgeRight',
      'arrange.alignTop',
      'arrange.wider',
      'edit.delete',
      'arrange.toFront',
    ] as const) {
      await view.run(id);
      expect(view.shown(), id).toBe(locked);
    }
    select(view, ['yes']);
    expect(await view.run('edit.editText')).toBe(false);
    await view.run('arrange.lock');
    expect(view.shown().nodes.get(nodeId('yes'))?.locked).toBe(false);
    await view.run('arrange.unlockAll');
    expect(view.shown().nodes.get(nodeId('no'))?.locked).toBe(false);
    expect(await view.run('arrange.unlockAll')).toBe(false);
  });

  test('a copy can be moved', async () => {
    const view = openWith(flow);
    select(view, ['yes']);
    await view.run('arrange.lock');
    await view.run('edit.duplicate');
    const [copy] = view.active().editor.getState().selection.nodes;
    expect(view.shown().nodes.get(copy ?? nodeId(''))?.locked).toBe(false);
  });
});

describe('going around by keys', () => {
  test('through space, along the flow, over branches and edges', async () => {
    const view = openWith(flow);
    select(view, ['ask']);
    const steps = [
      ['navigate.right', 'fork'],
      ['navigate.next', 'yes'],
      ['navigate.branch', 'no'],
      ['navigate.branch', 'yes'],
      ['navigate.down', 'no'],
      ['navigate.previous', 'fork'],
      ['navigate.left', 'ask'],
      ['navigate.left', 'ask'],
      ['navigate.edge', 'e1'],
      ['navigate.next', 'fork'],
      ['navigate.edge', 'e1'],
      ['navigate.previous', 'ask'],
    ] as const;
    for (const [action, expected] of steps) {
      await view.run(action);
      expect(selected(view), action).toEqual([expected]);
    }
    expect(view.shown()).toBe(flow);
  });

  test('adds to the selection on the way', async () => {
    const view = openWith(flow);
    select(view, ['ask']);
    await view.run('navigate.addRight');
    await view.run('navigate.addRight');
    expect(selected(view)).toHaveLength(3);
    expect(said(view)).toMatch(/is selected, too: 3 now\./);
  });

  test('starts somewhere when nothing is selected, and says so when there is nothing', async () => {
    const view = openWith(flow);
    await view.run('navigate.right');
    expect(selected(view)).toHaveLength(1);
    const empty = openWith();
    await empty.run('navigate.next');
    expect(said(empty)).toBe('There is nothing there.');
  });

  test('a lane is no neighbour of the steps in it', () => {
    const document = aDocument({
      nodes: [
        aLane({ id: 'lane', width: 800 }),
        aTask({ id: 'b', parentId: 'lane', x: 300, y: 30 }),
        aTask({ id: 'a', parentId: 'lane', x: 150, y: 34 }),
        aTask({ id: 'c', x: 0, y: 300 }),
      ],
    });
    const box = boxIn(document, 'a');
    const isStep = ({ id, kind }: { id: string; kind: string }) => id !== 'a' && kind === 'task';
    expect(neighbourIn(document, box, 'right', isStep)?.id).toBe('b');
    expect(neighbourIn(document, box, 'left', isStep)).toBeNull();
  });

  test('arrow keys slide the label of a selected edge, as one step', async () => {
    const view = openWith(flow);
    select(view, [], ['e1']);
    for (let i = 0; i < 5; i++) await view.run('arrange.nudgeRight');
    expect(view.shown().edges.get(edgeId('e1'))?.labelAt).toBeCloseTo(0.6);
    for (let i = 0; i < 60; i++) await view.run('arrange.nudgeRight');
    expect(view.shown().edges.get(edgeId('e1'))?.labelAt).toBe(1);
    view.active().editor.undo();
    expect(view.shown()).toBe(flow);
  });
});

describe('what is said', () => {
  function speaking(language: 'en' | 'ko' = 'en', document = flow): TestWindow {
    const view = openWith(document, { systemLanguage: language });
    announceSteps(view.services);
    return view;
  }

  test('names what was connected, moved, renamed, resized, locked and deleted', () => {
    const view = speaking();
    const { editor } = view.active();
    editor.edit('edges.add', { edges: [anEdge({ id: 'new', from: 'yes', to: 'apart' })] });
    expect(said(view)).toBe('Connected ‘Hire’ to ‘Apart’.');
    editor.undo();
    expect(said(view)).toBe('Undone: Connected ‘Hire’ to ‘Apart’.');
    editor.redo();
    expect(said(view)).toBe('Connected ‘Hire’ to ‘Apart’.');
    editor.edit('nodes.move', { ids: [nodeId('ask')], by: { x: 8, y: 0 } });
    expect(said(view)).toBe('Moved ‘Ask’ to 8, 100.');
    editor.edit('nodes.set', { ids: [nodeId('ask')], patch: { label: 'Call' } });
    expect(said(view)).toBe('Renamed ‘Ask’ to ‘Call’.');
    editor.edit('nodes.set', { ids: [nodeId('ask')], patch: { roleId: roleId('bob') } });
    expect(said(view)).toBe('‘Call’ is now done by Bob.');
    editor.edit('nodes.place', { boxes: new Map([[nodeId('ask'), { x: 8, y: 100, width: 200, height: 64 }]]) });
    expect(said(view)).toBe('‘Call’ is now 200 by 64.');
    editor.edit('nodes.lock', { ids: [nodeId('ask')], locked: true });
    expect(said(view)).toBe('Locked ‘Call’.');
    editor.edit('elements.remove', { nodes: [nodeId('apart')], edges: [] });
    expect(said(view)).toBe('Deleted ‘Apart’.');
    editor.edit('elements.remove', { nodes: [], edges: [edgeId('e1')] });
    expect(said(view)).toBe('Deleted the connection from ‘Call’ to ‘Fits?’.');
    editor.edit('roles.set', { id: roleId('bob'), patch: { name: 'Robert' } });
    expect(said(view)).toBe('Change role: ‘Robert’');
    editor.edit('document.setTitle', { title: 'Hiring' });
    expect(said(view)).toMatch(/: ‘Hiring’$/);
    editor.edit('nodes.move', { ids: [nodeId('yes'), nodeId('no')], by: { x: 8, y: 0 } });
    expect(said(view)).toBe('Move: 2 elements');
    editor.edit('edges.set', { ids: [edgeId('e2')], patch: { routing: 'straight' } });
    expect(said(view)).toContain('from ‘Fits?’ to ‘Hire’');
  });

  test('is said once for a command: what happened rather than what it is called', async () => {
    const view = speaking('ko');
    select(view, ['ask']);
    await view.run('insert.nextRight');
    expect(said(view)).toBe('‘Ask’ 다음에 ‘작업’ 항목을 추가했어요.');
    await view.run('edit.undo');
    expect(said(view)).toBe('실행 취소: ‘Ask’ 다음에 ‘작업’ 항목을 추가했어요.');
    await view.run('arrange.nudgeRight');
    expect(said(view)).toBe('‘Ask’ 항목을 옮겼어요: 8, 100');
  });
});
