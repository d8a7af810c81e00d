import { describeOpenError } from '../../shared/file/problems';
import type { DocumentHandle } from '../../shared/ipc/contract';
import { fileErrorMessage } from '../../shared/ipc/fileErrorMessage';
import { announce, notify } from '../state/notices';
import type { OpenDocument } from '../state/session';
import { changeSettings } from '../state/settings';
import { parseProject } from '../workers/projectFiles';
import type { Action, ActionContext } from './action';
import { hasDocument } from './context';

/** Compares with a file, as it is on disk; one that cannot be read says why, and nothing changes. */
async function compareWith(context: ActionContext, open: OpenDocument, handle: DocumentHandle, isOwn: boolean) {
  const { app, bridge, t } = context;
  const read = await bridge.request['file.read'](handle);
  if (!read.ok) {
    notify(app, 'error', fileErrorMessage(read.error, t));
    return;
  }
  const { name, text } = read.value;
  const parsed = await parseProject(text);
  if (!parsed.ok) {
    notify(app, 'error', t('session.cannotOpen', { name }), describeOpenError(parsed.error, t));
    return;
  }
  const { startComparing } = await import('../state/comparing');
  startComparing(open, parsed.value.document, isOwn ? t('compare.savedName', { name }) : name);
  changeSettings(context, (settings) => ({ ...settings, panels: { ...settings.panels, left: true } }));
  const count = open.view.getState().comparison?.result.differences.length ?? 0;
  announce(app, count === 0 ? t('compare.none') : t('compare.count', { count }));
}

const isComparing = ({ active }: ActionContext) => active?.view.getState().comparison != null;

export const compareActions = {
  'compare.file': {
    labelKey: 'action.compare.file',
    section: 'file',
    icon: 'file-diff',
    enabled: hasDocument,
    async run(context) {
      const open = context.active;
      const [handle] = open === null ? [] : await context.bridge.request['file.choose']();
      if (open !== null && handle !== undefined) await compareWith(context, open, handle, false);
    },
  },
  'compare.saved': {
    labelKey: 'action.compare.saved',
    section: 'file',
    icon: 'file-diff',
    enabled: ({ active }) => active?.file != null,
    async run(context) {
      const open = context.active;
      if (open?.file != null) await compareWith(context, open, open.file.handle, true);
    },
  },
  'compare.close': {
    labelKey: 'action.compare.close',
    section: 'file',
    icon: 'x',
    enabled: isComparing,
    run({ active }) {
      active?.view.setState({ comparison: null });
    },
  },
} as const satisfies Readonly<Record<string, Action>>;
