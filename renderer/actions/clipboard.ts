import {
  type Fragment,
  fragmentOf,
  isFragment,
  parseFragment,
  serializeFragment,
} from '../../shared/clipboard/fragment';
import { pasteFragment } from '../../shared/clipboard/paste';
import { tasksFromText } from '../../shared/clipboard/tasksFromText';
import { type Box, intersects, type Point, unionOf } from '../../shared/geometry/box';
import { emptySelection } from '../../shared/history/history';
import type { MessageKey } from '../../shared/i18n/messages';
import { homeOf } from '../../shared/layout/spots';
import { boxOfNode } from '../../shared/model/query';
import { announce, notify } from '../state/notices';
import type { ActionContext } from './action';
import { type ActiveDocument, activeDocument } from './context';
import { insertionPoint } from './insertionPoint';
import { addPictures } from './pictures';
import { reveal } from './reveal';

/** How far each paste of the same thing lies from the one before. */
const PASTE_STEP = 16;

interface LastPaste {
  readonly text: string;
  /** How often it lies in the diagram beside the original. */
  readonly times: number;
  /** Where the first one was put; `null`: where it was copied from. */
  readonly at: Point | null;
}
/** All at an offset from where it was, or its middle at a point. */
type Place = { readonly at: Point } | { readonly offset: Point };

/** What was copied from or pasted into each document last, so that a second copy does not hide the first. */
const lastPastes = new WeakMap<ActiveDocument['open']['editor'], LastPaste>();

async function write(context: ActionContext, active: ActiveDocument, isCut: boolean): Promise<void> {
  const text = serializeFragment(fragmentOf(active.document, active.selection));
  await context.bridge.request['clipboard.writeText'](text);
  // What was cut leaves its place free for itself.
  lastPastes.set(active.open.editor, { text, times: isCut ? -1 : 0, at: null });
}

export async function copySelection(context: ActionContext): Promise<void> {
  const active = activeDocument(context);
  if (active !== null && active.selection.nodes.size > 0) await write(context, active, false);
}

export async function cutSelection(context: ActionContext): Promise<void> {
  const active = activeDocument(context);
  if (active === null || active.selection.nodes.size === 0) return;
  // Nothing goes before it is safe on the clipboard.
  await write(context, active, true);
  const { nodes, edges } = active.selection;
  active.open.editor.transact(
    'step.cut',
    (edit) => edit('elements.remove', { nodes: [...nodes], edges: [...edges] }),
    emptySelection,
  );
}

/** Pastes at a point (diagram units), or beside the original, or where something new is expected. */
export async function paste(context: ActionContext, at: Point | null): Promise<void> {
  const text = await context.bridge.request['clipboard.readText']();
  // A picture copied in a browser comes with its address as text.
  const picture = isFragment(text) ? null : await context.bridge.request['clipboard.readImage']();
  if (picture !== null) {
    const place = at === null ? context : { ...context, at };
    await addPictures(place, [{ name: context.t('picture.pasted'), bytes: picture }]);
    return;
  }
  const active = activeDocument(context);
  const fragment = active === null ? null : fragmentFrom(context, text);
  if (active === null || fragment === null) return;
  add(active, 'step.paste', fragment, placeFor(context, active, fragment, text, at));
}

export function duplicateSelection(context: ActionContext): void {
  const active = activeDocument(context);
  if (active === null || active.selection.nodes.size === 0) return;
  const fragment = fragmentOf(active.document, active.selection);
  add(active, 'step.duplicate', fragment, { offset: { x: PASTE_STEP, y: PASTE_STEP } });
}

function fragmentFrom({ app, t }: ActionContext, text: string): Fragment | null {
  const parsed = parseFragment(text);
  if (parsed.ok) return parsed.value;
  if (parsed.error.type !== 'notAFragment') {
    notify(app, 'error', t('notice.pasteRefused'));
    return null;
  }
  const tasks = tasksFromText(text);
  if (tasks === null) announce(app, t('notice.nothingToPaste'));
  return tasks;
}

function placeFor(
  context: ActionContext,
  active: ActiveDocument,
  fragment: Fragment,
  text: string,
  at: Point | null,
): Place {
  const { editor, view } = active.open;
  const last = lastPastes.get(editor);
  if (at !== null) return { at };
  const isKnown = last !== undefined && last.text === text;
  const times = isKnown ? last.times + 1 : 0;
  const step = times * PASTE_STEP;
  const visible = view.canvas?.visibleBox();
  const from = isKnown && last.at === null ? boxOf(fragment) : null;
  if (from !== null && (visible === undefined || intersects(visible, from))) {
    lastPastes.set(editor, { text, times, at: null });
    return { offset: { x: step, y: step } };
  }
  // From elsewhere, or scrolled away from where it was copied.
  const first = isKnown && last.at !== null ? last.at : insertionPoint(context, active);
  lastPastes.set(editor, { text, times, at: first });
  return { at: { x: first.x + step, y: first.y + step } };
}

function boxOf({ nodes }: Fragment): Box | null {
  return unionOf([...nodes.values()].filter((node) => node.parentId === null));
}

function add(active: ActiveDocument, label: MessageKey, fragment: Fragment, place: Place): void {
  const { editor } = active.open;
  const pasted = pasteFragment(active.document, fragment, {
    ...place,
    parentOf: (node, box) => homeOf(active.document, node.kind, box),
  });
  const ids = [...pasted.selection.nodes];
  editor.transact(
    label,
    (edit) => {
      edit('nodes.add', pasted.args);
      edit('nodes.makeRoom', { ids });
    },
    pasted.selection,
  );
  const { nodes } = editor.getState().history.present.document;
  const added = ids.map((id) => nodes.get(id)).filter((node) => node !== undefined);
  const box = unionOf(added.map((node) => boxOfNode(nodes, node)));
  if (box !== null) reveal(active.open, box);
}
