import { type Parsed, parseFile } from '../../shared/file/parse';
import type { OpenError } from '../../shared/file/problems';
import type { Result } from '../../shared/util/result';
import { connectWorker, WorkerStopped } from './connect';
import type { projectFileWork } from './projectFileWork';

/** Shorter texts are read within a frame, sooner than a worker starts. */
const largeChars = 200_000;

/** `parseFile` that keeps the window moving: large texts are read in a worker. */
export async function parseProject(text: string): Promise<Result<Parsed, OpenError>> {
  if (text.length < largeChars) return parseFile(text);
  // A worker for each text, ended with it: it would keep the memory that reading took.
  const worker = connectWorker<typeof projectFileWork>({
    name: 'reading project files',
    start: () => new Worker(new URL('./projectFiles.worker.ts', import.meta.url), { type: 'module' }),
    load: async () => (await import('./projectFileWork')).projectFileWork,
  });
  try {
    return await worker.call('parse', text);
  } catch (error) {
    if (!(error instanceof WorkerStopped)) throw error;
    // Out of memory for one more thread, say: a slow window is better than a file that does not open.
    console.warn(error);
    return parseFile(text);
  } finally {
    worker.stop();
  }
}
