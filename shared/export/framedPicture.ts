import { type Box, unionOf } from '../geometry/box';
import type { DiagramDocument } from '../model/document';
import { withDescendants } from '../model/query';
import { rolesInUse } from '../model/roleUse';
import { legendOf } from '../picture/legend';
import { type Picture, pictureOf } from '../picture/picture';
import type { ExportOptions } from './exporter';

/** A picture and the part of the canvas that an export shows: everything drawn, and the margin. */
export interface FramedPicture {
  readonly picture: Picture;
  /** Whole numbers. */
  readonly view: Box;
}

/** `null` when there is nothing to draw. */
export function framedPicture(document: DiagramDocument, options: ExportOptions): FramedPicture | null {
  const { language, names, selection, roleId, marginPx } = options;
  const picture = pictureOf(document, {
    language,
    names,
    ...(selection === undefined ? {} : { only: selection }),
    ...(roleId === undefined ? {} : { roleId }),
  });
  if (picture.scenes.length === 0) return null;
  const whole = (options.legend ?? document.look.legend) ? withLegend(picture, document, options) : picture;
  return { picture: whole, view: viewOf(whole.box, marginPx) };
}

/** Between the drawing and its legend. */
const LEGEND_GAP_PX = 24;

/** Below everything drawn, so that it covers nothing. */
function withLegend(picture: Picture, document: DiagramDocument, { language, selection }: ExportOptions): Picture {
  const { scenes, box } = picture;
  const shown = selection === undefined ? null : withDescendants(document.nodes, selection.nodes);
  const legend = legendOf(rolesInUse(document, shown), language, box.width);
  if (legend === null) return picture;
  const { widthPx: width, heightPx: height } = legend;
  // On whole units, so that its lines are sharp.
  const at = { x: Math.floor(box.x), y: Math.ceil(box.y + box.height) + LEGEND_GAP_PX };
  return { scenes: [...scenes, { at, marks: legend.marks }], box: unionOf([box, { ...at, width, height }]) ?? box };
}

/** On whole units, so that lines drawn on pixels stay on pixels. */
function viewOf({ x, y, width, height }: Box, marginPx: number): Box {
  const left = Math.floor(x - marginPx);
  const top = Math.floor(y - marginPx);
  return {
    x: left,
    y: top,
    width: Math.ceil(x + width + marginPx) - left,
    height: Math.ceil(y + height + marginPx) - top,
  };
}
