import ELK, { type ElkExtendedEdge } from 'elkjs/lib/elk.bundled.js';
import { applyEdit } from '../../shared/edits/index';
import type { Point } from '../../shared/geometry/box';
import type { DiagramDocument } from '../../shared/model/document';
import type { EdgeId } from '../../shared/model/ids';
import { aDocument, anEdge, aTask } from '../support/builders';
import { randomFrom } from './generateDiagram';

const SIZE = { width: 128, height: 56 };

/** A workflow of `count` steps, mostly forward, and a third more edges, as ELK lays it out: without and with ELK's ways. */
export async function elkDrawing(count: number, seed: number) {
  const random = randomFrom(seed);
  const pairs = new Map<string, readonly [number, number]>();
  const add = (from: number, to: number) => {
    if (from !== to && !pairs.has(`${to} ${from}`)) pairs.set(`${from} ${to}`, [from, to]);
  };
  for (let to = 1; to < count; to++) add(Math.max(0, to - 1 - Math.floor(random() * 4)), to);
  while (pairs.size < count * 1.33) {
    const from = Math.floor(random() * count);
    add(from, Math.min(count - 1, Math.max(0, from + Math.floor(random() * 12) - 2)));
  }
  const edges = [...pairs.values()].map(([from, to], index) => ({ id: `e${index}`, from: `n${from}`, to: `n${to}` }));
  const laid = await new ELK().layout({
    id: 'root',
    layoutOptions: { 'elk.algorithm': 'layered', 'elk.direction': 'RIGHT', 'elk.edgeRouting': 'ORTHOGONAL' },
    children: Array.from({ length: count }, (_, index) => ({ id: `n${index}`, ...SIZE })),
    edges: edges.map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
  });
  const bare = aDocument({
    nodes: (laid.children ?? []).map(({ id, x = 0, y = 0 }) => aTask({ id, x, y, ...SIZE })),
    edges: edges.map((edge) => anEdge(edge)),
  });
  const routes = new Map<EdgeId, readonly Point[]>();
  for (const { id, sections } of (laid.edges ?? []) as readonly ElkExtendedEdge[]) {
    const section = sections?.[0];
    if (section !== undefined) {
      routes.set(id as EdgeId, [section.startPoint, ...(section.bendPoints ?? []), section.endPoint]);
    }
  }
  return { bare, withElkWays: applyEdit(bare, 'edges.route', { routes }) satisfies DiagramDocument };
}
