import { connectWorker, type WorkerConnection } from './connect';
import type { layoutWork } from './layoutWork';

/** A worker that tidies one diagram; it is loaded with its first call, so that the window opens without it. */
export function connectLayout(): WorkerConnection<typeof layoutWork> {
  return connectWorker<typeof layoutWork>({
    name: 'layouts',
    start: () => new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' }),
    load: async () => (await import('./layoutWork')).layoutWork,
  });
}
