import { describe, expect, test } from 'vitest';
import { actionForKey } from '../../renderer/actions/keyboard';
import {
  acceleratorOf,
  isSameShortcut,
  type KeyPress,
  matchesShortcut,
  type Platform,
  shortcutLabel,
  shortcutOf,
  typesText,
} from '../../renderer/actions/shortcuts';
import { isShortcut } from '../../shared/ipc/settings';

function press(key: string, code: string, modifiers: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    code,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    keyCode: 0,
    ...modifiers,
  };
}
const ctrl = { ctrlKey: true };
const ctrlShift = { ctrlKey: true, shiftKey: true };

describe('a shortcut', () => {
  test('answers to its letter on Latin layouts, wherever that is', () => {
    expect(matchesShortcut(press('z', 'KeyZ', ctrl), 'Mod+KeyZ', 'linux')).toBe(true);
    // AZERTY has Z where QWERTY has W; Dvorak has another sign on the key of QWERTY's Z.
    expect(matchesShortcut(press('z', 'KeyW', ctrl), 'Mod+KeyZ', 'linux')).toBe(true);
    expect(matchesShortcut(press(';', 'KeyZ', ctrl), 'Mod+KeyZ', 'linux')).toBe(false);
  });

  test('answers to its place under a Hangul layout', () => {
    expect(matchesShortcut(press('ㅋ', 'KeyZ', ctrl), 'Mod+KeyZ', 'linux')).toBe(true);
    expect(matchesShortcut(press('ㄴ', 'KeyS', { metaKey: true }), 'Mod+KeyS', 'darwin')).toBe(true);
    expect(matchesShortcut(press('ㄴ', 'KeyS', ctrl), 'Mod+KeyZ', 'linux')).toBe(false);
  });

  test('with Option on macOS answers to its place, as letters become other signs', () => {
    const keys = { metaKey: true, altKey: true };
    expect(matchesShortcut(press('∫', 'KeyB', keys), 'Mod+Alt+KeyB', 'darwin')).toBe(true);
  });

  test('is never taken from an input method at work', () => {
    expect(matchesShortcut(press('Enter', 'Enter', { isComposing: true }), 'Enter', 'linux')).toBe(false);
    expect(matchesShortcut(press('Process', 'KeyZ', { ...ctrl, keyCode: 229 }), 'Mod+KeyZ', 'linux')).toBe(false);
    expect(actionForKey(press('ArrowRight', 'ArrowRight', { keyCode: 229 }), 'canvas', 'linux')).toBeNull();
  });

  test('wants exactly its modifiers', () => {
    expect(matchesShortcut(press('s', 'KeyS', ctrlShift), 'Mod+KeyS', 'linux')).toBe(false);
    expect(matchesShortcut(press('S', 'KeyS', ctrlShift), 'Mod+Shift+KeyS', 'linux')).toBe(true);
    expect(matchesShortcut(press('s', 'KeyS', { metaKey: true }), 'Mod+KeyS', 'linux')).toBe(false);
    expect(matchesShortcut(press('s', 'KeyS', ctrl), 'Mod+KeyS', 'darwin')).toBe(false);
  });

  test('finds signs by what is typed: plus and minus on German and Korean keyboards', () => {
    expect(matchesShortcut(press('=', 'Equal', ctrl), 'Mod+Equal', 'linux')).toBe(true);
    expect(matchesShortcut(press('+', 'BracketRight', ctrl), 'Mod+Equal', 'linux')).toBe(true);
    expect(matchesShortcut(press('-', 'Slash', ctrl), 'Mod+Minus', 'linux')).toBe(true);
    expect(matchesShortcut(press('"', 'Quote', ctrlShift), 'Mod+Shift+Quote', 'linux')).toBe(true);
  });

  test('is written as people of each system know it', () => {
    expect(shortcutLabel('Mod+Shift+KeyD', 'linux')).toBe('Ctrl+Shift+D');
    expect(shortcutLabel('Mod+Shift+KeyD', 'darwin')).toBe('⇧⌘D');
    expect(shortcutLabel('Mod+ArrowRight', 'win32')).toBe('Ctrl+→');
    expect(shortcutLabel('Ctrl+Shift+Tab', 'darwin')).toBe('⌃⇧⇥');
    expect(shortcutLabel('Delete', 'win32')).toBe('Del');
    expect(shortcutLabel('F2', 'linux')).toBe('F2');
    expect(shortcutLabel('Shift+Slash', 'win32')).toBe('?');
    expect(shortcutLabel('Shift+Slash', 'darwin')).toBe('?');
    expect(shortcutLabel('Mod+Digit0', 'linux')).toBe('Ctrl+0');
  });

  test('is an accelerator that Electron reads', () => {
    expect(acceleratorOf('Mod+Shift+KeyD')).toBe('CommandOrControl+Shift+D');
    expect(acceleratorOf('Ctrl+Tab')).toBe('Control+Tab');
    expect(acceleratorOf('Mod+ArrowRight')).toBe('CommandOrControl+Right');
    expect(acceleratorOf('Mod+Equal')).toBe('CommandOrControl+=');
  });
});

