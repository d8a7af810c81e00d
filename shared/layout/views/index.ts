import type { MessageKey } from '../../i18n/messages';
import type { IconName } from '../../scene/icons.generated';

/** A way of putting a document's steps in order by what they are, beside the way they were drawn. */
export interface View {
  readonly labelKey: MessageKey;
  readonly icon: IconName;
  /** What each lane stands for. Lanes of stages run down, side by side; those of roles to the right. */
  readonly lanes: 'role' | 'stage';
  /** Stages as columns across the lanes. */
  readonly hasStages: boolean;
}

/** The views of a document; what is shown, exported and printed as each of them follows from its line here. */
export const views = {
  roles: { labelKey: 'view.roles', icon: 'rows-3', lanes: 'role', hasStages: false },
  stages: { labelKey: 'view.stages', icon: 'columns-3', lanes: 'stage', hasStages: false },
  grid: { labelKey: 'view.grid', icon: 'grid-3x3', lanes: 'role', hasStages: true },
} as const satisfies Readonly<Record<string, View>>;

export type ViewId = keyof typeof views;
export const viewIds = Object.keys(views) as readonly ViewId[];
