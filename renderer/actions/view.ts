import { unionOf } from '../../shared/geometry/box';
import { type Language, languages } from '../../shared/i18n/language';
import type { MessageKey } from '../../shared/i18n/messages';
import type { LeftPage, Settings, Shortcut } from '../../shared/ipc/settings';
import type { DocumentLook } from '../../shared/model/document';
import { boxOfNode } from '../../shared/model/query';
import type { IconName } from '../../shared/scene/icons.generated';
import { changeSettings } from '../state/settings';
import type { CanvasController, Tool } from '../state/viewStore';
import type { Action, ActionContext } from './action';
import { activeDocument, hasDocument, hasNodes } from './context';

const ZOOM_STEP = 1.25;
/** Somebody who zooms to one small step wants to read it, not to fill the window with it. */
const MAX_SELECTION_ZOOM = 2;

function onCanvas(work: (canvas: CanvasController) => void): Pick<Action, 'section' | 'enabled' | 'run'> {
  return {
    section: 'view',
    enabled: hasDocument,
    run({ active }) {
      const canvas = active?.view.canvas;
      if (canvas != null) work(canvas);
    },
  };
}

interface Switch {
  readonly labelKey: MessageKey;
  readonly icon: IconName;
  readonly shortcuts?: readonly Shortcut[];
  get(settings: Settings): boolean;
  set(settings: Settings, on: boolean): Settings;
}

function switchAction({ get, set, ...rest }: Switch): Action {
  return {
    ...rest,
    section: 'view',
    checked: ({ app }) => get(app.getState().settings),
    run: (context) => changeSettings(context, (settings) => set(settings, !get(settings))),
  };
}

function toolAction(tool: Tool, labelKey: MessageKey, icon: IconName): Action {
  return {
    labelKey,
    section: 'view',
    icon,
    enabled: hasDocument,
    checked: ({ active }) => active?.view.getState().tool === tool,
    run({ active }) {
      active?.view.setState({ tool });
    },
  };
}

/** How the document in front is drawn, on the screen and in exports: an edit of it. */
function lookAction(key: keyof DocumentLook, labelKey: MessageKey, icon: IconName): Action {
  return {
    labelKey,
    section: 'view',
    icon,
    enabled: hasDocument,
    checked: ({ active }) => active?.editor.getState().history.present.document.look[key] === true,
    run({ active }) {
      if (active === null) return;
      const { look } = active.editor.getState().history.present.document;
      active.editor.edit('document.setLook', { look: { ...look, [key]: !look[key] } });
    },
  };
}

/** A page of the left panel. Asked for, it is to be seen: also where the panel was hidden. */
function leftPage(page: LeftPage): Pick<Switch, 'get' | 'set'> {
  return {
    get: ({ panels }) => panels.left && panels.page === page,
    set: (settings, on) => ({ ...settings, panels: { ...settings.panels, left: true, page: on ? page : 'build' } }),
  };
}

const languageChoices = ['system', ...languages] as const;
type LanguageActionId = `view.language.${Language | 'system'}`;
export const languageActionIds = languageChoices.map((language): LanguageActionId => `view.language.${language}`);
const languageActions = Object.fromEntries(
  languageChoices.map((language): [LanguageActionId, Action] => [
    `view.language.${language}`,
    {
      labelKey: `language.${language}`,
      section: 'view',
      icon: 'languages',
      label: ({ t }) => t('action.view.language', { language: t(`language.${language}`) }),
      menuLabel: ({ t }) => t(`language.${language}`),
      checked: ({ app }) => app.getState().settings.language === language,
      run: (context) => changeSettings(context, (settings) => ({ ...settings, language })),
    },
  ]),
) as Readonly<Record<LanguageActionId, Action>>;

const themeChoices = { system: 'sun-moon', light: 'sun', dark: 'moon' } as const satisfies Record<
  Settings['theme'],
  IconName
>;
type ThemeActionId = `view.theme.${Settings['theme']}`;
const themeNames = Object.keys(themeChoices) as readonly Settings['theme'][];
export const themeActionIds = themeNames.map((theme): ThemeActionId => `view.theme.${theme}`);
const themeActions = Object.fromEntries(
  themeNames.map((theme): [ThemeActionId, Action] => [
    `view.theme.${theme}`,
    {
      labelKey: `theme.${theme}`,
      section: 'view',
      icon: themeChoices[theme],
      label: ({ t }) => t('action.view.theme', { theme: t(`theme.${theme}`) }),
      menuLabel: ({ t }) => t(`theme.${theme}`),
      checked: ({ app }) => app.getState().settings.theme === theme,
      run: (context) => changeSettings(context, (settings) => ({ ...settings, theme })),
    },
  ]),
) as Readonly<Record<ThemeActionId, Action>>;

function switchTab({ session }: ActionContext, by: 1 | -1): void {
  const { documents, activeKey } = session.store.getState();
  const index = documents.findIndex((open) => open.key === activeKey);
  const next = documents[(index + by + documents.length) % documents.length];
  if (next !== undefined) session.activate(next.key);
}

function moveTabAction(by: 1 | -1, labelKey: MessageKey, icon: IconName, shortcut: Shortcut): Action {
  const place = ({ session }: ActionContext) => {
    const { documents, activeKey } = session.store.getState();
    const to = documents.findIndex((open) => open.key === activeKey) + by;
    return activeKey !== null && to >= 0 && to < documents.length ? { key: activeKey, to } : null;
  };
  return {
    labelKey,
    section: 'view',
    icon,
    shortcuts: [shortcut],
    enabled: (context) => place(context) !== null,
    run(context) {
      const found = place(context);
      if (found !== null) context.session.move(found.key, found.to);
    },
  };
}

