import { describe, expect, test } from 'vitest';
import { actionContext } from '../../renderer/actions/context';
import { labelOf } from '../../renderer/actions/labels';
import { contextMenu } from '../../renderer/actions/menus';
import { findEntries } from '../../renderer/panels/dialogs/paletteEntries';
import { isHidden } from '../../shared/model/hidden';
import { boxOfNode } from '../../shared/model/query';
import { aDocument, aLane, aTask, nodeId } from '../support/builders';
import { openWith } from '../support/testWindow';

const lanes = aDocument({
  nodes: [
    aLane({ id: 'top', x: 0, y: 0, width: 600, height: 96, label: 'Top' }),
    aLane({ id: 'bottom', x: 0, y: 96, width: 600, height: 120 }),
    aTask({ id: 'step', parentId: 'top', x: 160, y: 24, label: 'Sign' }),
    aTask({ id: 'outside', x: 800, y: 0 }),
  ],
});

function open(...selected: readonly string[]) {
  const view = openWith(lanes);
  view.active().editor.select({ nodes: new Set(selected.map(nodeId)), edges: new Set() });
  const node = (id: string) => {
    const found = view.shown().nodes.get(nodeId(id));
    if (found === undefined) throw new Error(`${id} is missing`);
    return found;
  };
  return { view, node, boxOf: (id: string) => boxOfNode(view.shown().nodes, node(id)) };
}

const offersLanes = (view: ReturnType<typeof openWith>, id: string) =>
  contextMenu({ type: 'node', id: nodeId(id) }, actionContext(view.services)).some(
    (entry) => entry.type === 'submenu' && entry.id === 'lane',
  );

describe('commands for lanes', () => {
  test('are offered for a lane and a step in one, and named by the way the lane runs', () => {
    const { view } = open('step');
    expect(offersLanes(view, 'step')).toBe(true);
    expect(labelOf('lane.addBefore', actionContext(view.services))).toBe('Add lane above');
    expect(offersLanes(open('outside').view, 'outside')).toBe(false);
  });

  test('move only the lane that is selected itself, and only where there is another one', async () => {
    const { view, boxOf } = open('step');
    expect(await view.run('lane.moveLater')).toBe(false);
    view.active().editor.select({ nodes: new Set([nodeId('top')]), edges: new Set() });
    expect(await view.run('lane.moveEarlier')).toBe(false);
    expect(await view.run('lane.moveLater')).toBe(true);
    expect([boxOf('bottom').y, boxOf('top').y]).toEqual([0, 120]);
  });

  test('a lane from the palette continues the stack', async () => {
    const { view, boxOf } = open();
    await view.run('insert.lane');
    const [id] = view.active().editor.getState().selection.nodes;
    expect(id && boxOf(id)).toEqual({ x: 0, y: 216, width: 600, height: 96 });
  });
});

describe('arrow keys', () => {
  test('take a step over the border at once into the next lane and back, growing neither', async () => {
    const { view, node, boxOf } = open('step');
    await view.run('arrange.nudgeDown');
    expect([node('step').parentId, boxOf('step').y]).toEqual(['top', 32]);
    await view.run('arrange.nudgeDown');
    await view.run('arrange.nudgeDown');
    expect([node('step').parentId, boxOf('step').y]).toEqual(['bottom', 104]);
    await view.run('arrange.nudgeUpFar');
    expect([node('step').parentId, boxOf('step').y]).toEqual(['top', 96 - 8 - 56]);
    expect([node('top').height, node('bottom').height]).toEqual([96, 120]);
  });

  test('make the last lane grow: there is none to go to', async () => {
    const { view, node } = open('step');
    await view.run('arrange.nudgeDownFar');
    for (let i = 0; i < 8; i++) await view.run('arrange.nudgeDown');
    expect(node('step').parentId).toBe('bottom');
    expect(node('bottom').height).toBe(node('step').y + 56 + 8);
  });
});

describe('closing', () => {
  test('one key closes and opens; looking a step up in the palette opens what hides it', async () => {
    const { view } = open('top');
    await view.run('collapse.toggle');
    expect(isHidden(view.shown().nodes, nodeId('step'))).toBe(true);
    const context = actionContext(view.services);
    const entry = findEntries('Sign', [], context).find(({ label }) => label === 'Sign');
    await entry?.run();
    expect(isHidden(view.shown().nodes, nodeId('step'))).toBe(false);
    expect([...view.active().editor.getState().selection.nodes]).toEqual(['step']);
    await view.run('edit.undo');
    expect(isHidden(view.shown().nodes, nodeId('step'))).toBe(true);
  });

  test('everything is closed, and opened, by one command and one step to undo', async () => {
    const { view } = open();
    await view.run('collapse.all');
    expect(view.shown().nodes.get(nodeId('bottom'))?.height).toBe(40);
    await view.run('collapse.none');
    expect([...view.shown().nodes.values()]).toEqual([...lanes.nodes.values()]);
    await view.run('edit.undo');
    await view.run('edit.undo');
    expect(view.shown()).toBe(view.active().editor.getState().saved);
  });
});
