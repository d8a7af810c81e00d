import { type Box, grow, type Size } from '../geometry/box';
import { languages } from '../i18n/language';
import { kindOf } from '../kinds/index';
import type { DiagramEdge, DiagramNode } from '../model/document';
import { edgeLabelSize } from '../picture/edgeMarks';

/** Distances of a tidied diagram, in its own units. */
export const spacing = {
  /** Between steps that follow each other along the flow. */
  alongFlow: 40,
  /** Between steps side by side. */
  acrossFlow: 28,
  /** Between a step and the edge of its lane, across the flow: two of them hold a label between two lanes. */
  lanePadding: 22,
  /** Between the columns and the ends of a lane. */
  laneEnd: 20,
  /** Between a frame and what it holds. */
  framePadding: 16,
  /** Around what is put into free room. */
  clearance: 16,
  /** Between parts of a diagram that have nothing to do with each other. */
  apart: 48,
} as const;

/** A lane that is thicker than its content needs shrinks to this, and a stage to this width; thinner ones stay. */
export const usualSizes = { laneThickness: 96, stageWidth: 144, laneLength: 480 } as const;

/** Of a line beside its label, so that head and bend show. */
const LABEL_ROOM_PX = 36;

/** The room for an edge's label with some of its line, in whichever language needs more; `null` without a label. */
export function edgeLabelRoom(edge: DiagramEdge): Size | null {
  const sizes = languages.map((language) => edgeLabelSize(edge, language)).filter((size) => size !== null);
  if (sizes.length === 0) return null;
  return {
    width: Math.max(...sizes.map(({ width }) => width)) + LABEL_ROOM_PX,
    height: Math.max(...sizes.map(({ height }) => height)) + LABEL_ROOM_PX / 2,
  };
}

/** The smallest size at which a frame shows its whole heading, in all languages. */
export function frameMinSize(node: DiagramNode): Size {
  const kind = kindOf(node.kind);
  const least = { ...node, ...kind.minSize(node) };
  const sizes = languages.map((language) => kind.fitSize(least, language));
  return {
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  };
}

const LARGE_PX = 10_000;

/** How far a container's heading reaches from its left and from its top. */
export function headingInset(node: DiagramNode): { readonly x: number; readonly y: number } {
  // Of one with room to spare: in a frame that is too small the heading takes all of it.
  const large = { ...node, width: LARGE_PX, height: LARGE_PX };
  const heading = kindOf(node.kind).heading?.(large);
  if (heading === undefined) return { x: 0, y: 0 };
  // A band along the whole width lies on top, one along the whole height at the left.
  return heading.width < LARGE_PX ? { x: heading.width, y: 0 } : { x: 0, y: heading.height };
}

/** The box of a frame around its content, heading included. */
export function frameAround(node: DiagramNode, content: Box): Box {
  const inset = headingInset(node);
  const least = frameMinSize(node);
  const box = grow(content, spacing.framePadding);
  // A heading on top has room of its own below its text.
  const top = inset.y > 0 ? inset.y - spacing.framePadding / 2 : 0;
  return {
    x: box.x - inset.x,
    y: box.y - top,
    width: Math.max(box.width + inset.x, least.width),
    height: Math.max(box.height + top, least.height),
  };
}
