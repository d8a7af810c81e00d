import type { Box } from '../geometry/box';
import type { DiagramDocument } from '../model/document';
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
  return picture.scenes.length === 0 ? null : { picture, view: viewOf(picture.box, marginPx) };
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
