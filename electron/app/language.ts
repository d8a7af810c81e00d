import { app } from 'electron';
import { type Language, languageForLocale } from '../../shared/i18n/language';
import type { Translate } from '../../shared/i18n/messages';
import { translator } from '../../shared/i18n/translator';
import type { Settings } from '../../shared/ipc/settings';

/**
 * What `language: 'system'` means here. `--lang` says it for one start; else the first language of the system's
 * settings, since `app.getLocale()` knows only the languages that Chromium itself was built with.
 */
export function systemLanguage(): Language {
  const wanted = app.commandLine.getSwitchValue('lang') || app.getPreferredSystemLanguages()[0] || app.getLocale();
  return languageForLocale(wanted);
}

export function translatorFor(settings: Settings): Translate {
  return translator(settings.language === 'system' ? systemLanguage() : settings.language);
}
