import type { Action, ActionContext } from './action';
import { hasDocument, hasSelection } from './context';
import { showPlace } from './reveal';
import { finishTyping } from './textField';

const work = () => import('./tableWork');

function tableAction(face: Pick<Action, 'labelKey' | 'icon'>, run: (context: ActionContext) => Promise<void>): Action {
  return {
    ...face,
    section: 'file',
    enabled: hasDocument,
    async run(context) {
      await finishTyping();
      await run(context);
    },
  };
}

/** Responsibilities and hand-offs as tables, to other programs and back. */
export const tableActions = {
  'raci.saveCsv': tableAction({ labelKey: 'action.raci.saveCsv', icon: 'file-output' }, async (context) =>
    (await work()).saveTable(context, 'raci', 'csv'),
  ),
  'raci.importFile': tableAction({ labelKey: 'action.raci.importFile', icon: 'file-input' }, async (context) =>
    (await work()).importRaciFile(context),
  ),
  'raci.importPasted': tableAction(
    { labelKey: 'action.raci.importPasted', icon: 'clipboard-paste' },
    async ({ app, bridge, t }) => {
      const text = await bridge.request['clipboard.readText']();
      app.setState({ dialog: { type: 'raciImport', name: t('raciImport.clipboard'), text } });
    },
  ),
  'handoffs.saveCsv': tableAction({ labelKey: 'action.handoffs.saveCsv', icon: 'file-output' }, async (context) =>
    (await work()).saveTable(context, 'handoffs', 'csv'),
  ),
  'handoffs.saveMarkdown': tableAction(
    { labelKey: 'action.handoffs.saveMarkdown', icon: 'file-text' },
    async (context) => (await work()).saveTable(context, 'handoffs', 'md'),
  ),
  'handoffs.copyMarkdown': tableAction({ labelKey: 'action.handoffs.copyMarkdown', icon: 'copy' }, async (context) =>
    (await work()).copyTable(context, 'handoffs', 'md'),
  ),
  'handoffs.copyTable': tableAction({ labelKey: 'action.handoffs.copyTable', icon: 'clipboard' }, async (context) =>
    (await work()).copyTable(context, 'handoffs', 'tsv'),
  ),
  'page.showSelection': {
    labelKey: 'action.page.showSelection',
    section: 'view',
    icon: 'target',
    enabled: (context) => hasSelection(context) && context.active?.view.getState().page !== 'diagram',
    run({ active }) {
      if (active !== null) showPlace(active, active.editor.getState().selection);
    },
  },
} as const satisfies Readonly<Record<string, Action>>;

/** What the menu of the file offers about tables; `-` separates. */
export const tableMenuItems = [
  'raci.importFile',
  'raci.importPasted',
  '-',
  'raci.saveCsv',
  'handoffs.saveCsv',
  'handoffs.saveMarkdown',
  '-',
  'handoffs.copyMarkdown',
  'handoffs.copyTable',
] as const;
