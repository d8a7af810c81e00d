import type { Difference } from '../../../shared/compare/compareDocuments';
import type { IconName } from '../../../shared/scene/icons.generated';

/** What stands for what has become of something, beside its colour. */
export const toneIcons = {
  added: 'plus',
  removed: 'minus',
  changed: 'pencil',
  moved: 'move-right',
} as const satisfies Readonly<Record<Difference['tone'], IconName>>;
