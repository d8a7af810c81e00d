import Elk from 'elkjs/lib/elk.bundled.js';
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { applyEdit } from '../../shared/edits/index';
import { type Point, unionOf } from '../../shared/geometry/box';
import { kindOf } from '../../shared/kinds/index';
import { createBoxIndex } from '../../shared/layout/boxIndex';
import { cross, measureDrawing, type Segment, segmentBox, segmentsOf } from '../../shared/layout/measures';
import { tidyAll } from '../../shared/layout/tidy';
import type { DiagramDocument } from '../../shared/model/document';
import { aDocument, aLane, aNode, anEdge } from '../support/builders';
import { runElk } from '../support/elk';
import { randomFrom } from './generateDiagram';

const frames = ['none', 'groups', 'lanes', 'lanes and stages'] as const;
const sizes = [10, 20, 40, 80, 160] as const;

interface Outcome {
  readonly crossings: number;
  readonly bends: number;
  readonly areaPx: number;
  readonly ms: number;
}

/** A line for each of twenty generated diagrams: tidied as the app does it, and by ELK's layers with its defaults. */
export async function layoutTable(): Promise<string> {
  const lines = [
    '| Diagram | Steps | Edges | Crossings | by ELK | Bends | by ELK | Area, Mpx | by ELK | Time | by ELK |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ];
  // The first layout of a process also reads and compiles ELK.
  await plainElk(strewnDiagram('none', 10));
  for (const frame of frames) {
    for (const steps of sizes) {
      const document = strewnDiagram(frame, steps);
      const [own, elk] = [await tidied(document), await plainElk(document)];
      const pairs = [
        [own.crossings, elk.crossings],
        [own.bends, elk.bends],
        [own.areaPx / 1e6, elk.areaPx / 1e6].map((value) => value.toFixed(2)),
        [own.ms, elk.ms].map((value) => `${Math.round(value)} ms`),
      ];
      lines.push(`| ${[frame, steps, document.edges.size, ...pairs.flat()].join(' | ')} |`);
    }
  }
  return lines.join('\n');
}

/** A flow with branches, joins and a few ways back, its steps strewn about; the same for the same arguments. */
function strewnDiagram(frame: (typeof frames)[number], count: number): DiagramDocument {
  const random = randomFrom(count * 7 + frames.indexOf(frame));
  const homes = frame === 'none' ? 0 : Math.max(2, Math.round(Math.sqrt(count) / 1.5));
  const stages = frame === 'lanes and stages' ? Math.max(3, Math.round(count / 10)) : 0;
  const width = Math.max(800, stages * 160 + 140);
  const nodes = [
    ...Array.from({ length: homes }, (_, index) =>
      frame === 'groups'
        ? aNode('group', { id: `home-${index}`, y: index * 300 })
        : aLane({ id: `home-${index}`, y: index * 96, width }),
    ),
    ...Array.from({ length: stages }, (_, index) =>
      aNode('stage', { id: `stage-${index}`, x: 140 + index * 160, y: -52, width: 160, height: 52 + homes * 96 }),
    ),
    ...Array.from({ length: count }, (_, index) =>
      aNode(index % 7 === 3 ? 'decision' : 'task', {
        id: `step-${index}`,
        parentId: homes === 0 ? null : `home-${Math.floor(random() * homes)}`,
        x: stages === 0 ? Math.floor(random() * width) : 140 + Math.floor((index / count) * stages) * 160 + 16,
        y: Math.floor(random() * 60),
        z: index,
        label: `Step ${index}`,
      }),
    ),
  ];
  const edges = [];
  for (let index = 1; index < count; index++) {
    const from = Math.max(0, index - 1 - Math.floor(random() * random() * 6));
    edges.push(anEdge({ id: `edge-${index}`, from: `step-${from}`, to: `step-${index}` }));
  }
  for (let index = 0; index < count * 0.25; index++) {
    const [a, b] = [Math.floor(random() * count), Math.floor(random() * count)];
    const [from, to] = random() < 0.85 ? [Math.min(a, b), Math.max(a, b)] : [Math.max(a, b), Math.min(a, b)];
    if (to - from < 8 && from !== to)
      edges.push(anEdge({ id: `more-${index}`, from: `step-${from}`, to: `step-${to}` }));
  }
  return aDocument({ nodes, edges });
}

async function tidied(document: DiagramDocument): Promise<Outcome> {
  const startMs = performance.now();
  const plan = await tidyAll({ document, direction: 'right', runElk });
  const ms = performance.now() - startMs;
  const { crossings, bends, areaPx } = measureDrawing(applyEdit(document, 'layout.apply', plan));
  return { crossings, bends, areaPx, ms };
}

/** Steps and edges alone, since plain ELK knows nothing of lanes; measured on the routes that ELK gives. */
async function plainElk({ nodes, edges }: DiagramDocument): Promise<Outcome> {
  const elk = new Elk();
  const steps = [...nodes.values()].filter(({ kind }) => kindOf(kind).traits.layer === 'front');
  const startMs = performance.now();
  const result: ElkNode = await elk.layout<ElkNode>({
    id: 'root',
    layoutOptions: { 'elk.algorithm': 'layered' },
    children: steps.map(({ id, width, height }) => ({ id, width, height })),
    edges: [...edges.values()].map(({ id, from, to }) => ({ id, sources: [from.nodeId], targets: [to.nodeId] })),
  });
  const ms = performance.now() - startMs;
  const lines = createBoxIndex<Segment>();
  let [crossings, bends] = [0, 0];
  for (const edge of result.edges ?? []) {
    const own: Segment[] = [];
    for (const { startPoint, bendPoints = [], endPoint } of edge.sections ?? []) {
      bends += bendPoints.length;
      const points: readonly Point[] = [startPoint, ...bendPoints, endPoint];
      own.push(...segmentsOf(edge.id as Segment['edge'], points));
    }
    for (const piece of own) crossings += lines.over(segmentBox(piece)).filter((other) => cross(piece, other)).length;
    for (const piece of own) lines.add(piece, segmentBox(piece));
  }
  const boxes = (result.children ?? []).map(({ x = 0, y = 0, width = 0, height = 0 }) => ({ x, y, width, height }));
  const area = unionOf(boxes);
  return { crossings, bends, areaPx: area === null ? 0 : area.width * area.height, ms };
}
