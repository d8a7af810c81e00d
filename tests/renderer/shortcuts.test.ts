import { describe, expect, test } from 'vitest';
import { actionForKey } from '../../renderer/actions/keyboard';
import { acceleratorOf, type KeyPress, matchesShortcut, shortcutLabel } from '../../renderer/actions/shortcuts';

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
    expect(shortcutLabel('Mod+Digit0', 'linux')).toBe('Ctrl+0');
  });

  test('is an accelerator that Electron reads', () => {
    expect(acceleratorOf('Mod+Shift+KeyD')).toBe('CommandOrControl+Shift+D');
    expect(acceleratorOf('Ctrl+Tab')).toBe('Control+Tab');
    expect(acceleratorOf('Mod+ArrowRight')).toBe('CommandOrControl+Right');
    expect(acceleratorOf('Mod+Equal')).toBe('CommandOrControl+=');
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
