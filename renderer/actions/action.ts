import type { Point } from '../../shared/geometry/box';
import type { MessageKey, Translate } from '../../shared/i18n/messages';
import type { Bridge } from '../../shared/ipc/contract';
import type { IconName } from '../../shared/scene/icons.generated';
import type { AppStore } from '../state/appStore';
import type { OpenDocument, Session } from '../state/session';

/** What an action may look at and change. */
export interface ActionContext {
  readonly app: AppStore;
  readonly session: Session;
  readonly bridge: Bridge;
  readonly t: Translate;
  /** The document in front; `null` when no tab is open. */
  readonly active: OpenDocument | null;
  /** Where a context menu was opened, in diagram units; `null` for commands from elsewhere. */
  readonly at: Point | null;
  /** The cursor is in a text field: undo, copy and the like mean its text. */
  readonly inField: boolean;
}

/**
 * A key combination by physical key, so that it works under a Hangul layout: modifiers (`Mod` is Cmd on macOS, Ctrl
 * elsewhere; `Ctrl`, `Alt`, `Shift`) and a `KeyboardEvent.code`, e.g. `Mod+Shift+KeyZ`, `Mod+ArrowRight`, `Delete`.
 */
export type Shortcut = string;

export type ActionSection = 'file' | 'edit' | 'insert' | 'arrange' | 'view' | 'help';

/** Something a person can do: menu, toolbar, context menu, command palette, shortcut list all derive from it. */
export interface Action {
  readonly labelKey: MessageKey;
  readonly section: ActionSection;
  readonly icon?: IconName;
  /** The first one is shown. */
  readonly shortcuts?: readonly Shortcut[];
  /** A label that says more than `labelKey`, such as "Undo Move". */
  label?(context: ActionContext): string;
  /** What is left of the label in a menu whose title says the rest: "Curved" below "Edge shape". */
  menuLabel?(context: ActionContext): string;
  enabled?(context: ActionContext): boolean;
  /** For switches: whether it is on. */
  checked?(context: ActionContext): boolean;
  /** Not offered in the command palette (e.g. the palette itself, or moves that only make sense as keys). */
  readonly hidden?: boolean;
  run(context: ActionContext): void | Promise<void>;
}
