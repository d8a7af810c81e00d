import type { MessageKey, Translate } from '../i18n/messages';
import type { FileError } from './contract';

/** What to tell the user about a file that could not be read or written: what happened, to which file, what helps. */
export function fileErrorMessage(error: FileError, t: Translate): string {
  const { type, ...slots } = error;
  const key: `fileError.${FileError['type']}` = `fileError.${type}`;
  // Every slot of every text is a field of its variant; the compiler cannot see that across the union.
  return (t as (key: MessageKey, slots: Readonly<Record<string, string | number>>) => string)(key, slots);
}
