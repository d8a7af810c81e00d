import type { Paint } from '../scene/mark';
import type { DrawContext, NodeFace, RoleLook } from './kind';

/** Inside and outline of a node: its role's colour, or neutral ones without a role. */
export interface BodyPaints {
  readonly fill: Paint;
  readonly line: Paint;
  readonly ink: Paint;
}

const neutral: BodyPaints = { fill: 'surface', line: 'outline', ink: 'textSecond' };

/** The role that a node is drawn as. */
export function roleLook({ roleId }: Pick<NodeFace<unknown>, 'roleId'>, context: DrawContext): RoleLook | undefined {
  return roleId === null ? undefined : context.role(roleId);
}

export function bodyPaints(face: Pick<NodeFace<unknown>, 'roleId'>, context: DrawContext): BodyPaints {
  const color = roleLook(face, context)?.color;
  if (color === undefined) return neutral;
  return {
    fill: { role: color, tone: 'fill' },
    line: { role: color, tone: 'line' },
    ink: { role: color, tone: 'ink' },
  };
}
