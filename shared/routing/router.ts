import type { Point } from '../geometry/box';
import { type Route, routeEdge } from '../geometry/route';
import type { DiagramEdge, DocumentLook } from '../model/document';
import type { EdgeId, NodeId } from '../model/ids';
import { bridgesOf } from '../model/query';
import { routeRequest } from '../picture/edgeRoute';
import { bridgesOn, linesAbout } from './bridges';
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
  /** Where lines pass over others, of those for which that is not what it was; `null` for nowhere. */
  readonly bridges: ReadonlyMap<EdgeId, readonly Point[] | null>;
}

/** Knows a diagram and finds ways in it. It learns of changes; it never changes a record itself. */
export interface Router {
  apply(changes: RecordChanges): void;
  /** Takes changes over and finds ways for the edges that they concern, and bridges where the document wants them. */
  route(changes: RecordChanges, look: DocumentLook): Found;
  /** Finds ways for edges of the diagram as it is, whatever ways they had. */
  routeAgain(ids: Iterable<EdgeId>, look: DocumentLook): Found;
}

/** After the first round lines are laid again that others, laid later, got in the way of. */
const MOST_ROUNDS = 3;

export function createRouter(): Router {
  const records = createRecords();
  let hadBridges = false;

  /** What was found, with the bridges that follow from it. */
  function answer(search: () => Pick<Found, 'routes' | 'labelSpots'>, look: DocumentLook): Found {
    const found = search();
    const touched = records.scene.takeTouched();
    const bridges = look.bridges
      ? changedBridges(records, hadBridges ? linesAbout(records.scene, touched) : records.edges.keys())
      : new Map<EdgeId, null>();
    hadBridges = look.bridges;
    // What the records draw stays the truth until all this comes back as records.
    for (const id of new Set([...found.routes.keys(), ...found.labelSpots.keys()])) records.drawLine(id);
    return { ...found, bridges };
  }

  return {
    apply: (changes) => void records.apply(changes),
    route(changes, look) {
      const before = new Map([...changes.edges.keys()].map((id) => [id, records.edges.get(id)]));
      const moved = records.apply(changes);
      const ids = concernedEdges(records, changes, before, moved);
      const labelIds = concernedLabels(records, changes, before, moved);
      return answer(() => find(records, ids, labelIds), look);
    },
    routeAgain: (ids, look) => answer(() => find(records, new Set(ids), new Set(), true), look),
  };
}

function changedBridges({ scene, edges, nodes }: Records, ids: Iterable<EdgeId>): Found['bridges'] {
  const changed = new Map<EdgeId, readonly Point[] | null>();
  for (const id of ids) {
    const edge = edges.get(id);
    if (edge === undefined) continue;
    const now = edge.routing === 'curved' ? [] : bridgesOn(scene, id);
    if (!isSameLine(now, bridgesOf(nodes, edge) ?? [])) changed.set(id, now.length === 0 ? null : now);
  }
  return changed;
}

function find(
  records: Records,
  ids: ReadonlySet<EdgeId>,
  labelIds: ReadonlySet<EdgeId>,
  fromScratch = false,
): Pick<Found, 'routes' | 'labelSpots'> {
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
  return { routes, labelSpots: labelSpotsOf(records, labelled, routes) };
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
