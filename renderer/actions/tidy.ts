import type { MessageKey } from '../../shared/i18n/messages';
import { type FlowDirection, hasDirection } from '../../shared/layout/bands';
import type { DiagramDocument } from '../../shared/model/document';
import type { NodeId } from '../../shared/model/ids';
import type { IconName } from '../../shared/scene/icons.generated';
import type { EditorStore } from '../state/editorStore';
import { glide } from '../state/glide';
import { withProgress } from '../state/longWork';
import { notify } from '../state/notices';
import { WorkerStopped } from '../workers/connect';
import { connectLayout } from '../workers/layout';
import type { TidyRequest } from '../workers/layoutWork';
import type { Action, ActionContext } from './action';
import { type ActiveDocument, activeDocument, hasDocument, hasNodes } from './context';

/** How each open diagram was when it was last tidied: what is not in there is new. */
const tidiedDocuments = new WeakMap<EditorStore, DiagramDocument>();

/** The nodes that came after the diagram was last tidied; after it was opened (as far as undo reaches) if it never was. */
function addedNodes({ open, state, document }: ActiveDocument): ReadonlySet<NodeId> {
  const base = tidiedDocuments.get(open.editor) ?? state.history.past[0]?.document ?? document;
  return new Set([...document.nodes.keys()].filter((id) => !base.nodes.has(id)));
}

/**
 * Tidies in a worker while the window goes on. A change of the diagram meanwhile makes the result worthless, so it is
 * dropped; what arrives is one step of the history.
 */
async function tidy(context: ActionContext, scope: TidyRequest['scope']): Promise<void> {
  const active = activeDocument(context);
  if (active === null) return;
  const { app, t } = context;
  const { document, open } = active;
  const { editor } = open;
  const nodes = scope === 'new' ? addedNodes(active) : active.selection.nodes;
  const request: TidyRequest = { scope, nodes, direction: open.view.getState().flowDirection };
  const count = scope === 'selection' ? nodes.size : document.nodes.size;
  const layout = connectLayout();
  let outcome: MessageKey | null = null;
  const giveUp = (why: MessageKey) => {
    outcome ??= why;
    layout.stop();
  };
  const stopListening = editor.onStep(() => giveUp('tidy.changedMeanwhile'));
  try {
    const text = t('tidy.running', { count: String(count) });
    const work = () => layout.tidy(document, request);
    const plan = await withProgress(app, text, () => giveUp('tidy.cancelled'), work);
    // A drag under way is a change that has not come to its end.
    if (editor.hasGesture()) outcome ??= 'tidy.changedMeanwhile';
    if (outcome === null) {
      stopListening();
      editor.edit('layout.apply', plan);
      const now = editor.getState().history.present.document;
      if (scope !== 'selection') tidiedDocuments.set(editor, now);
      if (now === document) outcome = scope === 'new' ? 'tidy.nothingNew' : 'tidy.alreadyTidy';
      else glide(editor, document, plan.boxes);
    }
  } catch (error) {
    if (!(error instanceof WorkerStopped)) throw error;
    outcome ??= 'tidy.failed';
    console.warn(error);
  } finally {
    stopListening();
    layout.stop();
  }
  if (outcome !== null) notify(app, outcome === 'tidy.failed' ? 'error' : 'info', t(outcome));
}

/** Lanes and stages say which way time runs; only without them there is a choice. */
function hasChoice(context: ActionContext): boolean {
  const document = activeDocument(context)?.document;
  return document !== undefined && !hasDirection(document.nodes);
}

function directedAction(direction: FlowDirection, labelKey: MessageKey, icon: IconName): Action {
  return {
    labelKey,
    section: 'arrange',
    icon,
    enabled: hasChoice,
    checked: ({ active }) => active !== null && active.view.getState().flowDirection === direction,
    async run(context) {
      context.active?.view.setState({ flowDirection: direction });
      await tidy(context, 'all');
    },
  };
}

export const tidyActions = {
  'arrange.tidy': {
    labelKey: 'action.arrange.tidy',
    section: 'arrange',
    icon: 'wand-sparkles',
    shortcuts: ['Mod+Alt+KeyT'],
    enabled: hasDocument,
    run: (context) => tidy(context, 'all'),
  },
  'arrange.tidySelection': {
    labelKey: 'action.arrange.tidySelection',
    section: 'arrange',
    icon: 'sparkles',
    enabled: (context) => hasNodes(context),
    run: (context) => tidy(context, 'selection'),
  },
  'arrange.tidyNew': {
    labelKey: 'action.arrange.tidyNew',
    section: 'arrange',
    icon: 'puzzle',
    enabled: hasDocument,
    run: (context) => tidy(context, 'new'),
  },
  'arrange.tidyRight': directedAction('right', 'action.arrange.tidyRight', 'move-right'),
  'arrange.tidyDown': directedAction('down', 'action.arrange.tidyDown', 'arrow-down'),
} as const satisfies Readonly<Record<string, Action>>;
