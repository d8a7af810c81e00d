import { connectWorker, type WorkerConnection } from './connect';
import type { EdgeRouteWork } from './edgeRouteWork';

/** A worker that knows one diagram and finds ways for its edges; it starts with the first call. */
export function connectEdgeRouter(): WorkerConnection<EdgeRouteWork> {
  return connectWorker<EdgeRouteWork>({
    name: 'finding ways for edges',
    start: () => new Worker(new URL('./edgeRoutes.worker.ts', import.meta.url), { type: 'module' }),
    load: async () => (await import('./edgeRouteWork')).createEdgeRouteWork(),
  });
}
