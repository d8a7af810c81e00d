import type { en } from './en';

/** Keys of every message; English is their source. */
export type MessageKey = keyof typeof en;

/** The `{slots}` of an English text. */
type SlotsOf<Text extends string> = Text extends `${string}{${infer Slot}}${infer Rest}` ? Slot | SlotsOf<Rest> : never;

/** One key at a time, so that a key of a registry ("some label") may be passed without slots. */
export type MessageArgs<K extends MessageKey> = K extends MessageKey
  ? [SlotsOf<(typeof en)[K]>] extends [never]
    ? []
    : [{ readonly [Slot in SlotsOf<(typeof en)[K]>]: string | number }]
  : never;

export type Translate = <K extends MessageKey>(key: K, ...slots: MessageArgs<K>) => string;
