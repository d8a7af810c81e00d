import ElkApi from 'elkjs/lib/elk-api.js';
import elkWorkerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { ElkGraph, ElkResult } from '../../shared/layout/elk';

export interface RunningElk {
  layout(graph: ElkGraph): Promise<ElkResult>;
  stop(): void;
}

/** ELK in a worker of its own: its script takes over all messages of the thread it runs in. */
export async function startElk(): Promise<RunningElk> {
  if (typeof Worker === 'undefined') return await startHere();
  const elk = new ElkApi({ workerUrl: elkWorkerUrl, workerFactory: (url) => new Worker(url ?? elkWorkerUrl) });
  return { layout: layoutBy(elk), stop: () => elk.terminateWorker() };
}

/** In Node, as in tests. The package's name is no literal, so that the bundler does not pack a second copy of it. */
async function startHere(): Promise<RunningElk> {
  const inProcess = 'elkjs/lib/elk.bundled.js';
  const { default: Elk } = (await import(/* @vite-ignore */ inProcess)) as { readonly default: typeof ElkApi };
  return { layout: layoutBy(new Elk()), stop: () => {} };
}

const layoutBy =
  (elk: InstanceType<typeof ElkApi>): RunningElk['layout'] =>
  async (graph) =>
    (await elk.layout(graph as Parameters<typeof elk.layout>[0])) as ElkResult;