const hasTabs = ({ session }: ActionContext) => session.store.getState().documents.length > 1;

export const viewActions = {
  'view.zoomIn': {
    ...onCanvas((canvas) => canvas.zoomBy(ZOOM_STEP)),
    labelKey: 'action.view.zoomIn',
    icon: 'zoom-in',
    shortcuts: ['Mod+Equal', 'Mod+Shift+Equal', 'Mod+NumpadAdd'],
  },
  'view.zoomOut': {
    ...onCanvas((canvas) => canvas.zoomBy(1 / ZOOM_STEP)),
    labelKey: 'action.view.zoomOut',
    icon: 'zoom-out',
    shortcuts: ['Mod+Minus', 'Mod+NumpadSubtract'],
  },
  'view.zoomActual': {
    ...onCanvas((canvas) => canvas.zoomTo(1)),
    labelKey: 'action.view.zoomActual',
    icon: 'search',
    shortcuts: ['Mod+Digit0'],
  },
  'view.fit': {
    ...onCanvas((canvas) => canvas.fit({ animate: true })),
    labelKey: 'action.view.fit',
    icon: 'maximize',
    shortcuts: ['Mod+Digit1'],
  },
  'view.zoomSelection': {
    labelKey: 'action.view.zoomSelection',
    section: 'view',
    icon: 'scan',
    shortcuts: ['Mod+Digit2'],
    enabled: (context) => hasNodes(context),
    run(context) {
      const active = activeDocument(context);
      if (active === null) return;
      const { nodes } = active.document;
      const selected = [...active.selection.nodes].map((id) => nodes.get(id)).filter((node) => node !== undefined);
      const box = unionOf(selected.map((node) => boxOfNode(nodes, node)));
      if (box !== null) active.open.view.canvas?.showBox(box, { animate: true, maxZoom: MAX_SELECTION_ZOOM });
    },
  },
  'view.selectTool': toolAction('select', 'action.view.selectTool', 'mouse-pointer-2'),
  'view.handTool': toolAction('hand', 'action.view.handTool', 'hand'),
  'view.leftPanel': switchAction({
    labelKey: 'action.view.leftPanel',
    icon: 'panel-left',
    shortcuts: ['Mod+KeyB'],
    get: ({ panels }) => panels.left,
    set: (settings, left) => ({ ...settings, panels: { ...settings.panels, left } }),
  }),
  'view.rightPanel': switchAction({
    labelKey: 'action.view.rightPanel',
    icon: 'panel-right',
    shortcuts: ['Mod+Alt+KeyB'],
    get: ({ panels }) => panels.right,
    set: (settings, right) => ({ ...settings, panels: { ...settings.panels, right } }),
  }),
  'view.outline': switchAction({
    labelKey: 'action.view.outline',
    icon: 'list-tree',
    shortcuts: ['Mod+Shift+KeyO'],
    ...leftPage('outline'),
  }),
  'view.problems': switchAction({
    labelKey: 'action.view.problems',
    icon: 'circle-alert',
    shortcuts: ['Mod+F8'],
    ...leftPage('problems'),
  }),
  'view.minimap': switchAction({
    labelKey: 'action.view.minimap',
    icon: 'map',
    shortcuts: ['Mod+Shift+KeyM'],
    get: ({ panels }) => panels.minimap,
    set: (settings, minimap) => ({ ...settings, panels: { ...settings.panels, minimap } }),
  }),
  'view.grid': switchAction({
    labelKey: 'action.view.grid',
    icon: 'grid-3x3',
    shortcuts: ['Mod+Quote'],
    get: ({ grid }) => grid.show,
    set: (settings, show) => ({ ...settings, grid: { ...settings.grid, show } }),
  }),
  'view.snap': switchAction({
    labelKey: 'action.view.snap',
    icon: 'magnet',
    shortcuts: ['Mod+Shift+Quote'],
    get: ({ grid }) => grid.snap,
    set: (settings, snap) => ({ ...settings, grid: { ...settings.grid, snap } }),
  }),
  'view.bridges': lookAction('bridges', 'action.view.bridges', 'spline'),
  'view.legend': lookAction('legend', 'action.view.legend', 'swatch-book'),
  ...languageActions,
  ...themeActions,
  'view.nextTab': {
    labelKey: 'action.view.nextTab',
    section: 'view',
    icon: 'arrow-right',
    shortcuts: ['Ctrl+Tab', 'Mod+PageDown'],
    enabled: hasTabs,
    run: (context) => switchTab(context, 1),
  },
  'view.previousTab': {
    labelKey: 'action.view.previousTab',
    section: 'view',
    icon: 'arrow-left',
    shortcuts: ['Ctrl+Shift+Tab', 'Mod+PageUp'],
    enabled: hasTabs,
    run: (context) => switchTab(context, -1),
  },
  'view.moveTabLeft': moveTabAction(-1, 'action.view.moveTabLeft', 'arrow-left', 'Mod+Shift+PageUp'),
  'view.moveTabRight': moveTabAction(1, 'action.view.moveTabRight', 'arrow-right', 'Mod+Shift+PageDown'),
  'view.fullScreen': {
    labelKey: 'action.view.fullScreen',
    section: 'view',
    icon: 'maximize-2',
    shortcuts: ['F11'],
    run: ({ bridge }) => bridge.request['window.command']('toggleFullScreen'),
  },
  'view.developerTools': {
    labelKey: 'action.view.developerTools',
    section: 'view',
    icon: 'code',
    shortcuts: ['Mod+Shift+KeyI'],
    run: ({ bridge }) => bridge.request['window.command']('toggleDeveloperTools'),
  },
} as const satisfies Readonly<Record<string, Action>>;
