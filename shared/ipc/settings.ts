import type { Language } from '../i18n/language';
import type { EdgeRouting } from '../model/document';
import type { EdgeKindName } from '../model/edgeKinds';

/**
 * A key combination by physical key, so that it works under a Hangul layout: modifiers (`Mod` is Cmd on macOS, Ctrl
 * elsewhere; `Ctrl`, `Alt`, `Shift`) and a `KeyboardEvent.code`, e.g. `Mod+Shift+KeyZ`, `Mod+ArrowRight`, `Delete`.
 */
export type Shortcut = string;

/** What somebody chose for all documents; kept in the user's folder. */
export interface Settings {
  readonly language: Language | 'system';
  readonly theme: 'system' | 'light' | 'dark';
  readonly panels: {
    readonly left: boolean;
    readonly right: boolean;
    readonly minimap: boolean;
    /** What the left panel shows. */
    readonly page: LeftPage;
  };
  readonly grid: {
    readonly show: boolean;
    readonly snap: boolean;
    /** Distance of the lines that things snap to, and how far an arrow key moves; in diagram units. */
    readonly step: GridStep;
  };
  /** What new edges start out as. */
  readonly edges: { readonly kind: EdgeKindName; readonly routing: EdgeRouting };
  /** A start without a file opens what was open when the app ended. */
  readonly reopen: boolean;
  /** Documents that have a file are saved by themselves. */
  readonly autosave: boolean;
  /** By action id, for actions whose keys somebody changed: the keys they have instead of their own; none: no key. */
  readonly shortcuts: Readonly<Record<string, readonly Shortcut[]>>;
}

/** Roles and what can be added; the diagram as a tree; what is wrong in it. */
export const leftPages = ['build', 'outline', 'problems'] as const;
export type LeftPage = (typeof leftPages)[number];

export const gridSteps = [4, 8, 10, 16, 20] as const;
export type GridStep = (typeof gridSteps)[number];

export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  panels: { left: true, right: true, minimap: true, page: 'build' },
  grid: { show: true, snap: true, step: 8 },
  edges: { kind: 'flow', routing: 'orthogonal' },
  reopen: true,
  autosave: false,
  shortcuts: {},
};

/** More keys for one action nobody remembers. */
export const MOST_SHORTCUTS = 4;

export function isShortcut(text: string): boolean {
  return /^(?:(?:Mod|Ctrl|Alt|Shift)\+){0,4}[A-Z][A-Za-z0-9]{0,30}$/.test(text);
}
