import type { Point } from '../../shared/geometry/box';
import type { AppServices } from '../state/hooks';
import { announce, notify } from '../state/notices';
import { actionContext } from './context';
import { type ActionId, actions } from './index';
import { isEnabled, labelOf } from './labels';

/** Actions whose effect a screen reader would not tell of itself, as dialogs and fields do. */
const announcedSections: ReadonlySet<string> = new Set(['edit', 'insert', 'arrange', 'view']);

/**
 * The one way to run an action. Answers whether it ran: not when it is not enabled. A bug in it becomes a message
 * instead of a dead key. `at`: where its context menu was opened, in diagram units.
 */
export async function runAction(id: ActionId, services: AppServices, at?: Point | null): Promise<boolean> {
  const context = actionContext(services, at);
  if (!isEnabled(id, context)) return false;
  const label = labelOf(id, context);
  const action = actions[id];
  const saidBefore = services.app.getState().announcement;
  try {
    await action.run(context);
  } catch (error) {
    console.error(error);
    const cause = error instanceof Error ? error.message : String(error);
    notify(services.app, 'error', context.t('notice.bug', { action: label }), cause);
    return false;
  }
  // What happened, by name, says more than what the command is called.
  const hasSpoken = services.app.getState().announcement !== saidBefore;
  if (!hasSpoken && announcedSections.has(action.section) && action.hidden !== true) announce(services.app, label);
  return true;
}
