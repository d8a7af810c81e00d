import type { Settings } from '../../shared/ipc/settings';
import type { AppServices } from '../state/hooks';
import type { PageId } from '../state/pages';
import type { ActionId } from './index';
import { byPrecedence, shortcutsOf } from './keymap';
import { runAction } from './runAction';
import { isComposition, type KeyPress, matchesShortcut, type Platform, typesText } from './shortcuts';
import { isTextField } from './textField';

/**
 * Where the keyboard is: what a bare key or an arrow means depends on it. `waiting`: on the canvas, where what is typed
 * next becomes the text of the selected step.
 */
export type KeyScope = 'canvas' | 'waiting' | 'field' | 'elsewhere';

/** Combinations that belong to a text field while it has the cursor. */
const fieldKeys = new Set(['KeyZ', 'KeyY', 'KeyX', 'KeyC', 'KeyV', 'KeyA', 'Enter', 'Delete', 'Backspace']);

/** The action for a key press; `null` when there is none or the key is somebody else's. */
export function actionForKey(
  press: KeyPress,
  scope: KeyScope,
  platform: Platform,
  changed: Settings['shortcuts'] = {},
): ActionId | null {
  if (isComposition(press) || press.key === 'AltGraph') return null;
  for (const id of byPrecedence(changed)) {
    for (const shortcut of shortcutsOf(id, changed)) {
      if (matchesShortcut(press, shortcut, platform) && isAllowed(shortcut, scope)) return id;
    }
  }
  return null;
}

/** In a field only what cannot be meant for its text; beside the canvas only what has a modifier. */
function isAllowed(shortcut: string, scope: KeyScope): boolean {
  const parts = shortcut.split('+');
  const code = parts.at(-1) ?? '';
  const isFunctionKey = /^F\d+$/.test(code);
  if (scope === 'canvas') return true;
  if (scope === 'waiting') return !typesText(shortcut);
  const hasModifier = parts.includes('Mod') || parts.includes('Ctrl');
  if (code.startsWith('Arrow')) return false;
  if (scope === 'elsewhere') return hasModifier || (isFunctionKey && code !== 'F2');
  return (hasModifier && !fieldKeys.has(code)) || (isFunctionKey && code !== 'F2');
}

function scopeOf(target: EventTarget | null, page: PageId): KeyScope {
  if (isTextField(target)) return 'field';
  // On a page nothing shows what a bare key would do to the selected steps.
  if (page !== 'diagram') return 'elsewhere';
  if (target instanceof HTMLTextAreaElement) return 'waiting';
  if (target === document.body || target === document.documentElement) return 'canvas';
  return target instanceof Element && target.closest('.react-flow') !== null ? 'canvas' : 'elsewhere';
}

/** Marked text outside the canvas, in a message say: copying means that. */
function hasMarkedText(): boolean {
  return (window.getSelection()?.toString() ?? '') !== '';
}

/** Runs actions by their shortcuts; answers how to stop. */
export function listenToKeys(services: AppServices): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.getModifierState('AltGraph')) return;
    const { dialog, contextMenu, platform, settings } = services.app.getState();
    const scope = scopeOf(event.target, services.session.active()?.view.getState().page ?? 'diagram');
    const id = actionForKey(event, scope, platform, settings.shortcuts);
    if (id === null) return;
    // A dialog has the keyboard to itself; only the command palette closes by the key that opened it.
    const isPalette = id === 'help.commandPalette' && dialog?.type === 'commandPalette';
    if ((dialog !== null && !isPalette) || contextMenu !== null) return;
    if ((id === 'edit.copy' || id === 'edit.cut') && scope === 'elsewhere' && hasMarkedText()) return;
    event.preventDefault();
    // Only moving and growing make sense again and again while a key is held down.
    if (event.repeat && !repeats(id)) return;
    void runAction(id, services);
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}

function repeats(id: ActionId): boolean {
  return /^(arrange\.(nudge|wider|narrower|taller|shorter)|lane\.move|navigate\.|edit\.(undo|redo)|view\.zoom(In|Out)|edit\.find(Next|Previous)|insert\.next)/.test(
    id,
  );
}
