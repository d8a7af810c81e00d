import { describe, expect, test } from 'vitest';
import { actionContext } from '../../renderer/actions/context';
import { describeStep } from '../../renderer/actions/describing';
import { isEnabled } from '../../renderer/actions/labels';
import { undoLabel } from '../../shared/history/history';
import { translator } from '../../shared/i18n/translator';
import { checkDocument } from '../../shared/rules/checker';
import { aDocument, aLane, anEdge, aRole, aSeparation, aTask, edgeId, nodeId } from '../support/builders';
import { openWith, type TestWindow } from '../support/testWindow';

const roles = [aRole({ id: 'ann', name: 'Analyst' }), aRole({ id: 'bob', name: 'Builder', order: 1 })];
const plan = aDocument({
  roles,
  nodes: [
    aTask({ id: 'ask', label: 'Ask', roleId: 'bob', raci: { ann: 'A' } }),
    aLane({
      id: 'closed',
      y: 200,
      roleId: 'ann',
      props: { direction: 'horizontal', collapsed: { width: 600, height: 200 } },
    }),
    aTask({ id: 'answer', label: 'Answer', parentId: 'closed', raci: { ann: 'R' } }),
    aTask({ id: 'talk', label: 'Talk', roleId: 'ann', x: 300 }),
  ],
  edges: [anEdge({ id: 'wordless', kind: 'handoff', from: 'ask', to: 'talk' })],
});

/** What looking for problems comes to, without waiting for the window to be idle. */
function look(view: TestWindow): void {
  const document = view.shown();
  view.active().problems.store.setState({ problems: checkDocument(document), document });
}

const selected = (view: TestWindow) => {
  const { nodes, edges } = view.active().editor.getState().selection;
  return [...nodes, ...edges].join(' ');
};
const said = (view: TestWindow) => view.services.app.getState().announcement;

describe('going from problem to problem', () => {
  test('is not possible before they are looked for', async () => {
    const view = openWith(plan);
    expect(await view.run('problems.next')).toBe(false);
  });

  test('selects each place, says what is wrong there and goes on around the end', async () => {
    const view = openWith(plan);
    look(view);
    await view.run('problems.next');
    expect([selected(view), said(view)]).toEqual(['ask', '“Ask” has nobody responsible (R)']);
    await view.run('problems.previous');
    expect([selected(view), said(view)]).toEqual(['wordless', '“Ask” → “Talk” does not say what is handed over']);
    await view.run('problems.previous');
    expect(selected(view)).toBe('answer');
    await view.run('problems.next');
    await view.run('problems.next');
    expect(selected(view)).toBe('ask');
  });

  test('opens what hides the place', async () => {
    const view = openWith(plan);
    look(view);
    await view.run('problems.next');
    await view.run('problems.next');
    expect(selected(view)).toBe('answer');
    expect(view.shown().nodes.get(nodeId('closed'))?.props).toEqual({ direction: 'horizontal' });
    await view.run('edit.undo');
    expect(view.shown()).toBe(plan);
  });

  test('goes on from where a mended one was, and leaves out what is gone', async () => {
    const view = openWith(plan);
    look(view);
    await view.run('problems.next');
    expect(await view.run('problems.fix')).toBe(true);
    expect(undoLabel(view.active().editor.getState().history)).toBe('edit.raci.assign');
    expect(view.shown().nodes.get(nodeId('ask'))?.raci).toEqual(
      new Map([
        ['ann', 'A'],
        ['bob', 'R'],
      ]),
    );
    look(view);
    expect(await view.run('problems.fix')).toBe(false);
    await view.run('problems.next');
    expect(selected(view)).toBe('answer');
    await view.run('edit.undo');

    view.active().editor.edit('elements.remove', { nodes: [], edges: [edgeId('wordless')] });
    await view.run('problems.next');
    expect(selected(view)).toBe('');
  });
});

describe('never by the same role', () => {
  const offered = (view: TestWindow, ...ids: readonly string[]) => {
    view.active().editor.select({ nodes: new Set(ids.map(nodeId)), edges: new Set() });
    return isEnabled('separation.toggle', actionContext(view.services));
  };

  test('is said of two steps, and taken back by the same command', async () => {
    const view = openWith(plan);
    expect([offered(view, 'ask'), offered(view, 'ask', 'answer', 'talk'), offered(view, 'ask', 'closed')]).toEqual([
      false,
      false,
      false,
    ]);
    expect(offered(view, 'ask', 'talk')).toBe(true);
    await view.run('separation.toggle');
    expect([...view.shown().separations.values()]).toMatchObject([{ nodeIds: ['ask', 'talk'], reason: '' }]);
    await view.run('separation.toggle');
    expect(view.shown().separations.size).toBe(0);
  });

  test('is told with the names of both', () => {
    const apart = aDocument({ roles, nodes: [...plan.nodes.values()], separations: [aSeparation('s', 'ask', 'talk')] });
    const before = { ...apart, separations: new Map() };
    const speech = { t: translator('en'), language: 'en' } as const;
    expect(describeStep(before, apart, 'edit.separations.add', speech)).toBe('Keep steps apart: ‘Ask, Talk’');
    expect(describeStep(apart, before, 'edit.separations.remove', speech)).toBe('Drop the rule: ‘Ask, Talk’');
  });

  test('finds the rule whichever step was selected first', async () => {
    const view = openWith(
      aDocument({ roles, nodes: [...plan.nodes.values()], separations: [aSeparation('s', 'ask', 'talk')] }),
    );
    offered(view, 'talk', 'ask');
    await view.run('separation.toggle');
    expect(view.shown().separations.size).toBe(0);
  });
});
