import { type Box, centerOf, unionOf } from '../../shared/geometry/box';
import type { MessageKey } from '../../shared/i18n/messages';
import type { Shortcut } from '../../shared/ipc/settings';
import type { DiagramEdge, DiagramNode } from '../../shared/model/document';
import { boxOfNode, edgesByNode } from '../../shared/model/query';
import type { IconName } from '../../shared/scene/icons.generated';
import { languageOf } from '../state/appStore';
import { announce } from '../state/notices';
import type { Action, ActionContext } from './action';
import { type ActiveDocument, activeDocument, hasDocument, selectedEdges, selectionFrom } from './context';
import { spokenEnds, spokenName } from './describing';
import { byDistance, edgesAlong, neighbourIn, sameLayer } from './neighbours';
import type { Direction } from './nextStep';
import { reveal } from './reveal';

/** The node that the keyboard is at: of several, the one that was added last. */
function leadOf({ document, selection }: ActiveDocument): DiagramNode | null {
  const last = [...selection.nodes].at(-1);
  return last === undefined ? null : (document.nodes.get(last) ?? null);
}

function goToNode(context: ActionContext, active: ActiveDocument, node: DiagramNode, adds = false): void {
  const { nodes, edges } = active.selection;
  active.open.editor.select(adds ? selectionFrom([...nodes, node.id], edges) : selectionFrom([node.id]));
  reveal(active.open, boxOfNode(active.document.nodes, node));
  const name = spokenName(active.document, node, speechOf(context));
  announce(context.app, adds ? context.t('said.selectedToo', { name, count: nodes.size + edges.size + 1 }) : name);
}

function goToEdge(context: ActionContext, active: ActiveDocument, edge: DiagramEdge): void {
  const { nodes } = active.document;
  active.open.editor.select(selectionFrom([], [edge.id]));
  const ends = [nodes.get(edge.from.nodeId), nodes.get(edge.to.nodeId)].filter((node) => node !== undefined);
  const box = unionOf(ends.map((node) => boxOfNode(nodes, node)));
  if (box !== null) reveal(active.open, box);
  announce(context.app, context.t('said.edge', spokenEnds(active.document, edge, speechOf(context))));
  // The field of the step that was left goes with its selection, and the keyboard must not go with it.
  setTimeout(() => active.open.view.canvas?.focus());
}

const speechOf = ({ app, t }: ActionContext) => ({ t, language: languageOf(app.getState()) });
const nothingThere = ({ app, t }: ActionContext) => announce(app, t('said.nothingThere'));

/** With nothing selected the keyboard starts at what is nearest to the middle of the view. */
function start(context: ActionContext, active: ActiveDocument): void {
  const middle = active.open.view.canvas?.visibleBox();
  const from = middle === undefined ? { x: 0, y: 0 } : centerOf(middle);
  const [node] = byDistance(
    active.document,
    from,
    ({ kind }) => kind !== 'lane' && kind !== 'stage' && kind !== 'group',
  );
  const [any] = active.document.nodes.values();
  const first = node ?? any;
  if (first === undefined) nothingThere(context);
  else goToNode(context, active, first);
}

function goIn(context: ActionContext, direction: Direction, adds: boolean): void {
  const active = activeDocument(context);
  if (active === null) return;
  const { document } = active;
  const lead = leadOf(active);
  const [edge] = selectedEdges(active);
  const from = lead ?? (edge === undefined ? undefined : document.nodes.get(edge.from.nodeId));
  if (from === undefined) {
    start(context, active);
    return;
  }
  const box: Box = boxOfNode(document.nodes, from);
  const isLike = sameLayer(from);
  const next = neighbourIn(
    document,
    box,
    direction,
    (node) => isLike(node) && !(adds && active.selection.nodes.has(node.id)),
  );
  if (next === null) nothingThere(context);
  else goToNode(context, active, next, adds);
}

/** Along the flow: to the next step, or the one before. From an edge, to the step at its end. */
function follow(context: ActionContext, way: 'on' | 'back'): void {
  const active = activeDocument(context);
  if (active === null) return;
  const lead = leadOf(active);
  const [edge] = lead === null ? selectedEdges(active) : edgesAlong(active.document, lead.id, way);
  const end = edge === undefined ? undefined : way === 'on' ? edge.to : edge.from;
  const node = end === undefined ? undefined : active.document.nodes.get(end.nodeId);
  if (node !== undefined) goToNode(context, active, node);
  else if (lead === null) start(context, active);
  else nothingThere(context);
}

/** To the next of the steps that follow the same one: the other ways out of a decision. */
function otherBranch(context: ActionContext): void {
  const active = activeDocument(context);
  const lead = active === null ? null : leadOf(active);
  if (active === null || lead === null) return;
  const [into] = edgesAlong(active.document, lead.id, 'back');
  const branches = into === undefined ? [] : edgesAlong(active.document, into.from.nodeId, 'on');
  const at = branches.findIndex(({ to }) => to.nodeId === lead.id);
  const next = branches[(at + 1) % Math.max(1, branches.length)];
  const node = next === undefined ? undefined : active.document.nodes.get(next.to.nodeId);
  if (node === undefined || node.id === lead.id) nothingThere(context);
  else goToNode(context, active, node);
}