describe('keys that somebody presses to choose a shortcut', () => {
  const alt = { altKey: true };
  test.each([
    ['Ctrl+J', press('j', 'KeyJ', ctrl), 'linux', 'Mod+KeyJ'],
    ['under a Hangul layout', press('ㅓ', 'KeyJ', ctrl), 'linux', 'Mod+KeyJ'],
    ['as an input method hands them on', press('Process', 'KeyJ', { ...ctrl, keyCode: 229 }), 'win32', 'Mod+KeyJ'],
    ['on Dvorak, where J is on the key of C', press('j', 'KeyC', ctrl), 'linux', 'Mod+KeyJ'],
    ['with Shift', press('J', 'KeyJ', ctrlShift), 'linux', 'Mod+Shift+KeyJ'],
    ['Command', press('j', 'KeyJ', { metaKey: true }), 'darwin', 'Mod+KeyJ'],
    ['Control on macOS', press('j', 'KeyJ', ctrl), 'darwin', 'Ctrl+KeyJ'],
    ['Option, which changes the sign', press('∆', 'KeyJ', alt), 'darwin', 'Alt+KeyJ'],
    ['an arrow', press('ArrowLeft', 'ArrowLeft', alt), 'linux', 'Alt+ArrowLeft'],
    ['a function key', press('F8', 'F8'), 'linux', 'F8'],
    ['a digit with Shift', press('!', 'Digit1', ctrlShift), 'linux', 'Mod+Shift+Digit1'],
    ['a sign elsewhere', press('/', 'Digit7', { ...ctrlShift }), 'linux', 'Mod+Shift+Digit7'],
    ['a comma', press(',', 'Comma', ctrl), 'linux', 'Mod+Comma'],
  ] as const)('%s', (_name, pressed, platform: Platform, shortcut) => {
    expect(shortcutOf(pressed, platform)).toBe(shortcut);
    expect(isShortcut(shortcut)).toBe(true);
    // What was recorded answers to the same keys, pressed where no input method is at work.
    expect(matchesShortcut({ ...pressed, keyCode: 0 }, shortcut, platform)).toBe(true);
  });

  test('are none while only modifiers are down', () => {
    expect(shortcutOf(press('Control', 'ControlLeft', ctrl), 'linux')).toBeNull();
    expect(shortcutOf(press('Shift', 'ShiftRight', { shiftKey: true }), 'linux')).toBeNull();
    expect(shortcutOf(press('Unidentified', ''), 'linux')).toBeNull();
  });

  test('that type something are known as such', () => {
    for (const key of ['KeyT', 'Shift+KeyT', 'Digit1', 'Space', 'Slash', 'Shift+Slash', 'Semicolon', 'Numpad1']) {
      expect(typesText(key), key).toBe(true);
    }
    for (const key of ['Mod+KeyT', 'Alt+KeyT', 'F5', 'Delete', 'ArrowLeft', 'Shift+ArrowLeft', 'PageDown', 'Enter']) {
      expect(typesText(key), key).toBe(false);
    }
  });

  test('Ctrl and Mod are the same but for macOS', () => {
    expect(isSameShortcut('Ctrl+KeyJ', 'Mod+KeyJ', 'linux')).toBe(true);
    expect(isSameShortcut('Ctrl+KeyJ', 'Mod+KeyJ', 'darwin')).toBe(false);
    expect(isSameShortcut('Mod+Shift+KeyJ', 'Mod+KeyJ', 'linux')).toBe(false);
  });
});

