import { en } from './en';
import { ko } from './ko';
import type { Language } from './language';
import type { MessageKey, Translate } from './messages';

const dictionaries: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en, ko };

/** The message function of a language. Slots (`{name}`) are replaced by plain text. */
export function translator(language: Language): Translate {
  const dictionary = dictionaries[language];
  return (key, ...[slots]) => {
    const text: string = dictionary[key];
    if (slots === undefined) return text;
    const values: Readonly<Record<string, string | number>> = slots;
    return text.replace(/\{(\w+)\}/g, (whole, slot: string) => String(values[slot] ?? whole));
  };
}
