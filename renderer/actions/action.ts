import type { Point } from '../../shared/geometry/box';
import type { MessageKey, Translate } from '../../shared/i18n/messages';
import type { Bridge } from '../../shared/ipc/contract';
import type { Shortcut } from '../../shared/ipc/settings';
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

export const actionSections = ['file', 'edit', 'insert', 'arrange', 'navigate', 'view', 'help'] as const;
export type ActionSection = (typeof actionSections)[number];

/** Something a person can do: menu, toolbar, context menu, command palette, shortcut list all derive from it. */
export interface Action {
  readonly labelKey: MessageKey;
  readonly section: ActionSection;
  readonly icon?: IconName;
  /** What it has unless somebody changed them (`keymap.ts` says which are in force); the first one is shown. */
  readonly shortcuts?: readonly Shortcut[];
  /** A label that says more than `labelKey`, such as "Undo Move". */
  label?(context: ActionContext): string;
  /** What is left of the label in a menu whose title says the rest: "Curved" below "Edge shape". */
  menuLabel?(context: ActionContext): string;
  enabled?(context: ActionContext): boolean;
  /** For switches: whether it is on. */
  checked?(context: ActionContext): boolean;
  /** Works while a page stands in the place of the canvas, too, though its section is about the canvas. */
  readonly onPages?: true;
  /** Works on views of the document, too, though its section is about places, which a view gives by itself. */
  readonly inViews?: true;
  /** Not offered in the command palette (e.g. the palette itself, or moves that only make sense as keys). */
  readonly hidden?: boolean;
  run(context: ActionContext): void | Promise<void>;
}
