import type { DiagramDocument } from '../model/document';
import type { NodeId } from '../model/ids';
import { rolesInOrder } from '../model/query';
import { readingRanks } from '../model/readingOrder';
import { type RuleName, ruleNames, rules } from './index';
import type { Finding, Rule } from './rule';

/** A place where a rule does not hold. */
export interface Problem extends Finding {
  readonly rule: RuleName;
  readonly severity: Rule['severity'];
  /** The same as long as rule and place are. */
  readonly key: string;
}

interface Found {
  readonly read: readonly object[];
  readonly findings: readonly Finding[];
}

export interface Checker {
  /** Gives each rule's findings as they come, so that a caller may pause between rules; ends with all in order. */
  check(document: DiagramDocument): Generator<RuleName, readonly Problem[]>;
}

/** Checks one document again and again: a rule is only asked again when something that it reads has changed. */
export function createChecker(): Checker {
  const known = new Map<RuleName, Found>();
  return {
    *check(document) {
      for (const name of ruleNames) {
        const read = rules[name].reads(document);
        const before = known.get(name);
        const isSame = before?.read.length === read.length && before.read.every((item, at) => item === read[at]);
        if (!isSame) known.set(name, { read, findings: rules[name].find(document) });
        yield name;
      }
      // Putting in order what was found is a piece of work of its own.
      const isSound = [...known.values()].every(({ findings }) => findings.length === 0);
      return isSound ? [] : inOrder(document, known);
    },
  };
}

/** All problems of a document. */
export function checkDocument(document: DiagramDocument): readonly Problem[] {
  const checking = createChecker().check(document);
  for (let step = checking.next(); ; step = checking.next()) if (step.done === true) return step.value;
}

/** Rule by rule, in each as somebody reads the diagram. */
function inOrder(document: DiagramDocument, found: ReadonlyMap<RuleName, Found>): readonly Problem[] {
  const ranks = readingRanks(document.nodes);
  const rankOf = (id: NodeId | undefined) => (id === undefined ? undefined : ranks.get(id)) ?? Number.POSITIVE_INFINITY;
  const roleRanks = new Map(rolesInOrder(document.roles).map(({ id }, rank) => [id, rank]));
  return ruleNames.flatMap((name) => {
    const problems = (found.get(name)?.findings ?? []).map((finding) => {
      const nodeIds = rules[name].findsWays
        ? finding.nodeIds
        : [...finding.nodeIds].sort((a, b) => rankOf(a) - rankOf(b));
      const key = [name, ...[...nodeIds, ...finding.edgeIds, ...finding.roleIds].sort()].join(' ');
      const [edgeId] = finding.edgeIds;
      const [roleId] = finding.roleIds;
      const start = nodeIds[0] ?? (edgeId === undefined ? undefined : document.edges.get(edgeId)?.from.nodeId);
      const roleRank = roleId === undefined ? undefined : roleRanks.get(roleId);
      return {
        place: start === undefined ? (roleRank ?? 0) : rankOf(start),
        problem: { ...finding, nodeIds, rule: name, severity: rules[name].severity, key },
      };
    });
    problems.sort((a, b) => a.place - b.place || (a.problem.key < b.problem.key ? -1 : 1));
    // A file may keep the same two steps apart twice.
    return problems.map(({ problem }) => problem).filter(({ key }, at, all) => key !== all[at - 1]?.key);
  });
}
