import type { Shortcut } from '../../shared/ipc/settings';
import { invariant } from '../../shared/util/invariant';

export type Platform = 'darwin' | 'win32' | 'linux';

/** The parts of a `KeyboardEvent` that decide what it means. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

interface Combination {
  readonly code: string;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

/** What a key is called in menus, and what it types where that identifies it better than its place. */
const punctuation: Readonly<Record<string, string>> = {
  Equal: '=',
  Minus: '-',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Slash: '/',
  Quote: "'",
  Comma: ',',
  Period: '.',
};
/** The same keys with Shift, so that "Mod+Shift+'" is found on a layout that answers with the shifted sign. */
const shiftedPunctuation: Readonly<Record<string, string>> = {
  Equal: '+',
  Minus: '_',
  BracketLeft: '{',
  BracketRight: '}',
  Backslash: '|',
  Slash: '?',
  Quote: '"',
  Comma: '<',
  Period: '>',
};

interface KeyName {
  readonly shown: string;
  readonly onMac?: string;
  readonly accelerator: string;
}
const namedKeys: Readonly<Record<string, KeyName>> = {
  ArrowLeft: { shown: '←', accelerator: 'Left' },
  ArrowRight: { shown: '→', accelerator: 'Right' },
  ArrowUp: { shown: '↑', accelerator: 'Up' },
  ArrowDown: { shown: '↓', accelerator: 'Down' },
  Delete: { shown: 'Del', onMac: '⌦', accelerator: 'Delete' },
  Backspace: { shown: 'Backspace', onMac: '⌫', accelerator: 'Backspace' },
  Escape: { shown: 'Esc', onMac: 'esc', accelerator: 'Escape' },
  Enter: { shown: 'Enter', onMac: '↩', accelerator: 'Enter' },
  Space: { shown: 'Space', accelerator: 'Space' },
  Tab: { shown: 'Tab', onMac: '⇥', accelerator: 'Tab' },
  PageUp: { shown: 'PgUp', onMac: '⇞', accelerator: 'PageUp' },
  PageDown: { shown: 'PgDn', onMac: '⇟', accelerator: 'PageDown' },
  NumpadAdd: { shown: 'Num +', accelerator: 'numadd' },
  NumpadSubtract: { shown: 'Num -', accelerator: 'numsub' },
};

function combinationOf(shortcut: Shortcut, platform: Platform): Combination {
  const parts = shortcut.split('+');
  const code = parts.at(-1);
  invariant(code !== undefined && code !== '', `"${shortcut}" names a key`);
  const modifiers = new Set(parts.slice(0, -1));
  const mac = platform === 'darwin';
  return {
    code,
    ctrl: modifiers.has('Ctrl') || (modifiers.has('Mod') && !mac),
    meta: modifiers.has('Mod') && mac,
    alt: modifiers.has('Alt'),
    shift: modifiers.has('Shift'),
  };
}

