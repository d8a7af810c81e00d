import type { Action } from './action';

export const helpActions = {
  'help.commandPalette': {
    labelKey: 'action.help.commandPalette',
    section: 'help',
    icon: 'command',
    shortcuts: ['Mod+KeyK', 'Mod+Shift+KeyP'],
    hidden: true,
    run: ({ app }) =>
      app.setState(({ dialog }) => ({ dialog: dialog?.type === 'commandPalette' ? null : { type: 'commandPalette' } })),
  },
  'help.shortcuts': {
    labelKey: 'action.help.shortcuts',
    section: 'help',
    icon: 'keyboard',
    shortcuts: ['F1', 'Shift+Slash', 'Mod+Slash'],
    run: ({ app }) => app.setState({ dialog: { type: 'shortcuts' } }),
  },
  'help.about': {
    labelKey: 'action.help.about',
    section: 'help',
    icon: 'info',
    run: ({ app }) => app.setState({ dialog: { type: 'about' } }),
  },
} as const satisfies Readonly<Record<string, Action>>;
