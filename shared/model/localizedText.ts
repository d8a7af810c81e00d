import { type Language, languages } from '../i18n/language';
import { plainText } from '../text/markup';

/** A text of the document: one for everybody, or one per language. Labels may hold markup (`text/markup`). */
export type LocalizedText = string | Readonly<Partial<Record<Language, string>>>;

/** What a picture's labels are shown in: one language, or all of them, one below the other. */
export const labelLanguages = [...languages, 'both'] as const;
export type LabelLanguage = (typeof labelLanguages)[number];

/** The language that stands first where labels are shown so. */
export function mainLanguage(shown: LabelLanguage): Language {
  return shown === 'both' ? languages[0] : shown;
}

/** The text to show in a language: its own, else what there is in another one. */
export function textIn(text: LocalizedText, language: Language): string {
  if (typeof text === 'string') return text;
  const own = text[language];
  if (own !== undefined && own !== '') return own;
  for (const other of languages) {
    const found = text[other];
    if (found !== undefined && found !== '') return found;
  }
  return '';
}

/** The text of a language in words alone, without its markup: for lists, names and searches. */
export function wordsIn(text: LocalizedText, language: Language): string {
  return plainText(textIn(text, language));
}

/** The texts to show one below the other; never none, and what is the same in several languages only once. */
export function textsIn(text: LocalizedText, shown: LabelLanguage): readonly string[] {
  if (shown !== 'both') return [textIn(text, shown)];
  if (typeof text === 'string') return [text];
  const all = languages.map((language) => text[language] ?? '').filter((words) => words !== '');
  return all.length === 0 ? [''] : [...new Set(all)];
}

export function isEmptyText(text: LocalizedText): boolean {
  return textIn(text, languages[0]) === '';
}

/** `text` after somebody typed `value` while looking at `language`: a single text stays single. */
export function withTextIn(text: LocalizedText, language: Language, value: string): LocalizedText {
  return typeof text === 'string' ? value : { ...text, [language]: value };
}

/** The text with each of its words in each language put through `map`; the same one when that changes nothing. */
export function mapText(text: LocalizedText, map: (words: string) => string): LocalizedText {
  if (typeof text === 'string') return map(text);
  const entries = Object.entries(text).map(([language, words]) => [language, map(words)] as const);
  return entries.every(([language, words]) => words === Reflect.get(text, language))
    ? text
    : Object.fromEntries(entries);
}

export function isSameText(a: LocalizedText, b: LocalizedText): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return languages.every((language) => a[language] === b[language]);
}

/** What names are compared by: people write them with other cases, spaces and forms of the same syllable. */
export function nameKey(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}
