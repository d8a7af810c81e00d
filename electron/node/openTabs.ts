import * as z from 'zod/mini';
import { readJsonFile, writeJsonFile } from './jsonFile';

/** A document that was open: a file, or unsaved work that the recovery journal keeps under a key. */
export interface OpenTab {
  readonly path: string | null;
  readonly key: string;
}

export interface WindowTabs {
  /** From left to right. */
  readonly tabs: readonly OpenTab[];
  /** The key of the one in front. */
  readonly front: string | null;
}

/** What each window had open, kept over restarts. */
export interface OpenTabs {
  /** As they were when the app last ran; the window that was used last comes last. */
  readonly atStart: readonly WindowTabs[];
  set(windows: readonly WindowTabs[]): void;
}

const most = 200;
const windowsSchema = z.array(
  z.object({
    tabs: z.array(z.object({ path: z.nullable(z.string()), key: z.string() })).check(z.maxLength(most)),
    front: z.nullable(z.string()),
  }),
);

export function createOpenTabs(file: string): OpenTabs {
  const parsed = windowsSchema.safeParse(readJsonFile(file) ?? []);
  let written = '';
  return {
    atStart: parsed.success ? parsed.data.slice(-most) : [],
    set(windows) {
      const text = JSON.stringify(windows);
      if (text === written) return;
      written = text;
      void writeJsonFile(file, windows);
    },
  };
}
