import type { MessageKey } from '../i18n/messages';
import type { IconName } from '../scene/icons.generated';
import type { EdgeHeads } from './document';

/** How a kind of edge looks and what it starts out with. */
export interface EdgeKind {
  readonly labelKey: MessageKey;
  readonly icon: IconName;
  readonly widthPx: number;
  readonly dashPx?: readonly number[];
  readonly heads: EdgeHeads;
}

export const edgeKinds = {
  flow: { labelKey: 'edgeKind.flow', icon: 'arrow-right', widthPx: 1.5, heads: 'end' },
  handoff: { labelKey: 'edgeKind.handoff', icon: 'handshake', widthPx: 2, heads: 'end' },
  collaboration: {
    labelKey: 'edgeKind.collaboration',
    icon: 'arrow-left-right',
    widthPx: 1.5,
    dashPx: [4, 3],
    heads: 'both',
  },
  data: { labelKey: 'edgeKind.data', icon: 'database', widthPx: 1.5, dashPx: [1, 3], heads: 'end' },
} as const satisfies Record<string, EdgeKind>;

export type EdgeKindName = keyof typeof edgeKinds;
export const edgeKindNames = Object.keys(edgeKinds) as readonly EdgeKindName[];
