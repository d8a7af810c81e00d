import { type LaterPart, laterPart } from '../state/laterPart';
import type { PageId } from '../state/pages';

/** What fills the place of the canvas, each fetched when the first picture is there. */
export const pages: Readonly<Record<Exclude<PageId, 'diagram'>, LaterPart<object>>> = {
  people: laterPart(() => import('./people/PeoplePage').then((module) => module.PeoplePage)),
  figures: laterPart(() => import('./figures/FiguresPage').then((module) => module.FiguresPage)),
  raci: laterPart(() => import('./raci/RaciPage').then((module) => module.RaciPage)),
  handoffs: laterPart(() => import('./handoffs/HandoffsPage').then((module) => module.HandoffsPage)),
};
