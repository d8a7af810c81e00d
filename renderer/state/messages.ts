import type { Language } from '../../shared/i18n/language';
import type { Translate } from '../../shared/i18n/messages';
import { type Dictionary, translateWith } from '../../shared/i18n/translate';
import { invariant } from '../../shared/util/invariant';

/** Each in a file of its own: the first picture waits for the messages that it shows, and for no others. */
const loaders: Readonly<Record<Language, () => Promise<Dictionary>>> = {
  en: async () => (await import('../../shared/i18n/en')).en,
  ko: async () => (await import('../../shared/i18n/ko')).ko,
};

const known = new Map<Language, Translate>();
const listeners = new Set<() => void>();

/** Fetches the messages of a language, unless they are here. */
export async function loadMessages(language: Language): Promise<void> {
  if (known.has(language)) return;
  known.set(language, translateWith(await loaders[language]()));
  for (const listener of listeners) listener();
}

/** Calls back when another language can be spoken; answers how to stop. */
export function onMessages(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The message function of a language; of the first one that came while its own messages are still on their way. */
export function translator(language: Language): Translate {
  const [first] = known.values();
  const own = known.get(language) ?? first;
  invariant(own !== undefined, 'messages are loaded before anything is shown');
  return own;
}
