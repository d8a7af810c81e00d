import type { Action, ActionContext } from './action';
import { type ActiveDocument, activeDocument, hasNodes, selectedNodes } from './context';

/** Something of the selection can still be locked: the command locks all of it then, else it unlocks. */
function willLock(active: ActiveDocument): boolean {
  return selectedNodes(active).some(({ locked }) => !locked);
}

function lockedIn(context: ActionContext): ActiveDocument | null {
  const active = activeDocument(context);
  if (active === null) return null;
  for (const { locked } of active.document.nodes.values()) if (locked) return active;
  return null;
}

export const lockActions = {
  'arrange.lock': {
    labelKey: 'action.arrange.lock',
    section: 'arrange',
    icon: 'lock',
    shortcuts: ['Mod+Shift+KeyL'],
    label(context) {
      const active = activeDocument(context);
      const unlocks = active !== null && active.selection.nodes.size > 0 && !willLock(active);
      return context.t(unlocks ? 'action.arrange.unlock' : 'action.arrange.lock');
    },
    enabled: (context) => hasNodes(context),
    run(context) {
      const active = activeDocument(context);
      if (active === null) return;
      const locked = willLock(active);
      active.open.editor.transact(locked ? 'step.lock' : 'step.unlock', (edit) =>
        edit('nodes.lock', { ids: [...active.selection.nodes], locked }),
      );
    },
  },
  'arrange.unlockAll': {
    labelKey: 'action.arrange.unlockAll',
    section: 'arrange',
    icon: 'lock-open',
    enabled: (context) => lockedIn(context) !== null,
    run(context) {
      const active = lockedIn(context);
      if (active === null) return;
      const ids = [...active.document.nodes.keys()];
      active.open.editor.transact('step.unlock', (edit) => edit('nodes.lock', { ids, locked: false }));
    },
  },
} as const satisfies Readonly<Record<string, Action>>;
