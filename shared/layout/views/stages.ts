import type { DiagramDocument, DiagramNode } from '../../model/document';
import type { NodeId } from '../../model/ids';
import { isLane } from '../../model/lanes';
import { ancestorsOf, boxOfNode, nodesByKind } from '../../model/query';
import { inReadingOrder } from '../../model/readingOrder';
import { stageColumns } from '../stageColumns';

type Nodes = DiagramDocument['nodes'];

/**
 * The phases of a diagram, first to last: its stages; where it has none, its lanes that are no role's and hold steps or
 * other lanes, which is how people draw phases in tools without stages.
 */
export function stagesOf(nodes: Nodes): readonly DiagramNode[] {
  const columns = nodesIn(nodes, nodesByKind(nodes).get('stage') ?? []);
  if (columns.length > 0) {
    const left = new Map(columns.map((stage) => [stage.id, boxOfNode(nodes, stage).x]));
    return columns.toSorted((a, b) => (left.get(a.id) ?? 0) - (left.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1));
  }
  return nodesIn(nodes, inReadingOrder(nodes)).filter((node) => isLane(node) && node.roleId === null);
}

/** The stage in which each of these nodes lies; nodes that lie in none are left out. */
export function stageOfEach(nodes: Nodes, items: readonly DiagramNode[]): ReadonlyMap<NodeId, NodeId> {
  const stages = stagesOf(nodes);
  const found = new Map<NodeId, NodeId>();
  if (stages[0]?.kind !== 'stage') {
    const known = new Set(stages.map(({ id }) => id));
    for (const { id } of items) {
      const stage = ancestorsOf(nodes, id).find((around) => known.has(around));
      if (stage !== undefined) found.set(id, stage);
    }
    return found;
  }
  const boxes = (list: readonly DiagramNode[]) => new Map(list.map((node) => [node.id, boxOfNode(nodes, node)]));
  const columns = stageColumns(boxes(stages), boxes(items));
  for (const [id, { first }] of columns.spans) {
    const stage = columns.stages[first];
    if (stage != null) found.set(id, stage);
  }
  return found;
}

function nodesIn(nodes: Nodes, ids: readonly NodeId[]): readonly DiagramNode[] {
  return ids.map((id) => nodes.get(id)).filter((node) => node !== undefined);
}
