import type { en } from './en';
import type { cliMessages } from './en/cli';

type Source = typeof en & typeof cliMessages;

/** Keys of every message; English is their source. */
export type MessageKey = keyof Source;

/** The `{slots}` of an English text. */
type SlotsOf<Text extends string> = Text extends `${string}{${infer Slot}}${infer Rest}` ? Slot | SlotsOf<Rest> : never;

/** One key at a time, so that a key of a registry ("some label") may be passed without slots. */
export type MessageArgs<K extends MessageKey> = K extends MessageKey
  ? [SlotsOf<Source[K]>] extends [never]
    ? []
    : [{ readonly [Slot in SlotsOf<Source[K]>]: string | number }]
  : never;

export type Translate = <K extends MessageKey>(key: K, ...slots: MessageArgs<K>) => string;