describe('a key', () => {
  const inField = (key: KeyPress) => actionForKey(key, 'field', 'linux');
  const elsewhere = (key: KeyPress) => actionForKey(key, 'elsewhere', 'linux');
  const onCanvas = (key: KeyPress) => actionForKey(key, 'canvas', 'linux');

  test('on the canvas means the diagram', () => {
    expect(onCanvas(press('Delete', 'Delete'))).toBe('edit.delete');
    expect(onCanvas(press('ArrowLeft', 'ArrowLeft'))).toBe('arrange.nudgeLeft');
    expect(onCanvas(press('ArrowRight', 'ArrowRight', ctrl))).toBe('insert.nextRight');
    expect(onCanvas(press('ㅊ', 'KeyC', ctrl))).toBe('edit.copy');
    expect(onCanvas(press('v', 'KeyV'))).toBeNull();
  });

  test('means what somebody made of it, and no longer what it was', () => {
    const changed = { 'edit.duplicate': ['Mod+KeyJ'], 'view.grid': ['Mod+KeyK'], 'edit.copy': [] };
    const now = (key: KeyPress) => actionForKey(key, 'canvas', 'linux', changed);
    expect(now(press('ㅓ', 'KeyJ', ctrl))).toBe('edit.duplicate');
    expect(now(press('d', 'KeyD', ctrl))).toBeNull();
    expect(now(press('c', 'KeyC', ctrl))).toBeNull();
    // Two have it: the one that was chosen is meant.
    expect(now(press('k', 'KeyK', ctrl))).toBe('view.grid');
    expect(now(press('z', 'KeyZ', ctrl))).toBe('edit.undo');
  });

  test('that types is typed while a step takes text, and is a shortcut otherwise', () => {
    const question = press('?', 'Slash', { shiftKey: true });
    expect(onCanvas(question)).toBe('help.shortcuts');
    expect(actionForKey(question, 'waiting', 'linux')).toBeNull();
    expect(inField(question)).toBeNull();
    expect(elsewhere(question)).toBeNull();
    expect(actionForKey(press('Delete', 'Delete'), 'waiting', 'linux')).toBe('edit.delete');
  });

  test('in a text field means the text, except for what cannot', () => {
    const own = [
      press('z', 'KeyZ', ctrl),
      press('a', 'KeyA', ctrl),
      press('c', 'KeyC', ctrl),
      press('v', 'KeyV', ctrl),
      press('x', 'KeyX', ctrl),
      press('Z', 'KeyZ', ctrlShift),
      press('ArrowRight', 'ArrowRight', ctrl),
      press('Delete', 'Delete'),
      press('Backspace', 'Backspace', ctrl),
      press('Enter', 'Enter'),
      press('Escape', 'Escape'),
      press('F2', 'F2'),
    ];
    expect(own.map(inField)).toEqual(own.map(() => null));
    expect(inField(press('s', 'KeyS', ctrl))).toBe('file.save');
    expect(inField(press('k', 'KeyK', ctrl))).toBe('help.commandPalette');
  });

  test('in a list or on a button keeps its own meaning unless it has a modifier', () => {
    expect(elsewhere(press('ArrowDown', 'ArrowDown'))).toBeNull();
    expect(elsewhere(press('ArrowDown', 'ArrowDown', ctrl))).toBeNull();
    expect(elsewhere(press('Enter', 'Enter'))).toBeNull();
    expect(elsewhere(press('Delete', 'Delete'))).toBeNull();
    expect(elsewhere(press('z', 'KeyZ', ctrl))).toBe('edit.undo');
  });
});
