import * as z from 'zod/mini';
import { languages } from '../../shared/i18n/language';
import type { Settings } from '../../shared/ipc/contract';
import { readJsonFile, writeJsonFile } from './jsonFile';

export interface SettingsFile {
  get(): Settings;
  set(settings: Settings): Promise<void>;
}

export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  panels: { left: true, right: true, minimap: true, outline: false },
  grid: { show: true, snap: true },
};

// Field by field: a value that one field does not take costs that field alone.
const field = <T extends z.ZodMiniType>(schema: T, fallback: z.output<T>): z.ZodMiniCatch<T> =>
  z.catch(schema, fallback);
const flag = (fallback: boolean): z.ZodMiniCatch<z.ZodMiniBoolean> => field(z.boolean(), fallback);
const record = z.catch(z.record(z.string(), z.unknown()), {});

const panelsSchema = z.object({ left: flag(true), right: flag(true), minimap: flag(true), outline: flag(false) });
const gridSchema = z.object({ show: flag(true), snap: flag(true) });
const settingsSchema = z.object({
  language: field(z.enum(['system', ...languages]), 'system'),
  theme: field(z.enum(['system', 'light', 'dark']), 'system'),
  panels: z.pipe(record, panelsSchema),
  grid: z.pipe(record, gridSchema),
});

/** Settings of any origin, made whole. */
export function parseSettings(raw: unknown): Settings {
  return settingsSchema.parse(record.parse(raw));
}

export function createSettingsFile(file: string): SettingsFile {
  const raw = record.parse(readJsonFile(file));
  let settings = parseSettings(raw);
  return {
    get: () => settings,
    async set(next) {
      settings = next;
      // Fields of a newer version stay in the file: people go back and forth between versions.
      await writeJsonFile(file, { ...raw, ...next });
    },
  };
}
