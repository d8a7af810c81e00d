import type { MessageKey } from '../../shared/i18n/messages';
import type { IconName } from '../../shared/scene/icons.generated';

export interface PageFace {
  readonly labelKey: MessageKey;
  readonly icon: IconName;
}

/**
 * What a document can be looked at as: the diagram on its canvas, or a page in the canvas's place (`renderer/pages` has
 * what fills it). The switch above the canvas and a command for each derive from this.
 */
export const pageFaces = {
  diagram: { labelKey: 'page.diagram', icon: 'workflow' },
  raci: { labelKey: 'page.raci', icon: 'table' },
  handoffs: { labelKey: 'page.handoffs', icon: 'handshake' },
  people: { labelKey: 'page.people', icon: 'users' },
  figures: { labelKey: 'page.figures', icon: 'gauge' },
} as const satisfies Readonly<Record<string, PageFace>>;
export type PageId = keyof typeof pageFaces;
export const pageIds = Object.keys(pageFaces) as readonly PageId[];
