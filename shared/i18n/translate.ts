import type { MessageKey, Translate } from './messages';

/** The messages of a language; a window has all but those of the command line. */
export type Dictionary = Readonly<Partial<Record<MessageKey, string>>>;

/** The message function over a dictionary. Slots (`{name}`) are replaced by plain text. */
export function translateWith(dictionary: Dictionary): Translate {
  return (key, ...[slots]) => {
    const text: string = dictionary[key] ?? key;
    if (slots === undefined) return text;
    const values: Readonly<Record<string, string | number>> = slots;
    return text.replace(/\{(\w+)\}/g, (whole, slot: string) => String(values[slot] ?? whole));
  };
}
