import Elk from 'elkjs/lib/elk.bundled.js';
import type { ElkResult, RunElk } from '../../shared/layout/elk';

/** ELK in this process; in the window it runs in a worker. */
export const runElk: RunElk = async (graph) => {
  const elk = new Elk();
  return (await elk.layout(graph as Parameters<typeof elk.layout>[0])) as ElkResult;
};
