import { type Box, minus, type Point, plus, unionOf } from '../geometry/box';
import type { DiagramDocument, DiagramNode } from '../model/document';
import type { NodeId } from '../model/ids';
import { boxOfNode, childrenByParent, withDescendants } from '../model/query';
import { type BoxIndex, createBoxIndex } from './boxIndex';
import type { Boxes } from './context';
import { freeSpot } from './freeSpot';
import { headingInset, spacing } from './spacing';

type Container = NodeId | null;

/** Where something is wanted, and the stage, if any, that it should not leave. */
export interface Wish {
  readonly box: Box;
  readonly within?: Box;
}

/** Puts nodes into free room of their containers, which grow around them while everything else stays where it is. */
export interface Settling {
  /** Takes a place near the wished one; from then on others keep clear of it. */
  settle(node: DiagramNode, wish: Wish): Box;
  /** Where a node lies now; `undefined` while it waits for a place. */
  boxOf(id: NodeId): Box | undefined;
  /** All that has another place or size now, containers included. */
  finish(): Boxes;
}

export function createSettling(document: DiagramDocument, movers: ReadonlySet<NodeId>): Settling {
  const { nodes } = document;
  const children = childrenByParent(nodes);
  const placed = new Map<NodeId, Box>();
  const indexes = new Map<Container, BoxIndex<NodeId>>();

  function boxOf(id: NodeId): Box | undefined {
    const node = nodes.get(id);
    if (node === undefined || (movers.has(id) && !placed.has(id))) return undefined;
    return placed.get(id) ?? boxOfNode(nodes, node);
  }

  /** What lies in a container and stays. */
  function indexOf(parent: Container): BoxIndex<NodeId> {
    const known = indexes.get(parent);
    if (known !== undefined) return known;
    const index = createBoxIndex<NodeId>();
    for (const id of children.get(parent) ?? []) {
      const box = nodes.get(id)?.kind === 'stage' ? undefined : boxOf(id);
      if (box !== undefined) index.add(id, box);
    }
    indexes.set(parent, index);
    return index;
  }

  /** The inside of a container: a lane is open along its flow only, everything else to the right and downwards. */
  function insideOf(parent: Container, size: Box): Box | null {
    const node = parent === null ? undefined : nodes.get(parent);
    if (node === undefined) return null;
    const box = boxOfNode(nodes, node);
    const inset = headingInset(node);
    const isLane = node.kind === 'lane';
    const padX = isLane && node.props.direction === 'vertical' ? 8 : spacing.framePadding;
    const padY = isLane && node.props.direction === 'horizontal' ? 8 : spacing.framePadding;
    const room = {
      width: Math.max(size.width, box.width - inset.x - 2 * padX),
      height: Math.max(size.height, box.height - inset.y - 2 * padY),
    };
    const open = Number.MAX_SAFE_INTEGER;
    return {
      x: box.x + inset.x + padX,
      y: box.y + inset.y + padY,
      width: isLane && node.props.direction === 'vertical' ? room.width : open,
      height: isLane && node.props.direction === 'horizontal' ? room.height : open,
    };
  }

  return {
    boxOf,
    settle(node, { box, within }) {
      const index = indexOf(node.parentId);
      const inside = insideOf(node.parentId, box);
      const find = (bounds: Box | null) => freeSpot(box, index, spacing.clearance, bounds, (id) => boxOf(id as NodeId));
      let at = find(within === undefined ? inside : overlapOf(inside, within, box));
      // A full stage is left rather than something covered.
      if (within !== undefined && index.over({ ...box, ...at }).length > 0) at = find(inside);
      const found = { ...box, ...at };
      placed.set(node.id, found);
      index.add(node.id, found);
      return found;
    },
    finish: () => withGrownContainers(document, placed),
  };
}

function overlapOf(inside: Box | null, within: Box, size: Box): Box {
  const x = Math.max(within.x, inside?.x ?? within.x);
  const right = Math.min(within.x + within.width, inside === null ? Number.MAX_SAFE_INTEGER : inside.x + inside.width);
  const y = inside?.y ?? Number.MIN_SAFE_INTEGER;
  return { x, width: Math.max(size.width, right - x), y, height: inside?.height ?? Number.MAX_SAFE_INTEGER };
}

/** Far more than nested containers need; numbers beyond what can be added exactly would grow for ever. */
const MAX_ROUNDS = 10_000;

/** Containers grow to the right and downwards around what was placed; lanes below one that grows make room. */
export function withGrownContainers(document: DiagramDocument, placed: Boxes): Boxes {
  const { nodes } = document;
  const children = childrenByParent(nodes);
  const boxes = new Map(placed);
  const boxAt = (id: NodeId): Box => boxes.get(id) ?? boxOfNode(nodes, nodes.get(id) as DiagramNode);
  const waiting = [...placed.keys()];
  for (let round = 0; waiting.length > 0 && round < MAX_ROUNDS; round++) {
    const parent = nodes.get(waiting.shift() as NodeId)?.parentId ?? null;
    const container = parent === null ? undefined : nodes.get(parent);
    if (container === undefined) continue;
    const box = boxAt(container.id);
    const content = unionOf((children.get(container.id) ?? []).filter((child) => boxes.has(child)).map(boxAt));
    if (content === null) continue;
    const right = Math.max(box.x + box.width, content.x + content.width + spacing.framePadding);
    const bottom = Math.max(
      box.y + box.height,
      content.y + content.height + (container.kind === 'lane' ? 8 : spacing.framePadding),
    );
    const more: Point = { x: right - box.x - box.width, y: bottom - box.y - box.height };
    if (more.x > 0 || more.y > 0) {
      for (const [grown, next] of grownRow(container, more)) {
        carryPlaced(grown, minus(next, boxAt(grown)));
        boxes.set(grown, next);
        waiting.push(grown);
      }
    }
  }
  return boxes;

  /** What was placed in a lane that is pushed goes with it; the rest of its content does so by itself. */
  function carryPlaced(container: NodeId, by: Point): void {
    if (by.x === 0 && by.y === 0) return;
    for (const id of withDescendants(nodes, children.get(container) ?? [])) {
      const box = boxes.get(id);
      if (box !== undefined) boxes.set(id, { ...box, ...plus(box, by) });
    }
  }

  /** A lane grows along its flow with the whole row; across it those behind are pushed. Other frames grow alone. */
  function grownRow(container: DiagramNode, more: Point): Boxes {
    const own = boxAt(container.id);
    const found = new Map<NodeId, Box>();
    if (container.kind !== 'lane') {
      return new Map([[container.id, { ...own, width: own.width + more.x, height: own.height + more.y }]]);
    }
    const isRight = container.props.direction === 'horizontal';
    for (const id of children.get(container.parentId) ?? []) {
      const node = nodes.get(id);
      if (node?.kind !== 'lane' || node.props.direction !== container.props.direction) continue;
      const box = boxAt(id);
      const isInRow = isRight
        ? box.x === own.x && box.width === own.width
        : box.y === own.y && box.height === own.height;
      if (!isInRow) continue;
      const isBehind = isRight ? box.y >= own.y + own.height : box.x >= own.x + own.width;
      const push = isBehind ? (isRight ? { x: 0, y: more.y } : { x: more.x, y: 0 }) : { x: 0, y: 0 };
      const isOwn = id === container.id;
      found.set(id, {
        ...plus(box, push),
        width: box.width + (isRight || isOwn ? more.x : 0),
        height: box.height + (!isRight || isOwn ? more.y : 0),
      });
    }
    return found;
  }
}