/** To an edge of the selected step; from an edge, to the next one of the step it starts from. */
function nextEdge(context: ActionContext): void {
  const active = activeDocument(context);
  if (active === null) return;
  const { document } = active;
  const [current] = selectedEdges(active);
  const at = leadOf(active)?.id ?? current?.from.nodeId;
  const edges = (at === undefined ? [] : (edgesByNode(document.edges).get(at) ?? []))
    .map((id) => document.edges.get(id))
    .filter((edge) => edge !== undefined);
  const next = edges[(edges.findIndex(({ id }) => id === current?.id) + 1) % Math.max(1, edges.length)];
  if (next === undefined) nothingThere(context);
  else goToEdge(context, active, next);
}

function goAction(
  direction: Direction,
  adds: boolean,
  labelKey: MessageKey,
  icon: IconName,
  shortcut: Shortcut,
): Action {
  return {
    labelKey,
    section: 'navigate',
    icon,
    shortcuts: [shortcut],
    enabled: hasDocument,
    run: (context) => goIn(context, direction, adds),
  };
}

export const navigateActions = {
  'navigate.right': goAction('right', false, 'action.navigate.right', 'arrow-right', 'Mod+Shift+ArrowRight'),
  'navigate.left': goAction('left', false, 'action.navigate.left', 'arrow-left', 'Mod+Shift+ArrowLeft'),
  'navigate.up': goAction('up', false, 'action.navigate.up', 'arrow-up', 'Mod+Shift+ArrowUp'),
  'navigate.down': goAction('down', false, 'action.navigate.down', 'arrow-down', 'Mod+Shift+ArrowDown'),
  'navigate.addRight': goAction('right', true, 'action.navigate.addRight', 'arrow-right', 'Mod+Alt+Shift+ArrowRight'),
  'navigate.addLeft': goAction('left', true, 'action.navigate.addLeft', 'arrow-left', 'Mod+Alt+Shift+ArrowLeft'),
  'navigate.addUp': goAction('up', true, 'action.navigate.addUp', 'arrow-up', 'Mod+Alt+Shift+ArrowUp'),
  'navigate.addDown': goAction('down', true, 'action.navigate.addDown', 'arrow-down', 'Mod+Alt+Shift+ArrowDown'),
  'navigate.next': {
    labelKey: 'action.navigate.next',
    section: 'navigate',
    icon: 'chevron-right',
    shortcuts: ['Alt+PageDown'],
    enabled: hasDocument,
    run: (context) => follow(context, 'on'),
  },
  'navigate.previous': {
    labelKey: 'action.navigate.previous',
    section: 'navigate',
    icon: 'chevron-left',
    shortcuts: ['Alt+PageUp'],
    enabled: hasDocument,
    run: (context) => follow(context, 'back'),
  },
  'navigate.branch': {
    labelKey: 'action.navigate.branch',
    section: 'navigate',
    icon: 'git-branch',
    shortcuts: ['Alt+End'],
    enabled: hasDocument,
    run: otherBranch,
  },
  'navigate.edge': {
    labelKey: 'action.navigate.edge',
    section: 'navigate',
    icon: 'waypoints',
    shortcuts: ['Alt+Home'],
    enabled: hasDocument,
    run: nextEdge,
  },
  'navigate.nextRegion': {
    labelKey: 'action.navigate.nextRegion',
    section: 'navigate',
    onPages: true,
    icon: 'layout-grid',
    shortcuts: ['F6'],
    run: (context) => goToRegion(context, 1),
  },
  'navigate.previousRegion': {
    labelKey: 'action.navigate.previousRegion',
    section: 'navigate',
    onPages: true,
    icon: 'layout-grid',
    shortcuts: ['Shift+F6'],
    run: (context) => goToRegion(context, -1),
  },
} as const satisfies Readonly<Record<string, Action>>;

const FOCUSABLE = 'button:enabled, input:enabled, textarea:enabled, [tabindex="0"]';

/**
 * From one part of the window to the next: Tab walks through every step of a diagram, which is a long way to a panel.
 * Parts say that they are one by `data-region`; the canvas takes the keyboard back to what is selected.
 */
function goToRegion({ active }: ActionContext, by: 1 | -1): void {
  // Tests of windows have no page.
  if (typeof document === 'undefined') return;
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  for (let i = 1; i <= regions.length; i++) {
    const region = regions[(Math.max(at, 0) + i * by + regions.length * i) % regions.length];
    const target = region?.querySelector<HTMLElement>(FOCUSABLE);
    if (region?.dataset.region === 'canvas') active?.view.canvas?.focus();
    else if (target != null) target.focus();
    else continue;
    return;
  }
}
