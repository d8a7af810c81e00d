import { en } from './en';
import { ko } from './ko';
import type { Language } from './language';
import type { Translate } from './messages';
import { type Dictionary, translateWith } from './translate';

const dictionaries: Readonly<Record<Language, Dictionary>> = { en, ko };

/** The message function of a language, where all of them are at hand: a window loads them one by one. */
export function translator(language: Language): Translate {
  return translateWith(dictionaries[language]);
}
