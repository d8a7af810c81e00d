import type { Point } from '../geometry/box';
import { type Route, routeEdge } from '../geometry/route';
import type { DiagramEdge } from '../model/document';
import type { EdgeId, NodeId } from '../model/ids';
import { routeRequest } from '../picture/edgeRoute';
import { concernedEdges, concernedLabels } from './concerned';
import { findWay, type Way, type WayQuestion } from './findWay';
import { judge } from './judge';
import { findLabelSpot, labelBoxes } from './labelSpots';
import type { TakenPort } from './ports';
import { createRecords, liesInClosed, type RecordChanges, type Records } from './records';

/** The ways of edges, both ends included; `null` where the line that looks at its own two nodes only is as good. */
export type Routes = ReadonlyMap<EdgeId, readonly Point[] | null>;

export interface Found {
  readonly routes: Routes;
  /** Where labels sit along the lines; `null` where they ought to. */
  readonly labelSpots: ReadonlyMap<EdgeId, number | null>;
}

/** Knows a diagram and finds ways in it. It learns of changes; it never changes a record itself. */
export interface Router {
  apply(changes: RecordChanges): void;
  /** Takes changes over and finds ways for the edges that they concern, and for others that are named. */
  route(changes: RecordChanges, also: Iterable<EdgeId>): Found;
  /** Finds ways for edges of the diagram as it is, whatever ways they had. */
  routeAgain(ids: Iterable<EdgeId>): Found;
}

/** After the first round lines are laid again that others, laid later, got in the way of. */
const MOST_ROUNDS = 3;

export function createRouter(): Router {
  const records = createRecords();
  return {
    apply: (changes) => void records.apply(changes),
    route(changes, also) {
      const before = new Map([...changes.edges.keys()].map((id) => [id, records.edges.get(id)]));
      const moved = records.apply(changes);
      const ids = new Set([...concernedEdges(records, changes, before, moved), ...also]);
      return find(records, ids, concernedLabels(records, changes, before, moved));
    },
    routeAgain: (ids) => find(records, new Set(ids), new Set(), true),
  };
}

function find(records: Records, ids: ReadonlySet<EdgeId>, labelIds: ReadonlySet<EdgeId>, fromScratch = false): Found {
  const { scene } = records;
  const asked = inOrder(records, ids, fromScratch);
  for (const { edgeId } of asked) scene.setLine(edgeId, null);
  const ways = new Map<EdgeId, Way>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let isBetter = false;
    for (const question of asked) {
      const { edgeId } = question;
      const last = ways.get(edgeId);
      const way = last === undefined ? findWay(scene, question) : better(records, question, last);
      if (way === last) continue;
      isBetter = true;
      ways.set(edgeId, way);
      scene.setLine(edgeId, way.points);
    }
    if (!isBetter) break;
  }
  const routes = new Map(asked.map(({ edgeId, request }) => [edgeId, resultOf(request, ways.get(edgeId))]));
  const labelled = new Set([...ids, ...labelIds]);
  const labelSpots = labelSpotsOf(records, labelled, routes);
  // What the records draw stays the truth until all this comes back as records.
  for (const id of labelled) records.drawLine(id);
  return { routes, labelSpots };
}

function labelSpotsOf(records: Records, ids: ReadonlySet<EdgeId>, routes: Routes): Found['labelSpots'] {
  const { scene } = records;
  const labelled: { readonly edge: DiagramEdge; readonly route: Route }[] = [];
  for (const id of [...ids].sort()) {
    const edge = records.edges.get(id);
    const request = edge === undefined ? null : routeRequest(records, edge);
    if (edge === undefined || request === null || (edge.label === '' && edge.labelSpot === undefined)) continue;
    const way = routes.get(id);
    labelled.push({ edge, route: routeEdge(way === undefined ? request : { ...request, stored: way ?? undefined }) });
  }
  for (const { edge } of labelled) scene.setLabel(edge.id, []);
  const spots = new Map<EdgeId, number | null>();
  for (const { edge, route } of labelled) {
    const spot = findLabelSpot(scene, edge, route);
    spots.set(edge.id, spot);
    scene.setLabel(edge.id, labelBoxes({ ...edge, labelSpot: spot ?? edge.labelAt }, route));
  }
  return spots;
}

/** Short lines first: long ones have more ways to go. */
function inOrder(records: Records, ids: ReadonlySet<EdgeId>, fromScratch: boolean): readonly WayQuestion[] {
  const asked: { readonly question: WayQuestion; readonly lengthPx: number }[] = [];
  for (const edgeId of ids) {
    const edge = records.edges.get(edgeId);
    const request = edge?.routing === 'orthogonal' ? routeRequest(records, edge) : null;
    if (edge === undefined || request === null) continue;
    // The way it had is the one it has again when what hides its end is opened.
    if ([edge.from, edge.to].some(({ nodeId }) => liesInClosed(records.nodes, nodeId))) continue;
    const { stored: _, ...unstored } = request;
    asked.push({
      question: questionOf(records, edge, fromScratch ? unstored : request),
      lengthPx: routeEdge(unstored).lengthPx,
    });
  }
  asked.sort((a, b) => a.lengthPx - b.lengthPx || (a.question.edgeId < b.question.edgeId ? -1 : 1));
  return asked.map(({ question }) => question);
}

function questionOf(records: Records, edge: DiagramEdge, request: WayQuestion['request']): WayQuestion {
  const takenAt = (nodeId: NodeId): readonly TakenPort[] => {
    const taken: TakenPort[] = [];
    for (const id of records.edgesAt(nodeId)) {
      const other = records.edges.get(id);
      const line = id === edge.id ? null : records.scene.lineOf(id);
      const [first, last] = [line?.[0], line?.at(-1)];
      if (other?.from.nodeId === nodeId && first !== undefined) taken.push({ point: first, leaves: true });
      if (other?.to.nodeId === nodeId && last !== undefined) taken.push({ point: last, leaves: false });
    }
    return taken;
  };
  return { edgeId: edge.id, request, fromId: edge.from.nodeId, toId: edge.to.nodeId, takenAt };
}

/** Another way where lines that were laid later got in the way and it is better now; else the last one itself. */
function better({ scene }: Records, question: WayQuestion, last: Way): Way {
  const { edgeId, fromId, toId } = question;
  const now = judge(scene, last.points, { edgeId, own: new Set([fromId, toId]) });
  if (now.cost <= last.judgement.cost + 1) return last;
  scene.setLine(edgeId, null);
  const next = findWay(scene, question);
  if (next.judgement.cost < now.cost - 1) return next;
  scene.setLine(edgeId, last.points);
  return last;
}

function resultOf(request: WayQuestion['request'], way: Way | undefined): readonly Point[] | null {
  if (way === undefined || way.isSimple) return null;
  const { stored: _, ...unstored } = request;
  return isSameLine(routeEdge(unstored).points, way.points) ? null : way.points;
}

function isSameLine(a: readonly Point[], b: readonly Point[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ x, y }, index) => {
      const other = b[index];
      return other !== undefined && Math.abs(x - other.x) <= 0.5 && Math.abs(y - other.y) <= 0.5;
    })
  );
}
