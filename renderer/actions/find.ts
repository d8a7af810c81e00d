import { limits } from '../../shared/file/limits';
import type { Hit, HitTarget } from '../../shared/find/findInDocument';
import { type Replacements, replacementsIn } from '../../shared/find/replace';
import { type Box, unionOf } from '../../shared/geometry/box';
import type { Selection } from '../../shared/history/history';
import type { DiagramDocument } from '../../shared/model/document';
import { shownAs } from '../../shared/model/hidden';
import type { NodeId } from '../../shared/model/ids';
import { boxOfNode } from '../../shared/model/query';
import { edgeLabelBox } from '../../shared/picture/edgeMarks';
import { edgeRoute } from '../../shared/picture/edgeRoute';
import { labelLanguageOf, languageOf } from '../state/appStore';
import { type FindState, hitsIn, isSameTarget, queryOf } from '../state/find';
import { announce, notify } from '../state/notices';
import type { OpenDocument } from '../state/session';
import type { Action, ActionContext } from './action';
import { hasDocument, selectionFrom } from './context';
import { growToText } from './labelEdits';
import { bringIntoView, whenShown } from './reveal';

type Context = Pick<ActionContext, 'app' | 'session'>;

/** A hit and the document it is in. */
export interface OpenHit {
  readonly open: OpenDocument;
  readonly hit: Hit;
  /** Among the hits of its document. */
  readonly index: number;
}

export const presentOf = ({ editor }: OpenDocument): DiagramDocument => editor.getState().history.present.document;

/** The documents that are searched: the one in front, or all of the window. */
export function searchedDocuments({ app, session }: Context): readonly OpenDocument[] {
  const active = session.active();
  if (app.getState().find.scope === 'all') return session.store.getState().documents;
  return active === null ? [] : [active];
}

function setFind({ app }: Context, change: Partial<FindState>): void {
  app.setState(({ find }) => ({ find: { ...find, ...change } }));
}

/** Looks for something else, or in another way, and shows the first hit of the document in front. */
export function lookFor(context: Context, change: Partial<FindState>): void {
  setFind(context, { ...change, at: null });
  const active = context.session.active();
  if (active === null) return;
  const [hit] = hitsIn(presentOf(active), context.app.getState().find);
  if (hit !== undefined) goToHit(context, { open: active, hit, index: 0 });
}

/** Selects a hit and brings it into view, in another tab if need be; the keyboard stays where it is. */
export function goToHit(context: Context, { open, hit, index }: OpenHit): void {
  setFind(context, { at: { key: open.key, target: hit.target, index } });
  context.session.activate(open.key);
  const document = presentOf(open);
  const selection = selectionOfTarget(document, hit.target);
  open.editor.select(selection);
  const box = boxOfSelection(document, selection, context);
  if (box !== null) whenShown(open.view, () => bringIntoView(open.view, box));
}

/** Goes to the next hit (1) or the one before (-1), around the end. */
export function stepToHit(context: Context, by: 1 | -1): void {
  const { find } = context.app.getState();
  const documents = searchedDocuments(context);
  const all = documents.flatMap((open) =>
    hitsIn(presentOf(open), find).map((hit, index): OpenHit => ({ open, hit, index })),
  );
  const next = all[(nextIndex(all, find, by) + all.length) % all.length];
  if (next !== undefined) goToHit(context, next);
}

function nextIndex(all: readonly OpenHit[], { at }: FindState, by: 1 | -1): number {
  if (at === null) return by === 1 ? 0 : -1;
  const own = all.findIndex(({ open, hit }) => open.key === at.key && isSameTarget(hit.target, at.target));
  if (own >= 0) return own + by;
  // It is gone, replaced say: what took its place is the next one.
  const first = all.findIndex(({ open }) => open.key === at.key);
  return first < 0 ? 0 : first + at.index + (by === 1 ? 0 : -1);
}

function selectionOfTarget({ nodes }: DiagramDocument, target: HitTarget): Selection {
  if (target.type === 'node') return selectionFrom([target.id]);
  if (target.type === 'edge') return selectionFrom([], [target.id]);
  const ofRole: NodeId[] = [];
  for (const node of nodes.values()) if (node.roleId === target.id) ofRole.push(node.id);
  return selectionFrom(ofRole);
}

