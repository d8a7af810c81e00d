import type { RoleId } from '../../shared/model/ids';
import { wordsIn } from '../../shared/model/localizedText';
import { roleOfNode, rolesInOrder } from '../../shared/model/query';
import { languageOf } from '../state/appStore';
import type { AppServices } from '../state/hooks';
import { announce } from '../state/notices';
import type { Action, ActionContext } from './action';
import { activeDocument, singleNode } from './context';

/** Shows the diagram through the eyes of a role; `null`, or the same role again: as a whole. */
export function focusOnRole(
  { app, session }: Pick<AppServices, 'app' | 'session'>,
  t: ActionContext['t'],
  roleId: RoleId | null,
): void {
  const open = session.active();
  if (open === null) return;
  const isSame = open.view.getState().focus === roleId;
  const focus = isSame ? null : roleId;
  open.view.setState({ focus, page: 'diagram' });
  const role = focus === null ? undefined : open.editor.getState().history.present.document.roles.get(focus);
  const name = role === undefined ? '' : wordsIn(role.name, languageOf(app.getState()));
  announce(app, role === undefined ? t('focus.ended') : t('focus.on', { name }));
}

/** The role of the selected step. */
function selectedRole(context: ActionContext): RoleId | null {
  const active = activeDocument(context);
  const node = active === null ? null : singleNode(active);
  return active === null || node === null ? null : (roleOfNode(active.document, node)?.id ?? null);
}

const focusOf = ({ active }: ActionContext): RoleId | null => active?.view.getState().focus ?? null;

/** The role that a sheet is asked for: of what is selected or looked through, else the first. */
function sheetRole(context: ActionContext): RoleId | null {
  const active = activeDocument(context);
  if (active === null) return null;
  return selectedRole(context) ?? focusOf(context) ?? rolesInOrder(active.document.roles)[0]?.id ?? null;
}

export const roleFocusActions = {
  'role.sheet': {
    labelKey: 'action.role.sheet',
    section: 'view',
    icon: 'id-card',
    enabled: (context) => sheetRole(context) !== null,
    run(context) {
      const roleId = sheetRole(context);
      if (roleId !== null) context.app.setState({ dialog: { type: 'roleSheet', roleId } });
    },
  },
  'role.focus': {
    labelKey: 'action.role.focus',
    section: 'view',
    icon: 'target',
    shortcuts: ['Mod+Shift+KeyF'],
    enabled: (context) => selectedRole(context) !== null || focusOf(context) !== null,
    checked: (context) => focusOf(context) !== null,
    run: (context) => focusOnRole(context, context.t, selectedRole(context) ?? focusOf(context)),
  },
} as const satisfies Readonly<Record<string, Action>>;
