import type { DiagramDocument, DiagramEdge, DiagramNode } from '../../shared/model/document';
import { rolePalette } from '../../shared/scene/rolePalette';
import { aDocument, aLane, aNode, anEdge, aRole } from '../support/builders';

/** From one step to the next, and where the first one of a lane begins, in diagram units. */
export const PITCH = { x: 144, y: 96 };
export const HEADING_PX = 136;

/**
 * A diagram of `count` steps and 1.5 times as many edges: as many lanes as there are steps in each, labels of two lines
 * in Korean and English, several kinds. The same for the same count.
 */
export function generateDiagram(count: number): DiagramDocument {
  const random = randomFrom(count);
  const stepsInALane = Math.ceil(Math.sqrt(count));
  const roles = rolePalette.map(({ color }, order) =>
    aRole({ id: `role-${order}`, name: { ko: `역할 ${order + 1}`, en: `Role ${order + 1}` }, color, order }),
  );
  const nodes: DiagramNode[] = [];
  const steps: string[] = [];
  for (let row = 0; row * stepsInALane < count; row++) {
    const parentId = `lane-${row}`;
    nodes.push(
      aLane({
        id: parentId,
        y: row * PITCH.y,
        width: HEADING_PX + stepsInALane * PITCH.x + 16,
        height: PITCH.y,
        roleId: `role-${row % roles.length}`,
      }),
    );
    for (let column = 0; column < stepsInALane && steps.length < count; column++) {
      const number = steps.length;
      const id = `step-${number}`;
      steps.push(id);
      nodes.push(
        aNode(number % 11 === 5 ? 'artifact' : number % 7 === 3 ? 'decision' : 'task', {
          id,
          parentId,
          x: HEADING_PX + column * PITCH.x,
          y: 16,
          width: 112,
          height: 64,
          label: { ko: `데이터 ${number}번\n검토하고 넘기기`, en: `Review item ${number}\nand pass it on` },
        }),
      );
    }
  }
  const edges: DiagramEdge[] = [];
  const connect = (from: number, to: number, kind: DiagramEdge['kind']) => {
    const label = kind === 'handoff' && random() < 0.3 ? { ko: '보고서', en: 'Report' } : '';
    edges.push(anEdge({ id: `edge-${edges.length}`, from: `step-${from}`, to: `step-${to}`, kind, label }));
  };
  for (let index = 1; index < count; index++) if (index % stepsInALane !== 0) connect(index - 1, index, 'flow');
  while (edges.length < count * 1.5) {
    const index = Math.floor(random() * (count - stepsInALane));
    const below = Math.min(count - 1, index + stepsInALane + Math.floor(random() * 5) - 2);
    connect(index, below, random() < 0.6 ? 'handoff' : 'data');
  }
  return aDocument({ roles, nodes, edges });
}

/** Mulberry32 (Tommy Ettinger, public domain): the same numbers in every run. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
