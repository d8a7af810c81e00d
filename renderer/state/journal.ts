import { diffDocuments, type JournalStep, serializeStep } from '../../shared/file/journal';
import type { Bridge, RecoveryKey } from '../../shared/ipc/contract';
import type { DiagramDocument } from '../../shared/model/document';
import { serializeProject } from '../workers/projectFiles';
import { isDirty } from './editorStore';
import type { OpenDocument } from './session';

/** A change is on disk, in the journal, well within a second. */
const FLUSH_AFTER_MS = 400;
/** Replaying more steps than this would make a start after a crash slow. */
const STEPS_PER_SNAPSHOT = 200;
/** A step that changed more is written as a snapshot: that is done a little at a time. */
const RECORDS_PER_STEP = 1_000;

/** The recovery journal of one document: what was not saved yet survives a crash. */
export interface Journal {
  /** Something changed; it is written soon. */
  touch(): void;
  /** The file was written: what is left to recover is measured from there. */
  restart(): void;
  /** Writes what is not written yet. */
  flush(): Promise<void>;
  /** Another window goes on with it: answers whether all that is unsaved is on disk for that one. */
  leave(): Promise<boolean>;
  /** Nothing is left to recover: saved and closed, or given up by the user. */
  end(): Promise<void>;
}

export interface JournalOptions {
  readonly bridge: Bridge;
  readonly key: RecoveryKey;
  /** The document as it is open now; `null` after its tab was closed. */
  open(): OpenDocument | null;
  /** What the recovered document will be called. */
  name(open: OpenDocument): string;
  /** Whether an earlier run left a journal under this key. */
  readonly exists: boolean;
  onFailure(): void;
}

export function createJournal({ bridge, key, open, name, exists, onFailure }: JournalOptions): Journal {
  let onDisk = exists;
  /** The document that snapshot and steps add up to; `null` when the next write must be a snapshot. */
  let written: DiagramDocument | null = null;
  let steps = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let queue: Promise<void> = Promise.resolve();
  let ended = false;

  async function write(): Promise<void> {
    const current = open();
    if (ended || current === null) return;
    const state = current.source.getState();
    const { document } = state.history.present;
    if (!isDirty(state)) {
      if (onDisk) await bridge.request['recovery.drop'](key);
      onDisk = false;
      written = null;
      return;
    }
    if (document === written) return;
    const step = written === null || steps >= STEPS_PER_SNAPSHOT ? null : diffDocuments(written, document);
    if (step === null || sizeOf(step) > RECORDS_PER_STEP) {
      const about = { name: name(current), handle: current.file?.handle ?? null, stamp: current.file?.stamp ?? null };
      await bridge.request['recovery.snapshot'](key, about, await serializeProject(document));
      onDisk = true;
      steps = 0;
    } else {
      await bridge.request['recovery.append'](key, [serializeStep(step)]);
      steps += 1;
    }
    written = document;
  }

  async function writeSafely(): Promise<void> {
    try {
      await write();
    } catch (error) {
      console.warn('Journal not written', error);
      // Part of it may be on disk; a snapshot next time makes it whole again.
      written = null;
      onFailure();
    }
  }

  function stopTimer(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function flush(): Promise<void> {
    stopTimer();
    queue = queue.then(writeSafely);
    return queue;
  }

  return {
    touch() {
      if (!ended) timer ??= setTimeout(() => void flush(), FLUSH_AFTER_MS);
    },
    restart() {
      // Asked for in the queue: a write under way still belongs to the old file.
      queue = queue.then(() => {
        written = null;
      });
      void flush();
    },
    flush,
    async leave() {
      await flush();
      const current = open();
      const isKept =
        current !== null &&
        (!isDirty(current.source.getState()) || current.source.getState().history.present.document === written);
      ended = isKept;
      stopTimer();
      return isKept;
    },
    async end() {
      stopTimer();
      ended = true;
      await queue;
      if (!onDisk) return;
      onDisk = false;
      await bridge.request['recovery.drop'](key).catch((error: unknown) => console.warn('Journal not dropped', error));
    },
  };
}

function sizeOf({ roles, nodes, edges }: JournalStep): number {
  return roles.size + nodes.size + edges.size;
}
