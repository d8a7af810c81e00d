import { type Box, unionOf } from '../../geometry/box';
import { nodeKinds } from '../../kinds/index';
import type { DiagramDocument, DiagramEdge, DiagramNode, EdgeEnd, NodeOf } from '../../model/document';
import { noTiming } from '../../model/document';
import type { EdgeId, NodeId, RoleId } from '../../model/ids';
import type { LocalizedText } from '../../model/localizedText';
import { placedNodes } from '../../model/placing';
import { boxOfNode, edgesByNode, roleOfNode, rolesInOrder } from '../../model/query';
import { readingRanks } from '../../model/readingOrder';
import { bandsOf, type FlowDirection } from '../bands';
import { chooseEnds } from '../ends';
import { arrangeGrid } from '../grid';
import { type View, type ViewId, views } from './index';
import { isMadeByView, laneIdOf, madeFor } from './madeLanes';
import { stageOfEach, stagesOf } from './stages';
import { isStepKind } from './stepKinds';

/** Where what nobody said a role or a stage of has its lane. */
const unassigned = {
  role: { en: 'Without a role', ko: '역할 없음' },
  stage: { en: 'Without a stage', ko: '단계 구분 없음' },
} as const satisfies Readonly<Record<View['lanes'], LocalizedText>>;

/** What a place in a view says of a step that is put there; `undefined` where the view does not say it. */
export interface Meaning {
  readonly roleId?: RoleId | null;
  readonly stageId?: NodeId | null;
}

/** Lanes before their places are known: one under the other, far enough apart to be told apart. */
const DRAFT_PX = 1_000;

/** The sides at which so many lines end can be chosen between two frames; more of them take the nearest ones. */
const MAX_CHOSEN_ENDS = 60;

/**
 * The same document in the order of a view: every step in exactly one lane (and under one stage), everything that was
 * drawn around steps left out. Steps keep their ids, sizes and all else; lanes that the view makes are locked, since
 * there is no record behind them. Edges lose bends and ways, which led around what is elsewhere now.
 */
export function arrangeAs(document: DiagramDocument, id: ViewId): DiagramDocument {
  const view: View = views[id];
  const steps = stepsOf(document);
  const meanings = meaningsOf(document, steps);
  const direction: FlowDirection = view.lanes === 'role' ? 'right' : 'down';
  const lanes = lanesOf(document, view, steps, meanings);
  const stages = view.hasStages ? stagesOf(document.nodes).map((stage, index) => draftStage(stage, index)) : [];
  const draft = draftOf(document, view, { steps, meanings, lanes, stages });
  const edges = edgesBetween(document, draft.nodes);
  const drafted = { ...document, nodes: draft.nodes, edges };

  const { root } = bandsOf(
    drafted,
    [...lanes.map((lane) => lane.id), ...stages.map((stage) => stage.id)],
    direction,
    () => true,
  );
  const items = lanes.flatMap((lane) => draft.inLane.get(lane.id) ?? []);
  const boxes = arrangeGrid({ document: drafted, flow: direction, root, items, stages, sizes: new Map() });
  const nodes = new Map<NodeId, DiagramNode>([...draft.nodes, ...placedNodes(draft.nodes, atOrigin(boxes))]);
  const placed = { ...drafted, nodes };
  if (edges.size > MAX_CHOSEN_ENDS) return placed;
  const ends = chooseEnds(placed, [...edges.keys()].sort());
  return { ...placed, edges: new Map([...edges].map(([key, edge]) => [key, { ...edge, ...ends.get(key) }])) };
}

/** What a view makes of the place of a box on it. */
export function meaningAt(view: ViewId, arranged: DiagramDocument, box: Box): Meaning {
  const { lanes, hasStages }: View = views[view];
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  let lane: DiagramNode | null = null;
  let stage: DiagramNode | null = null;
  for (const node of arranged.nodes.values()) {
    if (node.kind === 'stage' && middle.x >= node.x && middle.x < node.x + node.width) stage = node;
    if (node.kind !== 'lane' || !isMadeByView(node.id)) continue;
    const [at, from, length] = lanes === 'role' ? [middle.y, node.y, node.height] : [middle.x, node.x, node.width];
    if (at >= from && at < from + length) lane = node;
  }
  const key = lane === null ? undefined : madeFor(lane.id);
  const laneMeaning = key === undefined ? {} : { [lanes === 'role' ? 'roleId' : 'stageId']: key === '' ? null : key };
  return { ...laneMeaning, ...(hasStages ? { stageId: stage?.id ?? null } : {}) };
}

/** The steps of a document, and what else its edges lead to. What was written beside them stays in the free picture. */
function stepsOf({ nodes, edges }: DiagramDocument): readonly DiagramNode[] {
  const linked = edgesByNode(edges);
  const ranks = readingRanks(nodes);
  return [...nodes.values()]
    .filter(({ id, kind }) => isStepKind(kind) || (nodeKinds[kind].traits.layer === 'front' && linked.has(id)))
    .sort((a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0));
}

type Meanings = ReadonlyMap<NodeId, Required<Meaning>>;

function meaningsOf(document: DiagramDocument, steps: readonly DiagramNode[]): Meanings {
  const stages = stageOfEach(document.nodes, steps);
  return new Map(
    steps.map((step) => [
      step.id,
      { roleId: roleOfNode(document, step)?.id ?? null, stageId: stages.get(step.id) ?? null },
    ]),
  );
}

