import ElkApi from 'elkjs/lib/elk-api.js';
import elkWorkerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { FlowDirection } from '../../shared/layout/bands';
import type { ElkResult, RunElk } from '../../shared/layout/elk';
import { type TidyPlan, tidyAll } from '../../shared/layout/tidy';
import { tidyNew, tidySelection } from '../../shared/layout/tidySome';
import type { DiagramDocument } from '../../shared/model/document';
import type { NodeId } from '../../shared/model/ids';

/** What to tidy; `new`: the nodes that were added, and those that lie on others. */
export interface TidyRequest {
  readonly scope: 'all' | 'selection' | 'new';
  /** The selected or the added nodes. */
  readonly nodes: ReadonlySet<NodeId>;
  /** Which way time runs where neither lanes nor stages say it. */
  readonly direction: FlowDirection;
}

/** What the worker for layouts can do. */
export const layoutWork = {
  tidy(document: DiagramDocument, { scope, nodes, direction }: TidyRequest): Promise<TidyPlan> {
    const context = { document, direction, runElk };
    if (scope === 'selection') return tidySelection(context, nodes);
    return scope === 'new' ? Promise.resolve(tidyNew(context, nodes)) : tidyAll(context);
  },
};

/** ELK has a worker of its own, since its script takes over the messages of the thread it runs in. It ends with ours. */
const runElk: RunElk = async (graph) => {
  const elk = await createElk();
  try {
    return (await elk.layout(graph as Parameters<typeof elk.layout>[0])) as ElkResult;
  } finally {
    elk.terminateWorker();
  }
};

async function createElk(): Promise<InstanceType<typeof ElkApi>> {
  if (typeof Worker !== 'undefined') {
    return new ElkApi({ workerUrl: elkWorkerUrl, workerFactory: (url) => new Worker(url ?? elkWorkerUrl) });
  }
  // Node, as in tests; named so that the bundler does not pack a second copy of it.
  const inProcess = 'elkjs/lib/elk.bundled.js';
  const { default: Elk } = (await import(/* @vite-ignore */ inProcess)) as { readonly default: typeof ElkApi };
  return new Elk();
}
