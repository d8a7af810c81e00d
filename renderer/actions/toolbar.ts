import { edgeKindActionIds } from './arrange';
import type { ActionId } from './index';

/** The tool bar over the canvas, in groups. */
export const toolbarGroups: readonly (readonly ActionId[])[] = [
  ['view.selectTool', 'view.handTool'],
  ['insert.task', 'insert.decision', 'insert.artifact', 'insert.note', 'insert.lane'],
  edgeKindActionIds,
  ['view.zoomOut', 'view.fit', 'view.zoomIn'],
];
