import * as z from 'zod/mini';
import { isEmptyText, type LabelLanguage } from '../model/localizedText';
import { defineKind, type LabelBox, type NodeFace } from './kind';
import { atLeast, type LabelStyle } from './label';
import { labelMarks, labelSize } from './labelMarks';

/** `imageId`: of the document's pictures; '' until one was chosen. */
interface ImageProps {
  readonly imageId: string;
}

const CAPTION_GAP_PX = 4;
const ICON_PX = 24;
const LEAST_PX = 24;
const captionStyle: LabelStyle = { sizePx: 12, lineHeightPx: 16, weight: 400, align: 'middle', verticalAlign: 'top' };

/** The caption takes as many lines below the picture as are there; a third of the height at most. */
function captionHeight({ label, width, height }: NodeFace<ImageProps>, language: LabelLanguage): number {
  const needed = isEmptyText(label) ? 0 : labelSize(label, language, width, captionStyle).height;
  const room = Math.min(needed + CAPTION_GAP_PX, height / 3);
  // Less than a line is no caption.
  return needed === 0 || room < captionStyle.lineHeightPx + CAPTION_GAP_PX ? 0 : room;
}

function captionBox(face: NodeFace<ImageProps>, heightPx: number): LabelBox {
  return { ...captionStyle, x: 0, y: face.height - heightPx, width: face.width, height: heightPx };
}

/** A picture, whole and undistorted in its box, with its label as a caption below it. */
export const image = defineKind<ImageProps>({
  labelKey: 'kind.image',
  icon: 'image',
  traits: { container: false, layer: 'front', takesRole: false, takesRaci: false, connectable: true, grip: 'body' },
  props: z.object({ imageId: z._default(z.string(), '') }),
  create: () => ({ props: { imageId: '' }, size: { width: 160, height: 120 } }),
  minSize: () => ({ width: LEAST_PX, height: LEAST_PX }),
  fitSize(face, language) {
    if (isEmptyText(face.label)) return { width: face.width, height: face.height };
    const needed = labelSize(face.label, language, face.width, captionStyle);
    // The caption has a third of the height.
    return atLeast(face, { width: needed.width, height: Math.ceil(3 * (needed.height + CAPTION_GAP_PX)) + 1 });
  },
  labelBox: (face) => captionBox(face, face.height / 3),
  draw(face, context) {
    const captionPx = captionHeight(face, context.language);
    const room = { width: face.width, height: face.height - captionPx };
    const caption =
      captionPx === 0
        ? []
        : labelMarks(face.label, context.language, captionBox(face, captionPx - CAPTION_GAP_PX), 'textSecond');
    const picture = context.image?.(face.props.imageId);
    if (picture === undefined) {
      const sizePx = Math.min(ICON_PX, room.width, room.height);
      return [
        {
          type: 'rect',
          x: 0,
          y: 0,
          ...room,
          radiusPx: 6,
          fill: 'surfaceMuted',
          stroke: { paint: 'outline', widthPx: 1, dashPx: [4, 3] },
        },
        {
          type: 'icon',
          name: 'image',
          x: (room.width - sizePx) / 2,
          y: (room.height - sizePx) / 2,
          sizePx,
          paint: 'textThird',
        },
        ...caption,
      ];
    }
    const scale = Math.min(room.width / picture.widthPx, room.height / picture.heightPx);
    const [width, height] = [picture.widthPx * scale, picture.heightPx * scale];
    return [
      {
        type: 'image',
        source: picture.source,
        x: (room.width - width) / 2,
        y: (room.height - height) / 2,
        width,
        height,
      },
      ...caption,
    ];
  },
});
