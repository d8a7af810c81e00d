import * as z from 'zod/mini';
import { textIn } from '../model/localizedText';
import type { Marks } from '../scene/mark';
import { defineKind, type LabelBox, type NodeFace } from './kind';
import { atLeast, type LabelStyle, labelMarks, labelSize } from './label';
import { bodyPaints } from './paints';

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

function labelBox({ width, height }: NodeFace<RoleProps>): LabelBox {
  const y = Math.max(4, Math.min(PADDING_PX, (height - nameLabel.lineHeightPx) / 2));
  return {
    ...nameLabel,
    x: TEXT_X,
    y,
    width: Math.max(0, width - TEXT_X - PADDING_PX),
    height: nameLabel.lineHeightPx,
  };
}

/** A person's function on a card: icon, name (the role's own unless a label says otherwise) and what it does. */
export const role = defineKind<RoleProps>({
  labelKey: 'kind.role',
  icon: 'user-round',
  traits: { container: false, layer: 'front', takesRole: true, takesRaci: false, connectable: true, grip: 'body' },
  props: z.object({}),
  create: () => ({ props: {}, size: { width: 208, height: 80 } }),
  minSize: () => ({ width: 96, height: 40 }),
  fitSize(face, language) {
    const needed = labelSize(textIn(face.label, language), labelBox(face).width, nameLabel);
    return atLeast(face, { width: needed.width + TEXT_X + PADDING_PX, height: BADGE_PX + 2 * PADDING_PX });
  },
  labelBox,
  draw(face, context) {
    const look = face.roleId === null ? undefined : context.role(face.roleId);
    const paints = bodyPaints(face, context);
    const name = textIn(face.label, context.language) || textIn(look?.name ?? '', context.language);
    const box = labelBox(face);
    const below: LabelBox = {
      ...box,
      ...descriptionLabel,
      y: box.y + box.height + 2,
      height: face.height - (box.y + box.height + 2) - 8,
    };
    const description = look === undefined ? '' : textIn(look.description, context.language);
    const badgeY = Math.max(4, Math.min(PADDING_PX, (face.height - BADGE_PX) / 2));
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
      ...labelMarks(name, box, 'text'),
    ];
    return below.height < descriptionLabel.lineHeightPx
      ? marks
      : [...marks, ...labelMarks(description, below, 'textSecond')];
  },
});