/** A key that an input method is working on belongs to it alone: acting on it would lose or double a syllable. */
export function isComposition(press: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean {
  return press.isComposing || press.keyCode === 229;
}

export function matchesShortcut(press: KeyPress, shortcut: Shortcut, platform: Platform): boolean {
  if (isComposition(press)) return false;
  const wanted = combinationOf(shortcut, platform);
  return (
    press.ctrlKey === wanted.ctrl &&
    press.metaKey === wanted.meta &&
    press.altKey === wanted.alt &&
    press.shiftKey === wanted.shift &&
    isKey(press, wanted.code)
  );
}

/**
 * On a Latin layout the letter on the key counts (Z is elsewhere on AZERTY and Dvorak); under Hangul, and where Option
 * turns letters into other signs, its place on the keyboard does.
 */
function isKey(press: KeyPress, code: string): boolean {
  const isAscii = /^[!-~]$/.test(press.key);
  if (code.startsWith('Key')) return isAscii ? press.key.toUpperCase() === code.slice(3) : press.code === code;
  const sign = punctuation[code];
  if (sign !== undefined && isAscii) return press.key === sign || press.key === shiftedPunctuation[code];
  return press.code === code;
}

const modifierCodes = /^(?:Control|Shift|Alt|Meta|OS)(?:Left|Right)?$/;

/** Whether a key alone, or with Shift, types something: as a shortcut it would keep people from writing. */
export function typesText(shortcut: Shortcut): boolean {
  const parts = shortcut.split('+');
  const code = parts.at(-1) ?? '';
  const isModified = parts.some((part) => part === 'Mod' || part === 'Ctrl' || part === 'Alt');
  return !isModified && (/^(?:Key|Digit|Numpad|Intl)/.test(code) || code in punctuation || typingCodes.has(code));
}
const typingCodes: ReadonlySet<string> = new Set(['Space', 'Semicolon', 'Backquote']);

/**
 * The combination that a person presses to say which one they mean: what `matchesShortcut` will answer to. `null` while
 * only modifiers are down.
 */
export function shortcutOf(press: KeyPress, platform: Platform): Shortcut | null {
  if (press.code === '' || modifierCodes.test(press.code)) return null;
  const isMac = platform === 'darwin';
  const modifiers = [
    (isMac ? press.metaKey : press.ctrlKey) ? ['Mod'] : [],
    isMac && press.ctrlKey ? ['Ctrl'] : [],
    press.altKey ? ['Alt'] : [],
    press.shiftKey ? ['Shift'] : [],
  ].flat();
  return [...modifiers, codeOf(press)].join('+');
}

/** On a Latin layout the letter or sign on the key, as `isKey` asks for it, else its place. */
function codeOf({ key, code }: KeyPress): string {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  const signs = [punctuation, shiftedPunctuation].flatMap((names) => Object.entries(names));
  const named = signs.find(([, sign]) => sign === key)?.[0];
  // Digits share their keys with signs on some layouts: there the place says which key it is.
  return named !== undefined && !code.startsWith('Digit') ? named : code;
}

/** Whether two shortcuts are the same keys on a platform: `Ctrl` and `Mod` are, but for macOS. */
export function isSameShortcut(a: Shortcut, b: Shortcut, platform: Platform): boolean {
  return shortcutLabel(a, platform) === shortcutLabel(b, platform);
}

/** As menus show it: `⇧⌘D` on macOS, `Ctrl+Shift+D` elsewhere. */
export function shortcutLabel(shortcut: Shortcut, platform: Platform): string {
  const { code, ctrl, meta, alt, shift } = combinationOf(shortcut, platform);
  const sign = shiftedPunctuation[code];
  // The question mark is known by its sign, not as a slash with Shift.
  if (shift && sign !== undefined && !ctrl && !meta && !alt) return sign;
  const key = keyLabel(code, platform);
  if (platform === 'darwin') {
    return `${ctrl ? '⌃' : ''}${alt ? '⌥' : ''}${shift ? '⇧' : ''}${meta ? '⌘' : ''}${key}`;
  }
  return [ctrl ? 'Ctrl' : '', alt ? 'Alt' : '', shift ? 'Shift' : '', key].filter((part) => part !== '').join('+');
}

function keyLabel(code: string, platform: Platform): string {
  const named = namedKeys[code];
  if (named !== undefined) return platform === 'darwin' ? (named.onMac ?? named.shown) : named.shown;
  return plainKey(code);
}

function plainKey(code: string): string {
  return punctuation[code] ?? code.replace(/^(Key|Digit)/, '');
}

/** As Electron writes it for native menus, e.g. `CommandOrControl+Shift+D`. */
export function acceleratorOf(shortcut: Shortcut): string {
  const { code, ctrl, alt, shift } = combinationOf(shortcut, 'linux');
  const isMod = shortcut.startsWith('Mod+') || shortcut.includes('+Mod+');
  const parts = [isMod ? 'CommandOrControl' : ctrl ? 'Control' : '', alt ? 'Alt' : '', shift ? 'Shift' : ''];
  return [...parts.filter((part) => part !== ''), namedKeys[code]?.accelerator ?? plainKey(code)].join('+');
}
