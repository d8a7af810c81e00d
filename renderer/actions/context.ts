import type { Point } from '../../shared/geometry/box';
import type { Selection } from '../../shared/history/history';
import type { DiagramDocument, DiagramEdge, DiagramNode } from '../../shared/model/document';
import type { EdgeId, NodeId } from '../../shared/model/ids';
import { languageOf } from '../state/appStore';
import type { EditorState } from '../state/editorStore';
import type { AppServices } from '../state/hooks';
import { translator } from '../state/messages';
import type { OpenDocument } from '../state/session';
import type { ActionContext } from './action';
import { focusedField } from './textField';

/** What an action sees now. `at`: where its context menu was opened. */
export function actionContext(services: AppServices, at?: Point | null): ActionContext {
  const state = services.app.getState();
  return {
    app: services.app,
    session: services.session,
    bridge: services.bridge,
    t: translator(languageOf(state)),
    active: services.session.active(),
    at: at ?? state.contextMenu?.diagram ?? null,
    inField: focusedField() !== null,
  };
}

/** The document in front as an action needs it; `null` when no tab is open. */
export interface ActiveDocument {
  readonly open: OpenDocument;
  readonly state: EditorState;
  readonly document: DiagramDocument;
  readonly selection: Selection;
}

export function activeDocument(context: ActionContext): ActiveDocument | null {
  const open = context.active;
  if (open === null) return null;
  const state = open.editor.getState();
  return { open, state, document: state.history.present.document, selection: state.selection };
}

export function hasDocument(context: ActionContext): boolean {
  return context.active !== null;
}

export function selectionOf(context: ActionContext): Selection | null {
  return context.active?.editor.getState().selection ?? null;
}

export function hasSelection(context: ActionContext): boolean {
  const selection = selectionOf(context);
  return selection !== null && selection.nodes.size + selection.edges.size > 0;
}

export function hasNodes(context: ActionContext, atLeast = 1): boolean {
  return (selectionOf(context)?.nodes.size ?? 0) >= atLeast;
}

export function hasEdges(context: ActionContext): boolean {
  return (selectionOf(context)?.edges.size ?? 0) > 0;
}

export function selectedNodes({ document, selection }: ActiveDocument): readonly DiagramNode[] {
  return [...selection.nodes].map((id) => document.nodes.get(id)).filter((node) => node !== undefined);
}

export function selectedEdges({ document, selection }: ActiveDocument): readonly DiagramEdge[] {
  return [...selection.edges].map((id) => document.edges.get(id)).filter((edge) => edge !== undefined);
}

/** The one node that is selected, alone; `null` otherwise. */
export function singleNode(active: ActiveDocument): DiagramNode | null {
  const [id] = active.selection.nodes;
  if (id === undefined || active.selection.nodes.size !== 1 || active.selection.edges.size > 0) return null;
  return active.document.nodes.get(id) ?? null;
}

export function selectionFrom(nodes: Iterable<NodeId>, edges: Iterable<EdgeId> = []): Selection {
  return { nodes: new Set(nodes), edges: new Set(edges) };
}
