import { describe, expect, test } from 'vitest';
import type { DiagramEdge, DiagramNode } from '../../../shared/model/document';
import { checkDocument } from '../../../shared/rules/checker';
import type { RuleName } from '../../../shared/rules/index';
import {
  aDocument,
  aLane,
  aNode,
  anEdge,
  aRole,
  aTask,
  type EdgeFields,
  type NodeFields,
} from '../../support/builders';

/** Where work gets to and where not: what counts as a way, as a beginning and as an end. */

const step = (id: string, fields: NodeFields<'task'> = {}) => aTask({ id, label: id, roleId: 'ann', ...fields });
const start = aNode('terminal', { id: 'start', roleId: 'ann' });
const end = aNode('terminal', { id: 'end', roleId: 'ann', props: { event: 'end' } });
/** `a>b` is a flow from a to b. */
const ways = (...texts: readonly string[]) => texts.map((text) => way(text));
const way = (text: string, fields: EdgeFields = {}) => {
  const [from = '', to = ''] = text.split('>');
  return anEdge({ id: text, from, to, ...fields });
};

function found(rule: RuleName, nodes: readonly DiagramNode[], edges: readonly DiagramEdge[]) {
  const roles = [aRole({ id: 'ann', headcount: 9 }), aRole({ id: 'bob', headcount: 9 })];
  return checkDocument(aDocument({ roles, nodes, edges }))
    .filter((problem) => problem.rule === rule)
    .map(({ nodeIds }) => nodeIds.join(' '));
}

describe('a dead end', () => {
  test('is asked for only once the diagram says where work ends', () => {
    const nodes = [step('a'), step('b'), step('c')];
    expect(found('deadEnd', nodes, ways('a>b', 'a>c'))).toEqual([]);
    expect(found('deadEnd', [...nodes, end], ways('a>b', 'a>c', 'b>end'))).toEqual(['c']);
  });

  test('is in any case a decision that decides nothing, and a start that nothing follows', () => {
    const asks = aNode('decision', { id: 'ask', roleId: 'ann' });
    expect(found('deadEnd', [step('a'), asks], ways('a>ask'))).toEqual(['ask']);
    expect(found('deadEnd', [step('a'), start], [])).toEqual(['start']);
    expect(found('deadEnd', [step('a'), asks, step('b')], ways('a>ask', 'ask>b'))).toEqual([]);
    // Just drawn.
    expect(found('deadEnd', [asks], [])).toEqual([]);
    expect(found('deadEnd', [start], [])).toEqual([]);
  });

  test('is told of once for a loop that nothing leads out of, and not of what leads to it', () => {
    const nodes = [step('a'), step('b', { x: 200 }), step('c', { x: 400 }), step('d'), end];
    expect(found('deadEnd', nodes, ways('a>b', 'b>c', 'c>b', 'd>end'))).toEqual(['b c']);
  });

  test('is none where people work together, at a card of a role, and with a result', () => {
    const nodes = [step('a'), step('b'), end];
    const goesOn = (...edges: readonly DiagramEdge[]) => found('deadEnd', nodes, [...ways('b>end', 'b>a'), ...edges]);
    expect(goesOn()).toEqual(['a']);
    expect(goesOn(way('a>b', { kind: 'collaboration', heads: 'end' }))).toEqual([]);
    expect(goesOn(way('a>b', { heads: 'both' }))).toEqual([]);
    expect(goesOn(way('a>b', { heads: 'none' }))).toEqual([]);
    expect(goesOn(way('a>b', { kind: 'data' }))).toEqual([]);
    // Turned round it leads to a, and not from there.
    expect(goesOn(way('a>b', { heads: 'start' }))).toEqual(['a']);
    for (const kind of ['role', 'artifact', 'image'] as const) {
      const other = aNode(kind, { id: 'other', roleId: kind === 'image' ? null : 'ann' });
      expect(found('deadEnd', [...nodes, other], ways('b>end', 'b>a', 'a>other')), kind).toEqual([]);
    }
    expect(found('deadEnd', [...nodes, aNode('note', { id: 'note' })], ways('b>end', 'b>a', 'a>note'))).toEqual(['a']);
  });

  test('is none where a line ends at a group around what goes on', () => {
    const group = aNode('group', { id: 'group', width: 400, height: 200 });
    const inside = [step('b', { parentId: 'group' }), step('c', { parentId: 'group' })];
    const nodes = [step('a'), group, ...inside, end];
    expect(found('deadEnd', nodes, ways('a>group', 'b>c', 'c>end'))).toEqual([]);
    expect(found('deadEnd', nodes, ways('a>b', 'c>end'))).toEqual(['b']);
  });
});

