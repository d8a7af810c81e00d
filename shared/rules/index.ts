import { deadEnd } from './deadEnd';
import { emptyHandoff } from './emptyHandoff';
import { pingPong } from './pingPong';
import { manyAccountable, notAccountable, notResponsible } from './raci';
import { reworkLoop } from './reworkLoop';
import { roleWithoutStep } from './roleWithoutStep';
import type { Rule } from './rule';
import { sameRole } from './sameRole';
import { singlePoint } from './singlePoint';
import { stageWithoutOwner } from './stageWithoutOwner';
import { stepWithoutRole } from './stepWithoutRole';
import { unreachable } from './unreachable';
import { userNotReached } from './userNotReached';

const registry = {
  sameRole,
  stepWithoutRole,
  notResponsible,
  notAccountable,
  manyAccountable,
  unreachable,
  deadEnd,
  userNotReached,
  reworkLoop,
  pingPong,
  emptyHandoff,
  stageWithoutOwner,
  roleWithoutStep,
  singlePoint,
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof registry;

/** What holds in a sound diagram, in the order in which problems are listed: what stops the work comes first. */
export const rules: Readonly<Record<RuleName, Rule>> = registry;
export const ruleNames = Object.keys(registry) as readonly RuleName[];
