import { describe, expect, test } from 'vitest';
import { actionContext } from '../../renderer/actions/context';
import { lookFor, replaceAll, replaceOne, stepToHit } from '../../renderer/actions/find';
import { undoLabel } from '../../shared/history/history';
import { textIn } from '../../shared/model/localizedText';
import { aDocument, aLane, anEdge, aRole, aTask, edgeId, nodeId } from '../support/builders';
import { openWith, type TestWindow } from '../support/testWindow';

const plan = aDocument({
  title: 'Plan',
  roles: [aRole({ id: 'analyst', name: 'Data analyst' })],
  nodes: [
    aTask({ id: 'second', label: 'Clean data', x: 300 }),
    aTask({ id: 'first', label: { ko: '데이터 수집', en: 'Collect data' } }),
    aLane({ id: 'lane', y: 300, roleId: 'analyst' }),
  ],
  edges: [anEdge({ id: 'raw', from: 'first', to: 'second', label: 'Raw data' })],
});
const other = aDocument({ title: 'Other', nodes: [aTask({ id: 'only', label: 'Data in another file' })] });

const selected = (view: TestWindow) => {
  const { nodes, edges } = view.active().editor.getState().selection;
  return [...nodes, ...edges].join(' ');
};
const labels = (view: TestWindow) => [...view.shown().nodes.values()].map(({ label }) => textIn(label, 'en'));

describe('find', () => {
  test('shows the first result while typing, and walks on in reading order, around the end', () => {
    const view = openWith(plan);
    lookFor(view.services, { text: 'data' });
    const walked = [selected(view)];
    for (let i = 0; i < 5; i++) {
      stepToHit(view.services, 1);
      walked.push(selected(view));
    }
    // The role is the last result: it shows what belongs to it.
    expect(walked).toEqual(['first', 'raw', 'second', 'lane', 'lane', 'first']);
    stepToHit(view.services, -1);
    stepToHit(view.services, -1);
    expect(selected(view)).toBe('lane');
  });

  test('walks through all open diagrams when told so, and brings the one with the result to the front', async () => {
    const view = openWith(other);
    view.services.session.add(plan);
    lookFor(view.services, { text: 'data', scope: 'all' });
    expect(selected(view)).toBe('first');
    stepToHit(view.services, -1);
    expect(view.shown()).toBe(other);
    expect(selected(view)).toBe('only');
    await view.run('edit.findNext');
    expect(view.shown()).toBe(plan);
  });

  test('leaves everything as it is when nothing is found', async () => {
    const view = openWith(plan);
    view.active().editor.select({ nodes: new Set([nodeId('lane')]), edges: new Set() });
    lookFor(view.services, { text: 'no such thing' });
    await view.run('edit.findNext');
    expect(selected(view)).toBe('lane');
  });
});

describe('replace', () => {
  test('changes the result that is shown and goes on to the next one, a step each', () => {
    const view = openWith(plan, { systemLanguage: 'en' });
    lookFor(view.services, { text: 'data', replacement: 'facts' });
    replaceOne(actionContext(view.services));
    expect(labels(view)).toContain('Collect facts');
    expect(selected(view)).toBe('raw');
    replaceOne(actionContext(view.services));
    expect(view.shown().edges.get(edgeId('raw'))?.label).toBe('Raw facts');
    expect(selected(view)).toBe('second');
    view.active().editor.undo();
    view.active().editor.undo();
    expect(view.shown()).toBe(plan);
  });

  test('all of it is one step with a name in each diagram, and leaves translations alone', () => {
    const view = openWith(other, { systemLanguage: 'en' });
    const first = view.active();
    view.services.session.add(plan);
    lookFor(view.services, { text: 'data', replacement: 'facts', scope: 'all' });
    replaceAll(actionContext(view.services));
    expect(view.shown().nodes.get(nodeId('first'))?.label).toEqual({ ko: '데이터 수집', en: 'Collect facts' });
    for (const open of [first, view.active()]) {
      const before = open === first ? other : plan;
      expect(undoLabel(open.editor.getState().history)).toBe('step.replace');
      open.editor.undo();
      expect(open.editor.getState().history.present.document).toBe(before);
    }
    expect(view.notices()).toEqual(['Replaced: 5']);
  });

  test('makes room for a longer label', () => {
    const view = openWith(plan, { systemLanguage: 'en' });
    lookFor(view.services, { text: 'Clean data', replacement: 'Clean a great deal of data that came from everywhere' });
    replaceAll(actionContext(view.services));
    const node = view.shown().nodes.get(nodeId('second'));
    expect(node?.height).toBeGreaterThan(plan.nodes.get(nodeId('second'))?.height ?? 0);
    view.active().editor.undo();
    expect(view.shown()).toBe(plan);
  });
});