describe('what is never reached', () => {
  test('is asked for only once the diagram says where work begins', () => {
    const nodes = [step('a'), step('b'), step('c')];
    expect(found('unreachable', nodes, ways('a>c', 'b>c'))).toEqual([]);
    expect(found('unreachable', [...nodes, start], ways('start>a', 'a>c', 'b>c'))).toEqual(['b']);
  });

  test('is told of where it begins, once for a loop, and not of what hangs on it', () => {
    const nodes = [start, step('a'), step('b', { x: 200 }), step('c', { x: 400 }), step('d', { x: 600 })];
    expect(found('unreachable', nodes, ways('start>a', 'b>c', 'c>b', 'c>d'))).toEqual(['b c']);
  });

  test('is an end that nothing leads to, with or without a start', () => {
    expect(found('unreachable', [step('a'), end], [])).toEqual(['end']);
    expect(found('unreachable', [start, step('a'), end], ways('start>a'))).toEqual(['end']);
    expect(found('unreachable', [step('a'), end], ways('a>end'))).toEqual([]);
    expect(found('unreachable', [end], [])).toEqual([]);
  });

  test('is nothing that a role’s card leads to, and no card, artefact or picture itself', () => {
    const others = (['role', 'artifact', 'image'] as const).map((kind) => aNode(kind, { id: kind }));
    expect(found('unreachable', [start, step('a'), step('b'), ...others], ways('start>a', 'role>b'))).toEqual([]);
  });
});

describe('a user that is never reached', () => {
  const bobs = step('b', { roleId: 'bob' });

  test('is a role that is joined to nothing while others are', () => {
    const nodes = [step('a'), step('c', { roleId: null }), bobs];
    expect(found('userNotReached', nodes, [])).toEqual([]);
    expect(found('userNotReached', nodes, ways('a>c'))).toEqual(['b']);
    expect(found('userNotReached', nodes, ways('a>c', 'c>b'))).toEqual([]);
    expect(found('userNotReached', nodes, [way('a>c'), way('b>c', { kind: 'collaboration' })])).toEqual([]);
  });

  test('is told of by its role, whatever its steps lack besides', () => {
    const own = [
      step('b2', { roleId: 'bob' }),
      aNode('terminal', { id: 'stop', roleId: 'ann', props: { event: 'end' } }),
    ];
    const nodes = [start, step('a'), step('c', { roleId: null }), bobs, ...own];
    const edges = ways('start>a', 'a>c', 'c>stop', 'b>b2');
    expect(found('userNotReached', nodes, edges)).toEqual(['b b2']);
    expect([...found('unreachable', nodes, edges), ...found('deadEnd', nodes, edges)]).toEqual([]);
  });

  test('is no role that only has a card', () => {
    const card = aNode('role', { id: 'card', roleId: 'bob' });
    expect(found('userNotReached', [step('a'), step('c', { roleId: null }), card], ways('a>c'))).toEqual([]);
  });
});

describe('a role that takes part in nothing', () => {
  const without = (nodes: readonly DiagramNode[], edges: readonly DiagramEdge[] = []) =>
    checkDocument(
      aDocument({
        roles: [aRole({ id: 'ann' }), aRole({ id: 'bob', headcount: 2 })],
        nodes: [step('a'), ...nodes],
        edges,
      }),
    ).filter(({ rule }) => rule === 'roleWithoutStep');

  test('is shown by its empty lane or its card', () => {
    const lane = aLane({ id: 'lane', roleId: 'bob' });
    expect(without([lane, aNode('role', { id: 'card', roleId: 'bob' })])).toMatchObject([
      { nodeIds: ['card', 'lane'], roleIds: ['bob'] },
    ]);
    expect(without([lane, step('b', { roleId: null, parentId: 'lane' })])).toEqual([]);
  });

  test('takes part with an artefact, a letter, or a card that is connected', () => {
    expect(without([aNode('artifact', { roleId: 'bob' })])).toEqual([]);
    expect(without([step('b', { raci: { ann: 'AR', bob: 'I' } })])).toEqual([]);
    expect(without([aNode('role', { id: 'card', roleId: 'bob' })], ways('a>card'))).toEqual([]);
  });

  test('is none that steps in for another, and none while there are no steps', () => {
    const roles = [aRole({ id: 'ann', backupId: aRole({ id: 'bob' }).id }), aRole({ id: 'bob' })];
    expect(checkDocument(aDocument({ roles, nodes: [step('a')] }))).toEqual([]);
    expect(checkDocument(aDocument({ roles: [aRole({ id: 'ann' })] }))).toEqual([]);
  });
});
