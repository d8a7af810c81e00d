import { type Box, grow } from '../geometry/box';
import type { Route } from '../geometry/route';
import { languages } from '../i18n/language';
import type { DiagramEdge } from '../model/document';
import { edgeLabelBox } from '../picture/edgeMarks';
import type { Scene } from './scene';

/** Between two places that are tried, as a share of the line. */
const STEP = 0.04;
/** Kept free around a label. */
const CLEAR_PX = 2;
/** What a label may lie on, the worst first: nodes are painted over it, another label makes both unreadable. */
const costs = { node: 4, label: 3, heading: 1 } as const;

/** Where an edge's label lies on the canvas, in each language that it is read in. */
export function labelBoxes(edge: DiagramEdge, route: Route): readonly Box[] {
  if (edge.label === '') return [];
  return languages.map((language) => edgeLabelBox(edge, language, route)).filter((box) => box !== null);
}

/**
 * The share of the line, nearest to where the label ought to sit, at which it covers the least; `null` where it may stay.
 * The edge's own label must not be in the scene.
 */
export function findLabelSpot(scene: Scene, edge: DiagramEdge, route: Route): number | null {
  let best: number | null = null;
  let bestCost = coveredCost(scene, { ...edge, labelSpot: edge.labelAt }, route);
  for (let step = STEP; bestCost > 0 && step < 1; step += STEP) {
    for (const share of [edge.labelAt - step, edge.labelAt + step]) {
      if (share < 0 || share > 1) continue;
      const labelSpot = Math.round(share * 1000) / 1000;
      const cost = coveredCost(scene, { ...edge, labelSpot }, route);
      if (cost >= bestCost) continue;
      best = labelSpot;
      bestCost = cost;
    }
  }
  return best;
}

function coveredCost(scene: Scene, edge: DiagramEdge, route: Route): number {
  let cost = 0;
  for (const box of labelBoxes(edge, route)) {
    const area = grow(box, CLEAR_PX);
    for (const { isHeading } of scene.obstaclesIn(area)) cost += isHeading ? costs.heading : costs.node;
    cost += scene.labelsIn(area).length * costs.label;
  }
  return cost;
}
