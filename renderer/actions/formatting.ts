import type { MessageKey } from '../../shared/i18n/messages';
import { type MarkupEdit, markupEdits, pastedLink, type Typed } from '../../shared/text/markupEdits';
import { type KeyPress, matchesShortcut, type Platform } from './shortcuts';

interface Format {
  readonly labelKey: MessageKey;
  /** While a label is typed; elsewhere the same keys may mean something else. */
  readonly shortcut: string;
}

/** How words in a label can be set: by key while typing, by the bar beside the field, or as a command. */
export const formats: Readonly<Record<MarkupEdit, Format>> = {
  bold: { labelKey: 'format.bold', shortcut: 'Mod+KeyB' },
  italic: { labelKey: 'format.italic', shortcut: 'Mod+KeyI' },
  bullets: { labelKey: 'format.bullets', shortcut: 'Mod+Shift+KeyL' },
  link: { labelKey: 'format.link', shortcut: 'Mod+Shift+KeyK' },
};
export const formatNames = Object.keys(formats) as readonly MarkupEdit[];

/** The format that a key means in a field of formatted text. */
export function formatForKey(press: KeyPress, platform: Platform): MarkupEdit | null {
  return formatNames.find((name) => matchesShortcut(press, formats[name].shortcut, platform)) ?? null;
}

/** Formats what is selected in a field, as one step of the field's own undo list. */
export function formatField(field: HTMLTextAreaElement, format: MarkupEdit): void {
  type(field, markupEdits[format](typedIn(field)));
}

/** An address pasted over words links them; answers whether it did. */
export function pasteLink(field: HTMLTextAreaElement, pasted: string): boolean {
  const linked = pastedLink(typedIn(field), pasted);
  if (linked !== null) type(field, linked);
  return linked !== null;
}

function typedIn({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Typed {
  return { text: value, start: selectionStart, end: selectionEnd };
}

function type(field: HTMLTextAreaElement, { text, start, end }: Typed): void {
  field.focus({ preventScroll: true });
  field.select();
  // Outdated by name only: nothing else keeps the field's own undo list.
  field.ownerDocument.execCommand('insertText', false, text);
  field.setSelectionRange(start, end);
}
