import { join } from 'node:path';
import * as z from 'zod/mini';
import type { FileStamp, RecoveryKey } from '../../shared/ipc/contract';
import { invariant } from '../../shared/util/invariant';
import { writeFileAtomically } from './atomicWrite';
import { codeOf, type FileSystem, realFileSystem } from './fileErrors';
import { removeAllLeftoverTemps } from './tempFiles';

/** Which window works on a journal (any number that is unique while the app runs). */
export type RecoveryOwner = number;

export interface AboutDocument {
  readonly name: string;
  /** The file it belongs to; `null` for a document that was never saved. */
  readonly path: string | null;
  readonly stamp: FileStamp | null;
}

export interface JournalEntry extends AboutDocument {
  readonly key: RecoveryKey;
  readonly text: string;
  readonly steps: readonly string[];
  readonly changedAtMs: number;
}

/**
 * The unsaved work of all windows, on disk within a second of each edit. A document's journal is one file,
 * `<key>.<generation>.jsonl`: a line about the document with its whole text, then a line a step. Compaction writes
 * the next generation completely before the old one goes, so a crash at any moment leaves one that is whole; a line
 * that a crash cut off is passed over.
 */
export interface Recovery {
  /** Starts or compacts a journal. */
  snapshot(owner: RecoveryOwner, key: RecoveryKey, about: AboutDocument, text: string): Promise<void>;
  /** Adds steps and syncs them to the disk. */
  append(owner: RecoveryOwner, key: RecoveryKey, steps: readonly string[]): Promise<void>;
  /** The document was saved, or its changes were given up. */
  drop(key: RecoveryKey): Promise<void>;
  /** What crashed windows left. They belong to `owner` from now on: a second window must not offer them again. */
  claim(owner: RecoveryOwner): Promise<readonly JournalEntry[]>;
  /** Its window has let go of it: the next one that asks gets it. */
  free(key: RecoveryKey): void;
  /** The window is gone; what it left can be claimed. */
  release(owner: RecoveryOwner): void;
  /** Settles when all that was asked is on disk. */
  settled(): Promise<void>;
}

const fileName = /^([A-Za-z0-9_-]{1,64})\.(\d{1,10})\.jsonl$/;
const headSchema = z.object({
  format: z.literal('roleweave-recovery'),
  version: z.literal(1),
  name: z.string(),
  path: z.nullable(z.string()),
  stamp: z.nullable(z.string()),
  text: z.string(),
});

export function isRecoveryKey(value: string): boolean {
  return /^[A-Za-z0-9_-]{1,64}$/.test(value);
}

