/** The languages of the interface and of diagrams. A third one is one entry here and one dictionary. */
export const languages = ['ko', 'en'] as const;
export type Language = (typeof languages)[number];

/** The language for a system locale such as `ko-KR`; English for everything we do not speak. */
export function languageForLocale(locale: string): Language {
  const code = locale.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === code) ?? 'en';
}
