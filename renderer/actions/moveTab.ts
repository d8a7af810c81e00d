import type { RecoveryKey, TabTarget } from '../../shared/ipc/contract';
import { languageOf } from '../state/appStore';
import type { AppServices } from '../state/hooks';
import { translator } from '../state/messages';
import { notify } from '../state/notices';
import type { Action } from './action';
import { hasDocument } from './context';
import { finishTyping } from './textField';

/** Moves a document to another window, or into one of its own; a window that has none left closes. */
export async function moveTab({ app, bridge, session }: AppServices, key: RecoveryKey, to: TabTarget): Promise<void> {
  const t = translator(languageOf(app.getState()));
  const { documents } = session.store.getState();
  // Alone in its window it has one already.
  if (to === 'new' && documents.length === 1) return;
  await finishTyping();
  const file = documents.find((open) => open.key === key)?.file ?? null;
  const luggage = await session.letGo(key);
  if (luggage === null) {
    notify(app, 'error', t('tabs.notMoved'));
    return;
  }
  await bridge.request['tab.move'](key, file?.handle ?? null, to, luggage);
  if (session.store.getState().documents.length === 0) await bridge.request['window.close']();
}

export const moveTabActions = {
  'tab.toNewWindow': {
    labelKey: 'action.tab.toNewWindow',
    section: 'view',
    icon: 'external-link',
    enabled: ({ app, session }) => app.getState().movesTabs && session.store.getState().documents.length > 1,
    async run(context) {
      if (context.active !== null) await moveTab(context, context.active.key, 'new');
    },
  },
  'tab.toOtherWindow': {
    labelKey: 'action.tab.toOtherWindow',
    section: 'view',
    icon: 'log-out',
    enabled: (context) => context.app.getState().otherWindows > 0 && hasDocument(context),
    async run(context) {
      if (context.active !== null) await moveTab(context, context.active.key, 'other');
    },
  },
} as const satisfies Readonly<Record<string, Action>>;
