import { proxy } from 'comlink';
import type { TidyPlan } from '../../shared/layout/tidy';
import type { DiagramDocument } from '../../shared/model/document';
import { connectWorker } from './connect';
import type { RunningElk } from './elk';
import type { layoutWork, TidyRequest } from './layoutWork';

export interface Layout {
  /** Rejects with `WorkerStopped` when it is stopped before. */
  tidy(document: DiagramDocument, request: TidyRequest): Promise<TidyPlan>;
  stop(): void;
}

/**
 * Two workers that tidy a diagram, ours and ELK's. Both are started by this window, since Chromium crashes now and then
 * when a worker ends that has started another one. They are loaded when they are first needed.
 */
export function connectLayout(): Layout {
  const worker = connectWorker<typeof layoutWork>({
    name: 'layouts',
    start: () => new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' }),
    load: async () => (await import('./layoutWork')).layoutWork,
  });
  let elk: Promise<RunningElk> | null = null;
  let isStopped = false;
  const runElk: Parameters<typeof layoutWork.tidy>[2] = async (graph) => {
    elk ??= import('./elk').then(({ startElk }) => startElk());
    const running = await elk;
    if (isStopped) running.stop();
    return await running.layout(graph);
  };
  return {
    tidy: (document, request) => worker.call('tidy', document, request, proxy(runElk)),
    stop() {
      isStopped = true;
      worker.stop();
      void elk?.then((running) => running.stop());
    },
  };
}
