import { emptySelection, redoLabel, undoLabel } from '../../shared/history/history';
import { shownEdges, shownNodes } from '../../shared/model/hidden';
import { announce } from '../state/notices';
import type { TextEditing } from '../state/viewStore';
import type { Action, ActionContext } from './action';
import { copySelection, cutSelection, duplicateSelection, paste } from './clipboard';
import { type ActiveDocument, activeDocument, hasDocument, hasNodes, hasSelection, selectionFrom } from './context';
import { focusOnRole } from './roleFocus';
import { type FieldCommand, runInField } from './textField';

/** In a text field the usual commands mean its text; everywhere else the diagram. */
function orInField(command: FieldCommand, onCanvas: (context: ActionContext) => void | Promise<void>): Action['run'] {
  return async (context) => {
    if (!(await runInField(command, context.bridge))) await onCanvas(context);
  };
}

const inFieldOr = (test: (context: ActionContext) => boolean) => (context: ActionContext) =>
  context.inField || test(context);

/** What "Edit text" would open; `null` unless exactly one thing is selected. */
function editable({ document, selection }: ActiveDocument): TextEditing | null {
  const { nodes, edges } = selection;
  if (nodes.size + edges.size !== 1) return null;
  const [node] = nodes;
  const [edge] = edges;
  if (node !== undefined) {
    return document.nodes.get(node)?.locked === true ? null : { type: 'node', id: node, selectAll: true };
  }
  return edge === undefined ? null : { type: 'edge', id: edge };
}

function removeSelection(context: ActionContext): void {
  const active = activeDocument(context);
  if (active === null) return;
  const { nodes, edges } = active.selection;
  const { editor } = active.open;
  // Of what was selected, what is locked is left and stays selected: why it is still there can be seen.
  const left = [...nodes].filter((id) => active.document.nodes.get(id)?.locked === true);
  editor.edit('elements.remove', { nodes: [...nodes], edges: [...edges] }, selectionFrom(left));
  if (editor.getState().history.present.document === active.document) {
    announce(context.app, context.t('inspector.locked'));
  }
}

/** Escape, step by step: work in the background, then a drag, then the hand tool, then the selection. */
function selectNone(context: ActionContext): void {
  const { active, app } = context;
  const { work } = app.getState();
  work?.cancel();
  if (active === null || work !== null) return;
  const { editor, view } = active;
  if (editor.hasGesture()) editor.cancelGesture();
  else if (view.getState().tool !== 'select') view.setState({ tool: 'select' });
  else if (!hasSelection(context) && view.getState().focus !== null) focusOnRole(context, context.t, null);
  else editor.select(emptySelection);
}

export const editActions = {
  'edit.undo': {
    labelKey: 'action.edit.undo',
    section: 'edit',
    icon: 'undo-2',
    shortcuts: ['Mod+KeyZ'],
    label({ active, t }) {
      const step = active === null ? null : undoLabel(active.editor.getState().history);
      return step === null ? t('action.edit.undo') : t('action.edit.undo.step', { step: t(step) });
    },
    enabled: inFieldOr(
      ({ active }) =>
        active !== null && (active.editor.hasGesture() || undoLabel(active.editor.getState().history) !== null),
    ),
    run: orInField('undo', ({ active }) => active?.editor.undo()),
  },
  'edit.redo': {
    labelKey: 'action.edit.redo',
    section: 'edit',
    icon: 'redo-2',
    shortcuts: ['Mod+Shift+KeyZ', 'Mod+KeyY'],
    label({ active, t }) {
      const step = active === null ? null : redoLabel(active.editor.getState().history);
      return step === null ? t('action.edit.redo') : t('action.edit.redo.step', { step: t(step) });
    },
    enabled: inFieldOr(({ active }) => active !== null && redoLabel(active.editor.getState().history) !== null),
    run: orInField('redo', ({ active }) => active?.editor.redo()),
  },
  'edit.cut': {
    labelKey: 'action.edit.cut',
    section: 'edit',
    icon: 'scissors',
    shortcuts: ['Mod+KeyX'],
    enabled: inFieldOr((context) => hasNodes(context)),
    run: orInField('cut', cutSelection),
  },
  'edit.copy': {
    labelKey: 'action.edit.copy',
    section: 'edit',
    icon: 'copy',
    shortcuts: ['Mod+KeyC'],
    enabled: inFieldOr((context) => hasNodes(context)),
    run: orInField('copy', copySelection),
  },
  'edit.paste': {
    labelKey: 'action.edit.paste',
    section: 'edit',
    icon: 'clipboard-paste',
    shortcuts: ['Mod+KeyV'],
    enabled: inFieldOr(hasDocument),
    run: orInField('paste', (context) => paste(context, null)),
  },
  'edit.pasteHere': {
    labelKey: 'action.edit.pasteHere',
    section: 'edit',
    icon: 'clipboard',
    shortcuts: ['Mod+Shift+KeyV'],
    enabled: hasDocument,
    run: (context) => paste(context, context.at ?? context.active?.view.getState().pointer ?? null),
  },
  'edit.duplicate': {
    labelKey: 'action.edit.duplicate',
    section: 'edit',
    icon: 'copy-plus',
    shortcuts: ['Mod+KeyD'],
    enabled: (context) => hasNodes(context),
    run: duplicateSelection,
  },
  'edit.delete': {
    labelKey: 'action.edit.delete',
    section: 'edit',
    icon: 'trash-2',
    shortcuts: ['Delete', 'Backspace'],
    enabled: inFieldOr(hasSelection),
    run: orInField('delete', removeSelection),
  },
  'edit.selectAll': {
    labelKey: 'action.edit.selectAll',
    section: 'edit',
    icon: 'square-dashed',
    shortcuts: ['Mod+KeyA'],
    enabled: inFieldOr(hasDocument),
    run: orInField('selectAll', (context) => {
      const active = activeDocument(context);
      if (active === null) return;
      const { document } = active;
      // What lies in a container goes with it anyway; naming everything keeps edges and nodes visibly selected.
      const nodes = shownNodes(document).map(({ id }) => id);
      const edges = shownEdges(document).map(({ id }) => id);
      active.open.editor.select(selectionFrom(nodes, edges));
    }),
  },
  'edit.selectNone': {
    labelKey: 'action.edit.selectNone',
    section: 'edit',
    icon: 'square',
    shortcuts: ['Escape'],
    enabled: hasDocument,
    run: selectNone,
  },
  'edit.editText': {
    labelKey: 'action.edit.editText',
    section: 'edit',
    icon: 'type',
    shortcuts: ['F2', 'Enter'],
    enabled(context) {
      const active = activeDocument(context);
      return active !== null && editable(active) !== null;
    },
    run(context) {
      const active = activeDocument(context);
      if (active !== null) active.open.view.setState({ editing: editable(active) });
    },
  },
} as const satisfies Readonly<Record<string, Action>>;
