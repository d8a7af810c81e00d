import type { MessageKey } from '../../shared/i18n/messages';
import { viewIds, views } from '../../shared/layout/views/index';
import type { IconName } from '../../shared/scene/icons.generated';
import { showArranged } from '../state/shownEditor';
import type { Arrangement } from '../state/viewStore';
import type { Action } from './action';
import { hasDocument } from './context';

const arrangements = ['free', ...viewIds] as const satisfies readonly Arrangement[];
type ViewActionId = `view.as.${Arrangement}`;
export const viewActionIds = arrangements.map((id): ViewActionId => `view.as.${id}`);

export function faceOf(arrangement: Arrangement): { readonly labelKey: MessageKey; readonly icon: IconName } {
  return arrangement === 'free' ? { labelKey: 'view.free', icon: 'workflow' } : views[arrangement];
}

/** A command for each way of putting the diagram in front in order. */
export const viewActions = Object.fromEntries(
  arrangements.map((arrangement, index): [ViewActionId, Action] => {
    const { labelKey, icon } = faceOf(arrangement);
    return [
      `view.as.${arrangement}`,
      {
        labelKey,
        section: 'view',
        icon,
        shortcuts: [`Mod+Alt+Shift+Digit${index + 1}`],
        enabled: hasDocument,
        label: ({ t }) => t('action.view.as', { view: t(labelKey) }),
        menuLabel: ({ t }) => t(labelKey),
        checked: ({ active }) => active?.view.getState().arrangement === arrangement,
        async run({ active }) {
          if (active !== null) await showArranged(active.view, arrangement);
        },
      },
    ];
  }),
) as Readonly<Record<ViewActionId, Action>>;
