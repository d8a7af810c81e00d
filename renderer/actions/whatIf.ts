import type { Action } from './action';
import { activeDocument } from './context';

export const whatIfActions = {
  'role.whatIf': {
    labelKey: 'action.role.whatIf',
    section: 'edit',
    icon: 'git-branch',
    onPages: true,
    enabled: (context) => (activeDocument(context)?.document.roles.size ?? 0) > 0,
    run: ({ app }) => app.setState({ dialog: { type: 'whatIf' } }),
  },
} as const satisfies Readonly<Record<string, Action>>;
