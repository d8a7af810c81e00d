import type { FlowDirection } from '../../shared/layout/bands';
import type { RunElk } from '../../shared/layout/elk';
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
  async tidy(document: DiagramDocument, request: TidyRequest, runElk: RunElk): Promise<TidyPlan> {
    const { scope, nodes, direction } = request;
    const context = { document, direction, runElk };
    if (scope === 'new') return tidyNew(context, nodes);
    return await (scope === 'selection' ? tidySelection(context, nodes) : tidyAll(context));
  },
};
