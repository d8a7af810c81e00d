import type { Settings, Shortcut } from '../../shared/ipc/settings';
import { type ActionId, actionIds, actions } from './index';
import { isSameShortcut, type Platform } from './shortcuts';

type Changed = Settings['shortcuts'];

/** The keys of an action: those somebody gave it, else its own. */
export function shortcutsOf(id: ActionId, changed: Changed): readonly Shortcut[] {
  return isChanged(id, changed) ? (changed[id] ?? []) : (actions[id].shortcuts ?? []);
}

export function isChanged(id: ActionId, changed: Changed): boolean {
  return Object.hasOwn(changed, id);
}

/** The action's first key, which menus and hints show. */
export function shownShortcut(id: ActionId, changed: Changed): Shortcut | undefined {
  return shortcutsOf(id, changed)[0];
}

/** All actions, those first whose keys somebody chose: where two have the same keys, the chosen one is meant. */
export function byPrecedence(changed: Changed): readonly ActionId[] {
  const chosen = actionIds.filter((id) => isChanged(id, changed));
  return chosen.length === 0 ? actionIds : [...chosen, ...actionIds.filter((id) => !isChanged(id, changed))];
}

/** Actions other than `id` that have this key. */
export function othersWith(
  shortcut: Shortcut,
  id: ActionId,
  changed: Changed,
  platform: Platform,
): readonly ActionId[] {
  return actionIds.filter(
    (other) => other !== id && shortcutsOf(other, changed).some((own) => isSameShortcut(own, shortcut, platform)),
  );
}

/** The changed keys with those of one action set; what an action has of itself need not be kept. */
export function withShortcuts(changed: Changed, id: ActionId, shortcuts: readonly Shortcut[]): Changed {
  const own = actions[id].shortcuts ?? [];
  const isOwn = own.length === shortcuts.length && own.every((shortcut, index) => shortcut === shortcuts[index]);
  if (!isOwn) return { ...changed, [id]: shortcuts };
  const { [id]: _, ...rest } = changed;
  return rest;
}

/** The changed keys with a key given to one action and taken from all others. */
export function withShortcutMoved(
  changed: Changed,
  id: ActionId,
  shortcuts: readonly Shortcut[],
  shortcut: Shortcut,
  platform: Platform,
): Changed {
  const freed = othersWith(shortcut, id, changed, platform).reduce(
    (so, other) =>
      withShortcuts(
        so,
        other,
        shortcutsOf(other, so).filter((own) => !isSameShortcut(own, shortcut, platform)),
      ),
    changed,
  );
  return withShortcuts(freed, id, shortcuts);
}
