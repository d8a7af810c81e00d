import type { ActionContext } from './action';
import { type ActionId, actions } from './index';

/** What an action is called now, e.g. "Undo Move". */
export function labelOf(id: ActionId, context: ActionContext): string {
  const action = actions[id];
  return action.label?.(context) ?? context.t(action.labelKey);
}

export function isEnabled(id: ActionId, context: ActionContext): boolean {
  return actions[id].enabled?.(context) ?? true;
}
