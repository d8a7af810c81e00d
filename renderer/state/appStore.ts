import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Point } from '../../shared/geometry/box';
import type { Selection } from '../../shared/history/history';
import type { Language } from '../../shared/i18n/language';
import type { RecentFile, RecoveryKey, StartInfo } from '../../shared/ipc/contract';
import type { Settings } from '../../shared/ipc/settings';
import type { EdgeId, NodeId, RoleId } from '../../shared/model/ids';
import type { LabelLanguage } from '../../shared/model/localizedText';
import { type FindState, startingFind } from './find';
import type { LongWork } from './longWork';

/** A dialog of our own over the window; one at a time. */
export type OpenDialog =
  | { readonly type: 'commandPalette' }
  | { readonly type: 'newDiagram' }
  | { readonly type: 'recent' }
  | { readonly type: 'export' }
  | { readonly type: 'shortcuts' }
  | { readonly type: 'about' }
  | { readonly type: 'translations' }
  | { readonly type: 'settings'; readonly page: 'general' | 'shortcuts' }
  | { readonly type: 'role'; readonly roleId: string }
  | { readonly type: 'roleSheet'; readonly roleId: RoleId }
  | { readonly type: 'whatIf' }
  | { readonly type: 'peopleImport' }
  /** A table of responsibilities; `name` says where it comes from. */
  | { readonly type: 'raciImport'; readonly name: string; readonly text: string }
  /** What was mended or refused when a file was opened. */
  | { readonly type: 'report'; readonly title: string; readonly intro: string; readonly lines: readonly string[] };

/** A short message at the bottom; errors stay until dismissed. */
export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'success' | 'error';
  readonly text: string;
  /** Longer explanation, e.g. of an error. */
  readonly detail?: string;
}

export type ContextTarget =
  | { readonly type: 'canvas' }
  | { readonly type: 'node'; readonly id: NodeId }
  | { readonly type: 'edge'; readonly id: EdgeId }
  | { readonly type: 'tab'; readonly key: RecoveryKey };

/** A menu for what somebody means: where it opens in the window, and where in the diagram, if it was opened there. */
export interface OpenContextMenu {
  readonly client: Point;
  readonly diagram: Point | null;
  readonly target: ContextTarget;
}

export interface AppState {
  readonly settings: Settings;
  readonly systemLanguage: Language;
  /** What labels are shown in: of this window, and never saved. */
  readonly labels: LabelLanguage | 'interface';
  readonly systemDark: boolean;
  readonly platform: StartInfo['platform'];
  readonly version: string;
  /** There can be other windows for a tab to go to. */
  readonly movesTabs: boolean;
  /** So many there are besides this one. */
  readonly otherWindows: number;
  readonly recent: readonly RecentFile[];
  readonly dialog: OpenDialog | null;
  readonly contextMenu: OpenContextMenu | null;
  readonly find: FindState;
  readonly notices: readonly Notice[];
  /**
   * What is about to be printed: of the diagram these alone, a role's sheet, or what is in front; `null` for nothing.
   * With the name of a file it becomes a PDF.
   */
  readonly printing: {
    readonly selection: Selection | null;
    readonly roleId?: RoleId;
    readonly pdfName?: string;
  } | null;
  /** What goes on in the background and can be called off; `null` for nothing. */
  readonly work: LongWork | null;
  /** Said by screen readers: what the last command did. */
  readonly announcement: string;
}

export type AppStore = StoreApi<AppState>;

export function createAppStore(start: StartInfo): AppStore {
  return createStore<AppState>(() => ({
    settings: start.settings,
    systemLanguage: start.systemLanguage,
    labels: 'interface',
    systemDark: start.systemDark,
    platform: start.platform,
    version: start.version,
    movesTabs: start.movesTabs,
    otherWindows: start.otherWindows,
    recent: start.recent,
    dialog: null,
    contextMenu: null,
    find: startingFind,
    notices: [],
    printing: null,
    work: null,
    announcement: '',
  }));
}

export function languageOf(state: Pick<AppState, 'settings' | 'systemLanguage'>): Language {
  return state.settings.language === 'system' ? state.systemLanguage : state.settings.language;
}

/** What the picture's labels are shown in. */
export function labelLanguageOf(state: Pick<AppState, 'settings' | 'systemLanguage' | 'labels'>): LabelLanguage {
  return state.labels === 'interface' ? languageOf(state) : state.labels;
}

export function themeOf(state: Pick<AppState, 'settings' | 'systemDark'>): 'light' | 'dark' {
  if (state.settings.theme !== 'system') return state.settings.theme;
  return state.systemDark ? 'dark' : 'light';
}