export function createRecovery(folder: string, fs: FileSystem = realFileSystem): Recovery {
  const owners = new Map<RecoveryKey, RecoveryOwner>();
  const queues = new Map<RecoveryKey, Promise<unknown>>();
  /** Journals whose last line is known to end in a line feed, since this process wrote it. */
  const cleanEnds = new Set<string>();

  /** Steps of one document reach the disk in the order in which they were made. */
  function inTurn<T>(key: RecoveryKey, work: () => Promise<T>): Promise<T> {
    invariant(isRecoveryKey(key), 'recovery keys are checked at the door');
    const turn = (queues.get(key) ?? Promise.resolve()).then(work);
    const settled = turn.catch(() => undefined);
    queues.set(key, settled);
    void settled.then(() => {
      if (queues.get(key) === settled) queues.delete(key);
    });
    return turn;
  }

  /** Generations of a journal's files, oldest first. */
  async function generationsOf(key: RecoveryKey): Promise<readonly number[]> {
    return (await journals()).get(key) ?? [];
  }

  async function journals(): Promise<ReadonlyMap<RecoveryKey, readonly number[]>> {
    const found = new Map<RecoveryKey, number[]>();
    let names: readonly string[];
    try {
      names = await fs.readdir(folder);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return found;
      throw error;
    }
    for (const name of names) {
      const match = fileName.exec(name);
      if (match?.[1] === undefined) continue;
      const key = match[1] as RecoveryKey;
      found.set(
        key,
        [...(found.get(key) ?? []), Number(match[2])].sort((a, b) => a - b),
      );
    }
    return found;
  }

  const pathOf = (key: RecoveryKey, generation: number): string => join(folder, `${key}.${generation}.jsonl`);

  async function read(key: RecoveryKey, generations: readonly number[]): Promise<JournalEntry | null> {
    for (const generation of [...generations].reverse()) {
      const path = pathOf(key, generation);
      try {
        const [first = '', ...rest] = (await fs.readFile(path, 'utf8')).split('\n');
        const head = headSchema.parse(JSON.parse(first));
        return {
          key,
          name: head.name,
          path: head.path,
          stamp: head.stamp as FileStamp | null,
          text: head.text,
          steps: rest.map(parseStepLine).filter((step) => step !== null),
          changedAtMs: (await fs.stat(path)).mtimeMs,
        };
      } catch {
        // Unreadable or not ours: an older generation may be whole.
      }
    }
    return null;
  }

  return {
    snapshot(owner, key, about, text) {
      owners.set(key, owner);
      return inTurn(key, async () => {
        await fs.mkdir(folder, { recursive: true, mode: 0o700 });
        const before = await generationsOf(key);
        const generation = (before.at(-1) ?? 0) + 1;
        const head: z.output<typeof headSchema> = { format: 'roleweave-recovery', version: 1, ...about, text };
        const path = pathOf(key, generation);
        const written = await writeFileAtomically(path, Buffer.from(`${JSON.stringify(head)}\n`), { fs });
        if (!written.ok) throw new Error(`The recovery journal could not be written: ${written.error.type}`);
        cleanEnds.add(path);
        for (const old of before) await removeJournal(pathOf(key, old));
      });
    },

    append(owner, key, steps) {
      owners.set(key, owner);
      return inTurn(key, async () => {
        const generation = (await generationsOf(key)).at(-1);
        invariant(generation !== undefined, 'a journal starts with a snapshot');
        const path = pathOf(key, generation);
        const lines = steps.map((step) => `${JSON.stringify(step)}\n`).join('');
        const handle = await fs.open(path, 'a');
        try {
          // After a crash the last line may be half a line: what follows must not be glued to it.
          await handle.writeFile(cleanEnds.has(path) ? lines : `\n${lines}`);
          cleanEnds.add(path);
          await handle.datasync();
        } catch (error) {
          cleanEnds.delete(path);
          throw error;
        } finally {
          await handle.close();
        }
      });
    },

    drop(key) {
      return inTurn(key, async () => {
        for (const generation of await generationsOf(key)) await removeJournal(pathOf(key, generation));
        owners.delete(key);
      });
    },

    async claim(owner) {
      await Promise.all(queues.values());
      await removeAllLeftoverTemps(fs, folder);
      const entries: JournalEntry[] = [];
      for (const [key, generations] of await journals()) {
        if (owners.has(key)) continue;
        const entry = await read(key, generations);
        if (entry === null) continue;
        owners.set(key, owner);
        entries.push(entry);
      }
      return entries.sort((a, b) => b.changedAtMs - a.changedAtMs);
    },

    free(key) {
      owners.delete(key);
    },

    release(owner) {
      for (const [key, other] of owners) if (other === owner) owners.delete(key);
    },

    async settled() {
      while (queues.size > 0) await Promise.all(queues.values());
    },
  };

  async function removeJournal(path: string): Promise<void> {
    cleanEnds.delete(path);
    await fs.unlink(path).catch(() => undefined);
  }
}

function parseStepLine(line: string): string | null {
  try {
    const step: unknown = JSON.parse(line);
    return typeof step === 'string' ? step : null;
  } catch {
    return null;
  }
}