/** A lane for each role or stage, and one for what has none, if anything has. */
function lanesOf(
  document: DiagramDocument,
  { lanes }: View,
  steps: readonly DiagramNode[],
  meanings: Meanings,
): readonly DiagramNode[] {
  const isStray = steps.some(({ id }) => meanings.get(id)?.[lanes === 'role' ? 'roleId' : 'stageId'] == null);
  const make = (key: RoleId | NodeId | null, label: LocalizedText, roleId: RoleId | null, index: number) =>
    madeLane(laneIdOf(key), label, roleId, lanes === 'role' ? 'horizontal' : 'vertical', index);
  if (lanes === 'role') {
    const roles = rolesInOrder(document.roles).map(({ id }, index) => make(id, '', id, index));
    return isStray ? [...roles, make(null, unassigned.role, null, roles.length)] : roles;
  }
  const first = isStray ? [make(null, unassigned.stage, null, 0)] : [];
  return [
    ...first,
    ...stagesOf(document.nodes).map(({ id, label }, index) => make(id, label, null, index + first.length)),
  ];
}

function madeLane(
  id: NodeId,
  label: LocalizedText,
  roleId: RoleId | null,
  direction: 'horizontal' | 'vertical',
  index: number,
): NodeOf<'lane'> {
  const isRow = direction === 'horizontal';
  return {
    id,
    kind: 'lane',
    props: { direction },
    parentId: null,
    x: isRow ? 0 : index * DRAFT_PX,
    y: isRow ? index * DRAFT_PX : 0,
    width: DRAFT_PX,
    height: DRAFT_PX,
    z: 0,
    label,
    description: '',
    sizing: 'fixed',
    roleId,
    raci: new Map(),
    timing: noTiming,
    locked: true,
  };
}

function draftStage(stage: DiagramNode, index: number): DiagramNode {
  return { ...stage, parentId: null, x: (index + 1) * DRAFT_PX, y: -DRAFT_PX, width: DRAFT_PX, locked: true };
}

interface DraftParts {
  readonly steps: readonly DiagramNode[];
  readonly meanings: Meanings;
  readonly lanes: readonly DiagramNode[];
  readonly stages: readonly DiagramNode[];
}

/** Every step somewhere in its lane and under its stage, as high or low beside the others as it was drawn. */
function draftOf({ nodes }: DiagramDocument, { lanes: by }: View, { steps, meanings, lanes, stages }: DraftParts) {
  const laneOf = new Map(lanes.map((lane) => [lane.id, lane]));
  const columnOf = new Map(stages.map(({ id }, index) => [id, index]));
  const boxes = new Map(steps.map((step) => [step.id, boxOfNode(nodes, step)]));
  const all = unionOf(boxes.values()) ?? { x: 0, y: 0, width: 1, height: 1 };
  const drafted = new Map<NodeId, DiagramNode>([...stages, ...lanes].map((node) => [node.id, node]));
  const inLane = new Map<NodeId, DiagramNode[]>();
  for (const step of steps) {
    const meaning = meanings.get(step.id);
    const parentId = laneIdOf((by === 'role' ? meaning?.roleId : meaning?.stageId) ?? null);
    const lane = laneOf.get(parentId);
    const box = boxes.get(step.id) ?? all;
    const column = meaning?.stageId == null ? -1 : (columnOf.get(meaning.stageId) ?? -1);
    const at = {
      x: stages.length === 0 ? ((box.x - all.x) / all.width) * DRAFT_PX : (column + 1.5) * DRAFT_PX - box.width / 2,
      y: ((box.y - all.y) / all.height) * DRAFT_PX,
    };
    // A lane that no longer lies around it may have said whose it is.
    const roleId = nodeKinds[step.kind].traits.takesRole ? (meaning?.roleId ?? null) : step.roleId;
    const placed = { ...step, parentId, roleId, x: at.x - (lane?.x ?? 0), y: at.y };
    drafted.set(step.id, placed);
    const others = inLane.get(parentId);
    if (others === undefined) inLane.set(parentId, [placed]);
    else others.push(placed);
  }
  return { nodes: drafted, inLane };
}

function edgesBetween({ edges }: DiagramDocument, nodes: ReadonlyMap<NodeId, DiagramNode>) {
  const found = new Map<EdgeId, DiagramEdge>();
  for (const [id, edge] of edges) {
    if (!nodes.has(edge.from.nodeId) || !nodes.has(edge.to.nodeId)) continue;
    const { route: _route, labelSpot: _spot, bridges: _bridges, ...drawn } = edge;
    found.set(id, { ...drawn, from: atNearest(edge.from), to: atNearest(edge.to), waypoints: [], labelAt: 0.5 });
  }
  return found;
}

function atNearest(end: EdgeEnd): EdgeEnd {
  return { ...end, side: 'auto', at: 0.5 };
}

/** With its top left corner where a diagram begins. */
function atOrigin(boxes: ReadonlyMap<NodeId, Box>): ReadonlyMap<NodeId, Box> {
  const all = unionOf(boxes.values());
  if (all === null) return boxes;
  return new Map([...boxes].map(([id, box]) => [id, { ...box, x: box.x - all.x, y: box.y - all.y }]));
}
