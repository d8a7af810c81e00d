import { en } from './en';
import { cliMessages as enOfCli } from './en/cli';
import { ko } from './ko';
import { cliMessages as koOfCli } from './ko/cli';
import type { Language } from './language';
import type { Translate } from './messages';
import { type Dictionary, translateWith } from './translate';

const dictionaries: Readonly<Record<Language, Required<Dictionary>>> = {
  en: { ...en, ...enOfCli },
  ko: { ...ko, ...koOfCli },
};

/** The message function of a language, where all of them are at hand: a window loads them one by one. */
export function translator(language: Language): Translate {
  return translateWith(dictionaries[language]);
}
