import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noTiming } from '../../../shared/model/document';
import { pathsBetween } from '../../../shared/paths/paths';
import { documentArbitrary } from '../../support/arbitraries';
import { aDocument, anEdge, aRole, aTask, nodeId } from '../../support/builders';

const minutes = (workMinutes: number, waitMinutes: number | null = null) => ({ ...noTiming, workMinutes, waitMinutes });

/** a → b → d, a → c → d, d → e; b and d are the other role's. */
const plan = aDocument({
  roles: [aRole({ id: 'r' }), aRole({ id: 's' })],
  nodes: [
    aTask({ id: 'a', roleId: 'r', timing: minutes(60) }),
    aTask({ id: 'b', roleId: 's', timing: minutes(30, 120) }),
    aTask({ id: 'c', roleId: 'r' }),
    aTask({ id: 'd', roleId: 's', timing: minutes(15) }),
    aTask({ id: 'e', roleId: 'r' }),
    aTask({ id: 'alone' }),
  ],
  edges: [
    anEdge({ id: 'ab', from: 'a', to: 'b', timing: minutes(0, 30) }),
    anEdge({ id: 'bd', from: 'b', to: 'd' }),
    anEdge({ id: 'ac', from: 'a', to: 'c' }),
    anEdge({ id: 'cd', from: 'c', to: 'd' }),
    anEdge({ id: 'ce', from: 'c', to: 'e' }),
    anEdge({ id: 'de', from: 'd', to: 'e' }),
    anEdge({ id: 'back', from: 'e', to: 'a', heads: 'end' }),
  ],
});
const between = (from: string, to: string) => pathsBetween(plan, nodeId(from), nodeId(to));

describe('paths between two steps', () => {
  test('all of them, shortest first, with roles in order, hand-offs and lead time', () => {
    const { paths, isCutOff } = between('a', 'e');
    expect(paths.map(({ nodeIds }) => nodeIds.join(''))).toEqual(['ace', 'abde', 'acde']);
    expect(paths.map(({ roleIds, handoffs, leadMinutes }) => [roleIds.join(''), handoffs, leadMinutes])).toEqual([
      ['r', 0, 60],
      // 60 work + 30 handing over + 30 work and 120 wait + 15 work.
      ['rsr', 2, 255],
      ['rsr', 2, 75],
    ]);
    expect(paths[1]?.edgeIds).toEqual(['ab', 'bd', 'de']);
    expect(isCutOff).toBe(false);
  });

  test('none to what nothing leads to, nor to itself', () => {
    expect(between('a', 'alone')).toEqual({ paths: [], isCutOff: false });
    expect(between('a', 'a')).toEqual({ paths: [], isCutOff: false });
  });

  test('lines are taken as they point, both ways where they point both ways', () => {
    const both = aDocument({
      nodes: [aTask({ id: 'x' }), aTask({ id: 'y' }), aTask({ id: 'z' })],
      edges: [
        anEdge({ id: 'xy', from: 'x', to: 'y', heads: 'both' }),
        anEdge({ id: 'zy', from: 'z', to: 'y', heads: 'start' }),
      ],
    });
    expect(pathsBetween(both, nodeId('y'), nodeId('x')).paths).toHaveLength(1);
    expect(pathsBetween(both, nodeId('y'), nodeId('z')).paths).toHaveLength(1);
    expect(pathsBetween(both, nodeId('z'), nodeId('y')).paths).toHaveLength(0);
  });

  test('a net with more paths than anybody counts answers at once and says that there are more', () => {
    const size = 12;
    const ids = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_, column) => `n${row}-${column}`),
    );
    const nodes = ids.flat().map((id) => aTask({ id }));
    const edges = ids.flatMap((row, r) =>
      row.flatMap((id, c) => [
        ...(row[c + 1] === undefined ? [] : [anEdge({ id: `${id}r`, from: id, to: row[c + 1] as string })]),
        ...(ids[r + 1] === undefined ? [] : [anEdge({ id: `${id}d`, from: id, to: ids[r + 1]?.[c] as string })]),
      ]),
    );
    const { paths, isCutOff } = pathsBetween(aDocument({ nodes, edges }), nodeId('n0-0'), nodeId('n11-11'));
    expect(isCutOff).toBe(true);
    expect(paths.every(({ nodeIds }) => nodeIds.length === 23)).toBe(true);
  });

  test('in any document each path is one: along its lines, no step twice, from the first to the last', () => {
    fc.assert(
      fc.property(documentArbitrary, fc.nat(), fc.nat(), (document, a, b) => {
        const ids = [...document.nodes.keys()];
        const [from, to] = [ids[a % ids.length], ids[b % ids.length]];
        if (from === undefined || to === undefined) return;
        for (const { nodeIds, edgeIds } of pathsBetween(document, from, to).paths) {
          expect([nodeIds[0], nodeIds.at(-1)]).toEqual([from, to]);
          expect(new Set(nodeIds).size).toBe(nodeIds.length);
          for (const [index, id] of edgeIds.entries()) {
            const edge = document.edges.get(id);
            const ends = [edge?.from.nodeId, edge?.to.nodeId].sort();
            expect(ends).toEqual([nodeIds[index], nodeIds[index + 1]].sort());
          }
        }
      }),
    );
  });
});
