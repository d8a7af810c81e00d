import { describe, expect, test } from 'vitest';
import type { DiagramNode } from '../../../shared/model/document';
import { checkDocument } from '../../../shared/rules/checker';
import type { RuleName } from '../../../shared/rules/index';
import { aDocument, aNode, aRole, aTask } from '../../support/builders';

const roles = [aRole({ id: 'ann' })];
const found = (rule: RuleName, nodes: readonly DiagramNode[], known = roles) =>
  checkDocument(aDocument({ roles: known, nodes })).filter((problem) => problem.rule === rule);

describe('a stage without an owner', () => {
  const stages = [0, 1, 2].map((n) => aNode('stage', { id: `stage${n}`, x: 200 * n, y: 0, width: 200, height: 300 }));
  const unowned = (...nodes: readonly DiagramNode[]) =>
    found('stageWithoutOwner', [...stages, ...nodes]).flatMap(({ nodeIds }) => nodeIds);
  const step = (x: number, fields: Parameters<typeof aTask>[0] = {}) =>
    aTask({ id: `at${x}`, x, y: 60, width: 100, roleId: 'ann', ...fields });

  test('is one in whose column no step has its middle', () => {
    expect(unowned(step(20))).toEqual(['stage1', 'stage2']);
    expect(unowned(step(20), step(160), step(420))).toEqual([]);
    expect(unowned(step(20), step(140), step(420))).toEqual(['stage1']);
  });

  test('is none that a wide step covers the middle of', () => {
    expect(unowned(step(50, { width: 500 }))).toEqual([]);
    expect(unowned(step(50, { width: 300 }))).toEqual(['stage2']);
  });

  test('is not owned by what lies below it, or is nobody’s', () => {
    expect(unowned(step(20), step(220), step(420, { y: 320 }))).toEqual(['stage2']);
    expect(unowned(step(20), step(220), step(420, { roleId: null }))).toEqual(['stage2']);
    expect(unowned(step(20), step(220), step(420, { roleId: null, raci: { ann: 'R' } }))).toEqual([]);
  });

  test('is not asked for while no stage has one', () => {
    expect(unowned()).toEqual([]);
    expect(unowned(step(20, { roleId: null }))).toEqual([]);
  });
});

describe('a step without a role', () => {
  const lost = (fields: Parameters<typeof aTask>[0] = {}) =>
    found('stepWithoutRole', [aTask({ id: 'step', ...fields }), aTask({ id: 'other', roleId: 'ann' })]);

  test('gets the role of its only R at a press, if it is not locked', () => {
    expect(lost()).toMatchObject([{ nodeIds: ['step'] }]);
    expect(lost()[0]?.fix).toBeUndefined();
    expect(lost({ raci: { ann: 'AR' } })[0]?.fix?.edit).toEqual({
      name: 'nodes.set',
      args: { ids: ['step'], patch: { roleId: 'ann' } },
    });
    expect(lost({ raci: { ann: 'AR' }, locked: true })[0]?.fix).toBeUndefined();
    expect(lost({ raci: { ann: 'A' } })[0]?.fix).toBeUndefined();
  });

  test('is a task or a decision, and only where there are roles at all', () => {
    expect(found('stepWithoutRole', [aNode('decision')])).toHaveLength(1);
    expect(found('stepWithoutRole', [aNode('artifact'), aNode('terminal'), aNode('note'), aNode('role')])).toEqual([]);
    expect(found('stepWithoutRole', [aTask()], [])).toEqual([]);
  });
});
