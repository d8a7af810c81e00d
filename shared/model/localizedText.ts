import { type Language, languages } from '../i18n/language';

/** A text of the document: one for everybody, or one per language. */
export type LocalizedText = string | Readonly<Partial<Record<Language, string>>>;

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

/** `text` after somebody typed `value` while looking at `language`: a single text stays single. */
export function withTextIn(text: LocalizedText, language: Language, value: string): LocalizedText {
  return typeof text === 'string' ? value : { ...text, [language]: value };
}

export function isSameText(a: LocalizedText, b: LocalizedText): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return languages.every((language) => a[language] === b[language]);
}
