import { emptyDocument } from '../../shared/model/document';
import type { Action, ActionContext } from './action';
import { activeDocument, hasDocument } from './context';
import { finishTyping } from './textField';

/** How many recent files the menu and the command palette offer. */
const recentSlots = [1, 2, 3, 4, 5, 6, 7, 8] as const;
type RecentActionId = `file.openRecent.${(typeof recentSlots)[number]}`;

export const recentActionIds = recentSlots.map((slot): RecentActionId => `file.openRecent.${slot}`);

function recentAction(index: number): Action {
  const fileOf = (context: ActionContext) => context.app.getState().recent[index];
  return {
    labelKey: 'action.file.openRecent',
    section: 'file',
    icon: 'file-clock',
    label(context) {
      const file = fileOf(context);
      if (file === undefined) return context.t('action.file.openRecent');
      return context.t('action.file.openRecent.named', { name: file.name });
    },
    menuLabel: (context) => fileOf(context)?.name ?? context.t('action.file.openRecent'),
    enabled: (context) => fileOf(context) !== undefined,
    async run(context) {
      const file = fileOf(context);
      if (file === undefined) return;
      await context.session.open(file.handle);
      // One that is gone has left the list.
      context.app.setState({ recent: await context.bridge.request['file.recent']() });
    },
  };
}

const recentActions = Object.fromEntries(recentActionIds.map((id, index) => [id, recentAction(index)])) as Readonly<
  Record<RecentActionId, Action>
>;

export const fileActions = {
  'file.new': {
    labelKey: 'action.file.new',
    section: 'file',
    icon: 'file-plus',
    shortcuts: ['Mod+KeyN'],
    run: ({ app }) => app.setState({ dialog: { type: 'newDiagram' } }),
  },
  'file.newEmpty': {
    labelKey: 'action.file.newEmpty',
    section: 'file',
    icon: 'plus',
    shortcuts: ['Mod+KeyT'],
    run({ session }) {
      session.add(emptyDocument);
    },
  },
  'file.open': {
    labelKey: 'action.file.open',
    section: 'file',
    icon: 'folder-open',
    shortcuts: ['Mod+KeyO'],
    async run({ bridge, session }) {
      for (const handle of await bridge.request['file.choose']()) await session.open(handle);
    },
  },
  'file.recent': {
    labelKey: 'action.file.recent',
    section: 'file',
    icon: 'file-clock',
    shortcuts: ['Mod+Alt+KeyO'],
    async run({ app, bridge }) {
      app.setState({ recent: await bridge.request['file.recent'](), dialog: { type: 'recent' } });
    },
  },
  ...recentActions,
  'file.clearRecent': {
    labelKey: 'action.file.clearRecent',
    section: 'file',
    icon: 'eraser',
    enabled: ({ app }) => app.getState().recent.length > 0,
    async run({ app, bridge }) {
      await bridge.request['file.clearRecent']();
      app.setState({ recent: [] });
    },
  },
  'file.save': {
    labelKey: 'action.file.save',
    section: 'file',
    icon: 'save',
    shortcuts: ['Mod+KeyS'],
    enabled: hasDocument,
    async run({ active, session }) {
      await finishTyping();
      if (active !== null) await session.save(active.key);
    },
  },
  'file.saveAs': {
    labelKey: 'action.file.saveAs',
    section: 'file',
    icon: 'save-all',
    shortcuts: ['Mod+Shift+KeyS'],
    enabled: hasDocument,
    async run({ active, session }) {
      await finishTyping();
      if (active !== null) await session.saveAs(active.key);
    },
  },
  'file.export': {
    labelKey: 'action.file.export',
    section: 'file',
    icon: 'file-image',
    shortcuts: ['Mod+Shift+KeyE'],
    enabled: hasDocument,
    async run({ app }) {
      await finishTyping();
      app.setState({ dialog: { type: 'export' } });
    },
  },
  'file.print': {
    labelKey: 'action.file.print',
    section: 'file',
    icon: 'printer',
    shortcuts: ['Mod+KeyP'],
    enabled: hasDocument,
    async run({ app }) {
      await finishTyping();
      app.setState({ printing: { selection: null } });
    },
  },
  'file.printSelection': {
    labelKey: 'action.file.printSelection',
    section: 'file',
    icon: 'printer',
    enabled: (context) => (activeDocument(context)?.selection.nodes.size ?? 0) > 0,
    async run(context) {
      await finishTyping();
      const active = activeDocument(context);
      if (active !== null) context.app.setState({ printing: { selection: active.selection } });
    },
  },
  'file.settings': {
    labelKey: 'action.file.settings',
    section: 'file',
    icon: 'settings',
    shortcuts: ['Mod+Comma'],
    async run({ app }) {
      await finishTyping();
      app.setState({ dialog: { type: 'settings', page: 'general' } });
    },
  },
  'file.close': {
    labelKey: 'action.file.close',
    section: 'file',
    icon: 'x',
    shortcuts: ['Mod+KeyW'],
    enabled: hasDocument,
    async run({ active, session }) {
      await finishTyping();
      if (active !== null) await session.close(active.key);
    },
  },
  'file.closeOthers': {
    labelKey: 'action.file.closeOthers',
    section: 'file',
    icon: 'circle-x',
    enabled: ({ session }) => session.store.getState().documents.length > 1,
    async run({ active, session }) {
      await finishTyping();
      if (active !== null) await session.closeOthers(active.key);
    },
  },
  'file.newWindow': {
    labelKey: 'action.file.newWindow',
    section: 'file',
    icon: 'app-window',
    shortcuts: ['Mod+Shift+KeyN'],
    run: ({ bridge }) => bridge.request['window.new'](),
  },
  'file.quit': {
    labelKey: 'action.file.quit',
    section: 'file',
    icon: 'log-out',
    shortcuts: ['Mod+KeyQ'],
    run: ({ bridge }) => bridge.request['window.command']('quit'),
  },
} as const satisfies Readonly<Record<string, Action>>;
