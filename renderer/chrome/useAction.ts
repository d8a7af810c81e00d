import { useCallback, useSyncExternalStore } from 'react';
import type { IconName } from '../../shared/scene/icons.generated';
import { actionContext } from '../actions/context';
import { type ActionId, actions } from '../actions/index';
import { shownShortcut } from '../actions/keymap';
import { isEnabled, labelOf } from '../actions/labels';
import { runAction } from '../actions/runAction';
import { shortcutLabel } from '../actions/shortcuts';
import { useApp, useServices, useSession } from '../state/hooks';

/** How an action looks now, and the way to run it. */
export interface ActionFace {
  readonly label: string;
  /** Without what a heading above it says already: "Light" instead of "Theme: Light". */
  readonly shortLabel: string;
  readonly icon: IconName | undefined;
  readonly shortcut: string | undefined;
  readonly isEnabled: boolean;
  readonly isChecked: boolean | undefined;
  run(): void;
}

/** Follows an action: rendered again when its label, whether it is possible or whether it is on changes. */
export function useAction(id: ActionId): ActionFace {
  const services = useServices();
  const platform = useApp((state) => state.platform);
  const shortcut = useApp((state) => shownShortcut(id, state.settings.shortcuts));
  const active = useSession((state) => state.documents.find((open) => open.key === state.activeKey));
  const subscribe = useCallback(
    (listener: () => void) => {
      const stores = [services.app, services.session.store, active?.editor.store, active?.view];
      const ends = stores.map((store) => store?.subscribe(listener));
      return () => {
        for (const end of ends) end?.();
      };
    },
    [services, active],
  );
  const action = actions[id];
  // One string, so that what did not change is not rendered again however often the stores change.
  const face = useSyncExternalStore(subscribe, () => {
    // A press on a button takes the cursor out of its field, so that only the diagram is left to mean.
    const context = { ...actionContext(services), inField: false };
    const label = labelOf(id, context);
    const shortLabel = action.menuLabel?.(context) ?? label;
    return [isEnabled(id, context), action.checked?.(context) ?? '', shortLabel, label].join('\n');
  });
  const [enabled, checked, shortLabel = '', label = ''] = face.split('\n');
  return {
    label,
    shortLabel,
    icon: action.icon,
    shortcut: shortcut === undefined ? undefined : shortcutLabel(shortcut, platform),
    isEnabled: enabled === 'true',
    isChecked: checked === '' ? undefined : checked === 'true',
    run: () => void runAction(id, services),
  };
}
