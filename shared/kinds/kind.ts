import type * as z from 'zod/mini';
import type { Side, Size } from '../geometry/box';
import type { MessageKey } from '../i18n/messages';
import type { RoleId } from '../model/ids';
import type { LabelLanguage, LocalizedText } from '../model/localizedText';
import type { IconName } from '../scene/icons.generated';
import type { FontWeight, Marks } from '../scene/mark';

/** What a kind needs to draw itself: everything else about the document is kept from it. */
export interface DrawContext {
  /** What labels are shown in. */
  readonly language: LabelLanguage;
  /** Name, colour and icon of a role; `undefined` for a role that is not there. */
  role(id: RoleId): RoleLook | undefined;
  /** A picture of the document; `undefined` for one that is not there. */
  image?(id: string): ImageLook | undefined;
}

export interface ImageLook {
  /** `data:` address */
  readonly source: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface RoleLook {
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  /** `#rrggbb` */
  readonly color: string;
  readonly icon: IconName;
  /** Who takes it, in pictures that tell; said of nobody, too. */
  readonly takers?: LocalizedText;
  /** In such pictures: nobody takes it. */
  readonly isVacant?: boolean;
}

/** What a kind is handed when it draws or measures: the fields all nodes have, and its own. */
export interface NodeFace<Props> {
  readonly label: LocalizedText;
  readonly roleId: RoleId | null;
  readonly width: number;
  readonly height: number;
  readonly props: Props;
  /** Of a closed container, how many steps lie in it. */
  readonly held?: number | undefined;
}

export interface NodeTraits {
  /** Other nodes may lie in it. */
  readonly container: boolean;
  /** `back`: drawn below edges and nodes. */
  readonly layer: 'back' | 'front';
  readonly takesRole: boolean;
  readonly takesRaci: boolean;
  /** Edges may start and end here. */
  readonly connectable: boolean;
  /**
   * What of the node answers the pointer: all of it, or only its heading and outline, so that a press inside a lane
   * starts a marquee there as it would beside it.
   */
  readonly grip: 'body' | 'heading';
}

/** Everything about a kind of node, in one file. */
export interface NodeKind<Props> {
  readonly labelKey: MessageKey;
  readonly icon: IconName;
  readonly traits: NodeTraits;
  /** The kind's own fields in the file; also the source of the JSON Schema. */
  readonly props: z.ZodMiniType<Props>;
  create(): { readonly props: Props; readonly size: Size };
  /** The smallest size a person may give it. */
  minSize(face: NodeFace<Props>): Size;
  /** The size at which the whole label shows; used when a label changes and on demand. */
  fitSize(face: NodeFace<Props>, language: LabelLanguage): Size;
  /** Marks in the node's own coordinates: (0, 0) is its top left corner. */
  draw(face: NodeFace<Props>, context: DrawContext): Marks;
  /** The heading band that can be gripped, in the node's own coordinates; only for `grip: 'heading'`. */
  heading?(face: NodeFace<Props>): {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** How far inside the box the outline lies at a point of a side (`at` 0…1); none: the outline is the box. */
  outlineInset?(face: NodeFace<Props>, side: Side, at: number): number;
  /** Where the label is edited in place, in the node's own coordinates, and how its text is set. */
  labelBox(face: NodeFace<Props>): LabelBox;
}

export interface LabelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly sizePx: number;
  readonly lineHeightPx: number;
  readonly weight: FontWeight;
  readonly align: 'start' | 'middle';
  readonly verticalAlign: 'top' | 'middle';
}

/** Keeps a kind's props type while it is declared. */
export function defineKind<Props>(kind: NodeKind<Props>): NodeKind<Props> {
  return kind;
}
