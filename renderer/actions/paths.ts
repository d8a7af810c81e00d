import { isStep } from '../../shared/model/steps';
import { changeSettings } from '../state/settings';
import type { Action, ActionContext } from './action';
import { activeDocument, selectedNodes } from './context';

/** The two steps that are selected, in the order in which they were. */
function endsOf(context: ActionContext) {
  const active = activeDocument(context);
  const nodes = active === null ? [] : selectedNodes(active);
  const [from, to] = nodes;
  return from !== undefined && to !== undefined && nodes.length === 2 && [from, to].every(isStep) ? { from, to } : null;
}

export const pathActions = {
  'paths.between': {
    labelKey: 'action.paths.between',
    section: 'navigate',
    icon: 'waypoints',
    enabled: (context) => endsOf(context) !== null,
    run(context) {
      const ends = endsOf(context);
      if (ends === null) return;
      context.active?.view.setState({ paths: { fromId: ends.from.id, toId: ends.to.id } });
      changeSettings(context, (settings) => ({ ...settings, panels: { ...settings.panels, left: true } }));
    },
  },
} as const satisfies Readonly<Record<string, Action>>;
