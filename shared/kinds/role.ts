import * as z from 'zod/mini';
import { isEmptyText } from '../model/localizedText';
import type { Marks } from '../scene/mark';
import { defineKind, type LabelBox, type NodeFace } from './kind';
import { atLeast, type LabelStyle } from './label';
import { inlineWidthPx, labelMarks, labelSize } from './labelMarks';
import { bodyPaints } from './paints';
import { boxCorners, vacantMarks, withTakers } from './takers';

type RoleProps = Readonly<Record<never, never>>;

const PADDING_PX = 12;
const BADGE_PX = 32;
const TEXT_X = PADDING_PX + BADGE_PX + 10;
const nameLabel: LabelStyle = { sizePx: 13, lineHeightPx: 18, weight: 600, align: 'start', verticalAlign: 'top' };
const descriptionLabel: LabelStyle = {
  sizePx: 11,
  lineHeightPx: 15,
  weight: 400,
  align: 'start',
  verticalAlign: 'top',
};

function labelBox({ width, height, roleId }: NodeFace<RoleProps>): LabelBox {
  const x = TEXT_X;
  const textWidth = Math.max(0, width - TEXT_X - PADDING_PX);
  if (roleId === null) return { ...nameLabel, x, width: textWidth, ...centered(height) };
  const y = Math.max(4, Math.min(PADDING_PX, (height - nameLabel.lineHeightPx) / 2));
  return { ...nameLabel, x, y, width: textWidth, height: nameLabel.lineHeightPx };
}

/** The name alone: beside the middle of the icon, on as many lines as there is room for. */
function centered(height: number): Pick<LabelBox, 'y' | 'height' | 'verticalAlign'> {
  return { y: 4, height: Math.max(0, height - 8), verticalAlign: 'middle' };
}

/** A person's function on a card: icon, name (the role's own unless a label says otherwise) and what it does. */
export const role = defineKind<RoleProps>({
  labelKey: 'kind.role',
  icon: 'user-round',
  traits: { container: false, layer: 'front', takesRole: true, takesRaci: false, connectable: true, grip: 'body' },
  props: z.object({}),
  create: () => ({ props: {}, size: { width: 216, height: 88 } }),
  minSize: () => ({ width: 96, height: 40 }),
  fitSize(face, language) {
    const badge = BADGE_PX + 2 * PADDING_PX;
    if (face.roleId !== null) {
      // Above the description there is room for one line.
      const width = inlineWidthPx(face.label, language, nameLabel);
      return atLeast(face, { width: width + TEXT_X + PADDING_PX, height: badge });
    }
    const needed = labelSize(face.label, language, labelBox(face).width, nameLabel);
    return atLeast(face, { width: needed.width + TEXT_X + PADDING_PX, height: Math.max(badge, needed.height + 8) });
  },
  labelBox,
  draw(face, context) {
    const look = face.roleId === null ? undefined : context.role(face.roleId);
    const paints = bodyPaints(face, context);
    const name = withTakers(isEmptyText(face.label) ? (look?.name ?? '') : face.label, look);
    const description = look?.description ?? '';
    const nameBox = labelBox(face);
    const belowY = nameBox.y + nameBox.height + 2;
    const below: LabelBox = { ...nameBox, ...descriptionLabel, y: belowY, height: face.height - belowY - 8 };
    const showsDescription = !isEmptyText(description) && below.height >= descriptionLabel.lineHeightPx;
    const box: LabelBox = showsDescription ? nameBox : { ...nameBox, ...centered(face.height) };
    const middleY = (face.height - BADGE_PX) / 2;
    const badgeY = showsDescription ? Math.max(4, Math.min(PADDING_PX, middleY)) : middleY;
    const marks: Marks = [
      {
        type: 'rect',
        x: 0,
        y: 0,
        width: face.width,
        height: face.height,
        radiusPx: 10,
        fill: 'surface',
        stroke: { paint: paints.line, widthPx: 1.25 },
      },
      ...vacantMarks(look, boxCorners(face.width, face.height)),
      {
        type: 'rect',
        x: PADDING_PX,
        y: badgeY,
        width: BADGE_PX,
        height: BADGE_PX,
        radiusPx: 8,
        fill: look === undefined ? 'surfaceMuted' : paints.fill,
      },
      {
        type: 'icon',
        name: look?.icon ?? 'user-round',
        x: PADDING_PX + 7,
        y: badgeY + 7,
        sizePx: BADGE_PX - 14,
        paint: paints.ink,
      },
      ...labelMarks(name, context.language, box, 'text'),
    ];
    return showsDescription ? [...marks, ...labelMarks(description, context.language, below, 'textSecond')] : marks;
  },
});
