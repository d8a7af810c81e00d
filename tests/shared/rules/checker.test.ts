import { afterEach, expect, test, vi } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { createHistory, emptySelection, record } from '../../../shared/history/history';
import type { DiagramDocument } from '../../../shared/model/document';
import { type Checker, createChecker } from '../../../shared/rules/checker';
import { ruleNames, rules } from '../../../shared/rules/index';
import { generateDiagram } from '../../bench/generateDiagram';
import { edgeId, nodeId, roleId } from '../../support/builders';
import { cpuMsOf } from '../../support/cpuTime';

afterEach(() => vi.restoreAllMocks());

/** Runs a check to its end; answers which rules were asked. */
function asked(checker: Checker, document: DiagramDocument): readonly string[] {
  const names: string[] = [];
  for (const name of ruleNames) {
    const { find } = rules[name];
    vi.spyOn(rules[name], 'find').mockImplementation((given) => {
      names.push(name);
      return find(given);
    });
  }
  for (const step of checker.check(document)) expect(ruleNames).toContain(step);
  vi.restoreAllMocks();
  return names;
}

test('a rule is asked again only when what it reads has changed, step after step', () => {
  let history = createHistory(generateDiagram(600));
  const checker = createChecker();
  const [first, second] = [...history.present.document.nodes.values()].filter(({ kind }) => kind === 'task');
  const [edge] = history.present.document.edges.keys();
  const [role] = history.present.document.roles.keys();
  const step = (change: (document: DiagramDocument) => DiagramDocument) => {
    history = record(history, 'step.cut', change(history.present.document), emptySelection);
    return asked(checker, history.present.document);
  };
  const move =
    (id = first?.id) =>
    (document: DiagramDocument) =>
      applyEdit(document, 'nodes.move', { ids: id === undefined ? [] : [id], by: { x: 8, y: 0 } });

  expect(asked(checker, history.present.document)).toEqual(ruleNames);
  expect(step(move())).toEqual(['stageWithoutOwner']);
  const assigned = step((document) =>
    applyEdit(document, 'raci.assign', { ids: [first?.id ?? nodeId('')], roleId: role ?? roleId(''), level: 'I' }),
  );
  expect(assigned).toContain('notAccountable');
  // Also after a step that made a difference.
  expect(step(move(second?.id))).toEqual(['stageWithoutOwner']);
  expect(
    step((document) => applyEdit(document, 'nodes.set', { ids: [first?.id ?? nodeId('')], patch: { label: 'New' } })),
  ).toEqual(['stageWithoutOwner']);
  expect(
    step((document) => applyEdit(document, 'edges.set', { ids: [edge ?? edgeId('')], patch: { description: 'So' } })),
  ).toEqual([]);
});

test('at 1,000 nodes no rule, nor putting in order what was found, takes a good part of a frame', () => {
  const { nodes, edges, ...rest } = generateDiagram(1_000);
  const leastMs = new Map<string, number>();
  for (let round = 0; round < 6; round++) {
    // Maps of their own, so that nothing is known of them yet.
    const checking = createChecker().check({ ...rest, nodes: new Map(nodes), edges: new Map(edges) });
    for (const name of [...ruleNames, 'order']) {
      const ms = cpuMsOf(() => checking.next());
      leastMs.set(name, Math.min(ms, leastMs.get(name) ?? ms));
    }
    expect(checking.next().done).toBe(true);
  }
  expect([...leastMs].filter(([, ms]) => ms > 16)).toEqual([]);
});
