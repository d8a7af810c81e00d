import type { Action } from './action';
import { activeDocument, hasDocument } from './context';

export const peopleActions = {
  'role.whatIf': {
    labelKey: 'action.role.whatIf',
    section: 'edit',
    icon: 'git-branch',
    onPages: true,
    enabled: (context) => (activeDocument(context)?.document.roles.size ?? 0) > 0,
    run: ({ app }) => app.setState({ dialog: { type: 'whatIf' } }),
  },
  'people.import': {
    labelKey: 'action.people.import',
    section: 'edit',
    icon: 'clipboard-paste',
    onPages: true,
    enabled: hasDocument,
    run: ({ app }) => app.setState({ dialog: { type: 'peopleImport' } }),
  },
  'view.names': {
    labelKey: 'action.view.names',
    section: 'view',
    icon: 'users',
    enabled: hasDocument,
    checked: ({ active }) => active?.view.getState().names === true,
    run({ active }) {
      active?.view.setState(({ names }) => ({ names: !names }));
    },
  },
} as const satisfies Readonly<Record<string, Action>>;