function boxOfSelection(document: DiagramDocument, selection: Selection, { app }: Context): Box | null {
  const boxes: (Box | null)[] = [];
  for (const id of selection.nodes) {
    // What a closed container hides is found where that is.
    const node = document.nodes.get(shownAs(document.nodes, id));
    if (node !== undefined) boxes.push(boxOfNode(document.nodes, node));
  }
  for (const id of selection.edges) {
    const edge = document.edges.get(id);
    const route = edge === undefined ? null : edgeRoute(document, edge);
    if (edge === undefined || route === null) continue;
    const label = edgeLabelBox(edge, labelLanguageOf(app.getState()), route);
    boxes.push(label ?? { ...route.pointAt(edge.labelAt), width: 0, height: 0 });
  }
  return unionOf(boxes.filter((box) => box !== null));
}

/** What "replace" would change of a document; of one hit, or of all. */
export function replacementsOf(open: OpenDocument, { app }: Context, only?: HitTarget): Replacements | null {
  const { find, ...state } = app.getState();
  const query = queryOf(find);
  if (query === null) return null;
  const document = presentOf(open);
  const targets = only === undefined ? hitsIn(document, find).map(({ target }) => target) : [only];
  const { replacement } = find;
  return replacementsIn(document, targets, query, {
    replacement,
    language: languageOf(state),
    maxChars: limits.textChars,
  });
}

function applyReplacements(open: OpenDocument, { nodes, edges, roles }: Replacements, { app }: Context): void {
  const document = presentOf(open);
  const shown = labelLanguageOf(app.getState());
  open.editor.transact('step.replace', (edit) => {
    edit('texts.set', { nodes, edges, roles });
    for (const [id, { label }] of nodes) {
      const node = document.nodes.get(id);
      if (node?.sizing === 'fit' && label !== undefined) growToText(edit, document, { ...node, label }, shown);
    }
  });
}

/** Replaces what the hit gone to last holds and goes on to the next one; without one, goes to the first. */
export function replaceOne(context: ActionContext): void {
  const { at } = context.app.getState().find;
  const open = searchedDocuments(context).find(({ key }) => key === at?.key);
  if (at !== null && open !== undefined) {
    const replacements = replacementsOf(open, context, at.target);
    if (replacements !== null && replacements.places > 0) applyReplacements(open, replacements, context);
  }
  stepToHit(context, 1);
}

/** Replaces everywhere that is searched: one step to undo in each document. */
export function replaceAll(context: ActionContext): void {
  let places = 0;
  for (const open of searchedDocuments(context)) {
    const replacements = replacementsOf(open, context);
    if (replacements === null || replacements.places === 0) continue;
    places += replacements.places;
    applyReplacements(open, replacements, context);
  }
  if (places === 0) return;
  const text = context.t('find.replaced', { count: places });
  notify(context.app, 'success', text);
  announce(context.app, text);
}

/** Closes the bar; what was found last stays selected, and the keyboard goes back to the canvas. */
export function closeFind(context: Context): void {
  setFind(context, { isOpen: false });
  context.session.active()?.view.canvas?.focus();
}

function openFind(context: Context, replaces: boolean): void {
  const { find } = context.app.getState();
  // Its bar lies over the canvas, where the hits are shown.
  context.session.active()?.view.setState({ page: 'diagram' });
  setFind(context, { isOpen: true, replaces: replaces || (find.isOpen && find.replaces), asked: find.asked + 1 });
}

const hasQuery = (context: ActionContext) => hasDocument(context) && queryOf(context.app.getState().find) !== null;

export const findActions = {
  'edit.find': {
    labelKey: 'action.edit.find',
    section: 'edit',
    icon: 'search',
    shortcuts: ['Mod+KeyF'],
    enabled: hasDocument,
    run: (context) => openFind(context, false),
  },
  'edit.replace': {
    labelKey: 'action.edit.replace',
    section: 'edit',
    icon: 'replace',
    shortcuts: ['Ctrl+KeyH', 'Mod+Alt+KeyF'],
    enabled: hasDocument,
    run: (context) => openFind(context, true),
  },
  'edit.findNext': {
    labelKey: 'action.edit.findNext',
    section: 'edit',
    icon: 'arrow-down',
    shortcuts: ['F3'],
    enabled: hasQuery,
    run: (context) => stepToHit(context, 1),
  },
  'edit.findPrevious': {
    labelKey: 'action.edit.findPrevious',
    section: 'edit',
    icon: 'arrow-up',
    shortcuts: ['Shift+F3'],
    enabled: hasQuery,
    run: (context) => stepToHit(context, -1),
  },
} as const satisfies Readonly<Record<string, Action>>;
