import type { LaterPart } from '../chrome/laterPart';
import type { PageId } from '../state/pages';

/** What fills the place of the canvas, each fetched when the first picture is there. */
export const pages: Readonly<Record<Exclude<PageId, 'diagram'>, LaterPart<object>>> = {};
