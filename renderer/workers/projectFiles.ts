import { proxy } from 'comlink';
import { replay } from '../../shared/file/journal';
import { type Parsed, parseFile } from '../../shared/file/parse';
import type { OpenError } from '../../shared/file/problems';
import { fileParts, serializeFile } from '../../shared/file/serialize';
import type { DiagramDocument } from '../../shared/model/document';
import { ok, type Result } from '../../shared/util/result';
import { connectWorker, type WorkerConnection, WorkerStopped } from './connect';
import { createDocumentReader, type DocumentHead, headOf } from './documentSlices';
import { inSlices } from './inSlices';
import type { projectFileWork } from './projectFileWork';

/** Shorter texts are read within a frame, sooner than a worker starts. */
const LARGE_CHARS = 200_000;
/** Fewer records are written within a frame. */
const LARGE_RECORDS = 1_000;

export interface Recovered {
  readonly document: DiagramDocument;
  /** How many steps could not be read. */
  readonly skipped: number;
}

/** `parseFile` that keeps the window moving: large texts are read in a worker. */
export async function parseProject(text: string): Promise<Result<Parsed, OpenError>> {
  if (text.length < LARGE_CHARS) return parseFile(text);
  const { put, document } = createDocumentReader();
  const read = await inWorker((worker) => worker.call('parse', text, proxy(put)));
  if (read === null) return parseFile(text);
  return read.ok ? ok({ ...withoutHead(read.value), document: document(headOf(read.value)) }) : read;
}

/** The document of a recovery journal, its steps made; large ones in a worker. */
export async function recoverProject(text: string, steps: readonly string[]): Promise<Result<Recovered, OpenError>> {
  const { put, document } = createDocumentReader();
  const isLarge = text.length >= LARGE_CHARS;
  const read = isLarge ? await inWorker((worker) => worker.call('recover', text, steps, proxy(put))) : null;
  if (read !== null)
    return read.ok ? ok({ skipped: read.value.skipped, document: document(headOf(read.value)) }) : read;
  const parsed = parseFile(text);
  return parsed.ok ? ok(replay(parsed.value.document, steps)) : parsed;
}

/**
 * `serializeFile` that keeps the window moving: large documents are written a little at a time, right here, since handing
 * them to a worker takes half as long as writing them. What is edited meanwhile is another document.
 */
export async function serializeProject(document: DiagramDocument): Promise<string> {
  const records = document.roles.size + document.nodes.size + document.edges.size;
  if (records < LARGE_RECORDS) return serializeFile(document);
  return (await inSlices(fileParts(document))).join('');
}

/** Has work done by a worker of its own, which ends with it: it would keep the memory that reading took. */
async function inWorker<T>(work: (worker: WorkerConnection<typeof projectFileWork>) => Promise<T>): Promise<T | null> {
  const worker = connectWorker<typeof projectFileWork>({
    name: 'reading project files',
    start: () => new Worker(new URL('./projectFiles.worker.ts', import.meta.url), { type: 'module' }),
    load: async () => (await import('./projectFileWork')).projectFileWork,
  });
  try {
    return await work(worker);
  } catch (error) {
    if (!(error instanceof WorkerStopped)) throw error;
    // Out of memory for one more thread, say: a slow window is better than a file that does not open.
    console.warn(error);
    return null;
  } finally {
    worker.stop();
  }
}

function withoutHead<Head extends DocumentHead>({ title: _title, look: _look, unknown: _unknown, ...rest }: Head) {
  return rest;
}
