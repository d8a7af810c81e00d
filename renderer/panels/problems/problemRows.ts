import type { Problem } from '../../../shared/rules/checker';
import type { RuleName } from '../../../shared/rules/index';

/** A line of the list: a rule with its problems below it, or one of these. */
export type ProblemRow =
  | {
      readonly type: 'rule';
      readonly key: string;
      readonly rule: RuleName;
      readonly severity: Problem['severity'];
      readonly count: number;
      readonly isOpen: boolean;
    }
  | {
      readonly type: 'problem';
      readonly key: string;
      readonly problem: Problem;
      /** Among the problems of its rule, from 1. */
      readonly place: number;
      readonly siblings: number;
    };

/** The problems by rule, in their order; of rules in `closed` the heading alone. */
export function problemRows(problems: readonly Problem[], closed: ReadonlySet<RuleName>): readonly ProblemRow[] {
  const rows: ProblemRow[] = [];
  for (const rule of new Set(problems.map((problem) => problem.rule))) {
    const members = problems.filter((problem) => problem.rule === rule);
    const severity = members[0]?.severity ?? 'warning';
    const isOpen = !closed.has(rule);
    rows.push({ type: 'rule', key: `rule ${rule}`, rule, severity, count: members.length, isOpen });
    if (!isOpen) continue;
    for (const [index, problem] of members.entries()) {
      rows.push({ type: 'problem', key: problem.key, problem, place: index + 1, siblings: members.length });
    }
  }
  return rows;
}
