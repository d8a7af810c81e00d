import type { ActionContext, ActionSection } from './action';
import { type ActionId, actions } from './index';

/** What an action is called now, e.g. "Undo Move". */
export function labelOf(id: ActionId, context: ActionContext): string {
  const action = actions[id];
  return action.label?.(context) ?? context.t(action.labelKey);
}

/** What these change is seen on the canvas alone: on a page they would happen out of sight. */
const canvasSections: ReadonlySet<ActionSection> = new Set(['insert', 'arrange', 'navigate']);

export function isEnabled(id: ActionId, context: ActionContext): boolean {
  const action = actions[id];
  const { page = 'diagram', arrangement = 'free' } = context.active?.view.getState() ?? {};
  if (arrangement !== 'free' && action.section === 'arrange' && action.inViews !== true) return false;
  if (page !== 'diagram' && canvasSections.has(action.section) && action.onPages !== true) return false;
  return action.enabled?.(context) ?? true;
}
