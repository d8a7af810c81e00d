import RBush, { type BBox } from 'rbush';
import { type Box, centerOf, encloses, grow } from '../geometry/box';
import { nodeKinds } from '../kinds/index';
import { isCollapsed } from '../model/collapsed';
import type { DiagramDocument, DiagramNode } from '../model/document';
import { isHidden } from '../model/hidden';
import type { NodeId } from '../model/ids';
import { isLane, type LanePlace, laneAtGap, stackAxis } from '../model/lanes';
import { boxOfNode, inStackingOrder } from '../model/query';
import { liesInContainers } from './spots';

/** The containers of a document as places to drop into: what one dropped node costs does not grow with the diagram. */
export interface DropTargets {
  /** Where a node dropped at `box` belongs. A frame goes only into what holds all of it: it may as well lie around it. */
  homeOf(node: DiagramNode, box: Box): NodeId | null;
}

interface Target extends BBox {
  readonly node: DiagramNode;
  readonly box: Box;
  /** Those on top have higher ones. */
  readonly rank: number;
}

/** `except`: what is dragged, with all that lies in it. */
export function createDropTargets(document: DiagramDocument, except: ReadonlySet<NodeId>): DropTargets {
  const { nodes } = document;
  const tree = new RBush<Target>().load(
    inStackingOrder(nodes)
      .back.filter((node) => nodeKinds[node.kind].traits.container && !except.has(node.id))
      .filter((node) => !isCollapsed(node) && !isHidden(nodes, node.id))
      .map((node, rank) => {
        const box = boxOfNode(nodes, node);
        return { ...extentOf(box), node, box, rank };
      }),
  );

  function topmostAround(box: Box): NodeId | null {
    let top: Target | null = null;
    for (const target of tree.search(extentOf(box))) {
      if (encloses(target.box, box) && (top === null || target.rank > top.rank)) top = target;
    }
    return top?.node.id ?? null;
  }

  return {
    homeOf(node, box) {
      if (!liesInContainers(node.kind)) return node.parentId;
      if (nodeKinds[node.kind].traits.layer === 'back') return topmostAround(box);
      const home = topmostAround({ ...centerOf(box), width: 0, height: 0 });
      // A gap is too narrow for a box only where lanes lie less than its length away from its middle.
      const near = tree.search(extentOf(grow(box, Math.max(box.width, box.height) / 2)));
      const lanes = near.flatMap(({ node: lane, box: at }): LanePlace[] =>
        isLane(lane) && lane.parentId === home ? [{ id: lane.id, box: at, axis: stackAxis(lane) }] : [],
      );
      return laneAtGap(lanes, box) ?? home;
    },
  };
}

function extentOf({ x, y, width, height }: Box): BBox {
  return { minX: x, minY: y, maxX: x + width, maxY: y + height };
}
