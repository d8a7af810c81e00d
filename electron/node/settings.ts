import * as z from 'zod/mini';
import { languages } from '../../shared/i18n/language';
import {
  defaultSettings,
  gridSteps,
  isShortcut,
  leftPages,
  MOST_SHORTCUTS,
  type Settings,
} from '../../shared/ipc/settings';
import { edgeRoutings } from '../../shared/model/document';
import { edgeKindNames } from '../../shared/model/edgeKinds';
import { readJsonFile, writeJsonFile } from './jsonFile';

export interface SettingsFile {
  get(): Settings;
  /** Under this name a file that could not be read was kept at the start; `null`: all was well. */
  readonly setAsideAs: string | null;
  set(settings: Settings): Promise<void>;
}

// Field by field: a value that one field does not take costs that field alone.
const field = <T extends z.ZodMiniType>(schema: T, fallback: z.output<T>): z.ZodMiniCatch<T> =>
  z.catch(schema, fallback);
const flag = (fallback: boolean): z.ZodMiniCatch<z.ZodMiniBoolean> => field(z.boolean(), fallback);
const record = z.catch(z.record(z.string(), z.unknown()), {});

const panelsSchema = z.object({
  left: flag(true),
  right: flag(true),
  minimap: flag(true),
  page: field(z.enum(leftPages), defaultSettings.panels.page),
});
const gridSchema = z.object({
  show: flag(true),
  snap: flag(true),
  step: field(z.literal(gridSteps), defaultSettings.grid.step),
});
const edgesSchema = z.object({
  kind: field(z.enum(edgeKindNames), defaultSettings.edges.kind),
  routing: field(z.enum(edgeRoutings), defaultSettings.edges.routing),
});
const keysSchema = z.array(z.string().check(z.refine(isShortcut))).check(z.maxLength(MOST_SHORTCUTS));
const settingsSchema = z.object({
  language: field(z.enum(['system', ...languages]), 'system'),
  theme: field(z.enum(['system', 'light', 'dark']), 'system'),
  panels: z.pipe(z.pipe(record, z.transform(withPage)), panelsSchema),
  grid: z.pipe(record, gridSchema),
  edges: z.pipe(record, edgesSchema),
  reopen: flag(true),
  autosave: flag(false),
  shortcuts: z.pipe(record, z.transform(readableShortcuts)),
});

/** Until the left panel had a third page, a flag said which of two it showed. */
function withPage(raw: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return raw.outline === true ? { page: 'outline', ...raw } : raw;
}

/** Action by action: keys that cannot be read cost that action its own keys, not the others theirs. */
function readableShortcuts(raw: Readonly<Record<string, unknown>>): Settings['shortcuts'] {
  return Object.fromEntries(
    Object.entries(raw).flatMap(([id, keys]) => {
      const parsed = keysSchema.safeParse(keys);
      return parsed.success ? [[id, parsed.data]] : [];
    }),
  );
}

/** Settings of any origin, made whole. */
export function parseSettings(raw: unknown): Settings {
  return settingsSchema.parse(record.parse(raw));
}

export function createSettingsFile(file: string): SettingsFile {
  let setAsideAs: string | null = null;
  const raw = record.parse(
    readJsonFile(file, (name) => {
      setAsideAs = name;
    }),
  );
  let settings = parseSettings(raw);
  return {
    get: () => settings,
    setAsideAs,
    async set(next) {
      settings = next;
      // Fields of a newer version stay in the file: people go back and forth between versions.
      await writeJsonFile(file, { ...raw, ...next });
    },
  };
}
