import type { Bridge } from '../../shared/ipc/contract';

const otherInputs = new Set(['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']);

/**
 * Whether an element takes typed text, so that keys belong to it. The selected node's field (`data-waiting`) has the
 * cursor before anything is typed, so that an input method starts in it; until then keys mean the diagram.
 */
export function isTextField(element: EventTarget | null): element is HTMLElement {
  if (!(element instanceof HTMLElement) || element.dataset.waiting === 'true') return false;
  if (element instanceof HTMLInputElement) return !otherInputs.has(element.type) && !element.readOnly;
  return element instanceof HTMLTextAreaElement || element.isContentEditable;
}

/** The field that has the cursor; `null` when there is none (or no page at all). */
export function focusedField(): HTMLElement | null {
  if (typeof document === 'undefined') return null;
  return isTextField(document.activeElement) ? document.activeElement : null;
}

/**
 * Takes over what is still being typed, as leaving the field would: somebody who presses Ctrl+S in the middle of a
 * label means the label too.
 */
export async function finishTyping(): Promise<void> {
  const field = focusedField();
  if (field === null) return;
  field.blur();
  // An input method hands over its last syllable in events that follow the blur.
  await new Promise((done) => setTimeout(done, 0));
  if (field.isConnected) field.focus();
}

export type FieldCommand = 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'delete' | 'selectAll';

/** Does an edit command inside the field that has the cursor; answers whether there was one. */
export async function runInField(command: FieldCommand, bridge: Bridge): Promise<boolean> {
  if (focusedField() === null) return false;
  // Outdated by name only: nothing else reaches a field's own undo list.
  if (command !== 'paste') return document.execCommand(command) || true;
  document.execCommand('insertText', false, await bridge.request['clipboard.readText']());
  return true;
}
