import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeKindNames } from '../../../shared/kinds/index';
import { type DiagramDocument, noTerms, noTiming } from '../../../shared/model/document';
import { checkInvariants, type ViolationType, violationTypes } from '../../../shared/model/invariants';
import { documentArbitrary } from '../../support/arbitraries';
import {
  aDocument,
  aLane,
  aNode,
  anEdge,
  aPerson,
  aRole,
  aSeparation,
  aTask,
  nodeId,
  roleId,
} from '../../support/builders';

const end = (id: string, at: number) => ({ nodeId: nodeId(id), side: 'auto' as const, at });
const broken: { readonly [T in ViolationType]: readonly DiagramDocument[] } = {
  keyMismatch: [
    { ...aDocument(), nodes: new Map([[nodeId('other'), aTask({ id: 'a' })]]) },
    { ...aDocument(), roles: new Map([['other' as never, aRole({ id: 'a' })]]) },
    {
      ...aDocument({ nodes: [aTask({ id: 'a' }), aTask({ id: 'b' })] }),
      edges: new Map([['other' as never, anEdge({ id: 'e' })]]),
    },
  ],
  numberOutOfRange: [
    aDocument({ nodes: [aTask({ x: Number.NaN })] }),
    aDocument({ nodes: [aTask({ y: 1e300 })] }),
    aDocument({ nodes: [aTask({ width: 0 })] }),
    aDocument({ nodes: [aTask({ height: Number.POSITIVE_INFINITY })] }),
    aDocument({ nodes: [aTask({ z: Number.NaN })] }),
    aDocument({ roles: [aRole({ order: Number.NaN })] }),
    aDocument({ nodes: [aTask({ id: 'a' })], edges: [anEdge({ to: 'a', labelAt: 2 })] }),
    aDocument({ nodes: [aTask({ id: 'a' })], edges: [anEdge({ to: 'a', waypoints: [{ x: 0, y: 2e7 }] })] }),
    aDocument({ nodes: [aTask({ id: 'a' })], edges: [anEdge({ to: end('a', -0.5) })] }),
    aDocument({ roles: [aRole({ headcount: -1 })] }),
    aDocument({ people: [aPerson({ order: Number.NaN })] }),
    aDocument({ nodes: [aTask({ timing: { ...noTiming, workMinutes: -1 } })] }),
    aDocument({ nodes: [aTask({ timing: { ...noTiming, accuratePercent: 101 } })] }),
    aDocument({
      nodes: [aTask({ id: 'a' })],
      edges: [anEdge({ to: 'a', timing: { ...noTiming, waitMinutes: 1e12 } })],
    }),
    aDocument({ nodes: [aTask({ id: 'a' })], edges: [anEdge({ to: 'a', terms: { ...noTerms, withinMinutes: -1 } })] }),
  ],
  parentMissing: [aDocument({ nodes: [aTask({ parentId: 'nowhere' })] })],
  parentNotContainer: [aDocument({ nodes: [aTask({ id: 'a' }), aTask({ id: 'b', parentId: 'a' })] })],
  parentCycle: [
    aDocument({ nodes: [aLane({ id: 'self', parentId: 'self' })] }),
    aDocument({ nodes: [aLane({ id: 'a', parentId: 'b' }), aLane({ id: 'b', parentId: 'a' })] }),
  ],
  roleMissing: [
    aDocument({ nodes: [aTask({ roleId: 'ghost' })] }),
    aDocument({ nodes: [aTask({ raci: { ghost: 'R' } })] }),
    aDocument({ people: [aPerson({ roleIds: ['ghost'] })] }),
    aDocument({ roles: [aRole({ backupId: roleId('ghost') })] }),
  ],
  roleTwice: [
    aDocument({ roles: [aRole({ id: 'r' })], people: [aPerson({ roleIds: ['r', 'r'] })] }),
    aDocument({ roles: [aRole({ id: 'r', backupId: roleId('r') })] }),
  ],
  stepsMissing: [
    aDocument({ nodes: [aTask({ id: 'a' })], separations: [aSeparation('s', 'a', 'a')] }),
    aDocument({ nodes: [aTask({ id: 'a' })], separations: [aSeparation('s', 'a', 'gone')] }),
    aDocument({ nodes: [aTask({ id: 'a' }), aNode('note', { id: 'b' })], separations: [aSeparation('s', 'a', 'b')] }),
  ],
  roleNotTaken: [aDocument({ roles: [aRole({ id: 'r' })], nodes: [aNode('note', { roleId: 'r' })] })],
  raciNotTaken: [aDocument({ roles: [aRole({ id: 'r' })], nodes: [aLane({ raci: { r: 'R' } })] })],
  propsInvalid: [aDocument({ nodes: [aLane({ props: { direction: 'up' } as never })] })],
  endMissing: [aDocument({ nodes: [aTask({ id: 'a' })], edges: [anEdge({ to: 'nowhere' })] })],
  endNotConnectable: [aDocument({ nodes: [aTask({ id: 'a' }), aLane({ id: 'b' })], edges: [anEdge()] })],
};

describe('checking a document', () => {
  test.each(violationTypes)('finds %s, and nothing else besides', (type) => {
    expect(broken[type].length).toBeGreaterThan(0);
    for (const document of broken[type]) {
      expect([...new Set(checkInvariants(document).map((violation) => violation.type))]).toEqual([type]);
    }
  });

  test('names the record and the field', () => {
    const document = aDocument({ nodes: [aTask({ id: 'a', parentId: 'nowhere' })] });
    expect(checkInvariants(document)).toEqual([{ type: 'parentMissing', record: 'node', id: 'a', field: 'parentId' }]);
  });

  test('blames those in a circle of containers, not what merely lies in it', () => {
    const document = aDocument({
      nodes: [
        aTask({ id: 'task', parentId: 'a' }),
        aLane({ id: 'a', parentId: 'b' }),
        aLane({ id: 'b', parentId: 'c' }),
        aLane({ id: 'c', parentId: 'a' }),
      ],
    });
    expect(checkInvariants(document).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test('of a very deep nesting ends and does not overflow', () => {
    const nodes = Array.from({ length: 20_000 }, (_, i) =>
      aLane({ id: `n${i}`, parentId: i === 0 ? null : `n${i - 1}` }),
    );
    expect(checkInvariants(aDocument({ nodes: nodes.toReversed() }))).toEqual([]);
  });

  test('finds nothing in the random documents that other tests build on', () => {
    fc.assert(
      fc.property(documentArbitrary, (document) => {
        expect(checkInvariants(document)).toEqual([]);
      }),
    );
  });

  test('those documents hold what tests mean to try: nesting, bends, roles, responsibilities, all kinds', () => {
    const sample = fc.sample(documentArbitrary, { numRuns: 200, seed: 7 });
    const nodes = sample.flatMap((document) => [...document.nodes.values()]);
    const edges = sample.flatMap((document) => [...document.edges.values()]);
    const share = (list: readonly unknown[], of: readonly unknown[]) => list.length / of.length;
    expect(nodes.length).toBeGreaterThan(600);
    expect(new Set(nodes.map(({ kind }) => kind)).size).toBe(nodeKindNames.length);
    expect(
      share(
        nodes.filter(({ parentId }) => parentId !== null),
        nodes,
      ),
    ).toBeGreaterThan(0.15);
    expect(
      share(
        nodes.filter(({ roleId }) => roleId !== null),
        nodes,
      ),
    ).toBeGreaterThan(0.1);
    expect(
      share(
        nodes.filter(({ raci }) => raci.size > 0),
        nodes,
      ),
    ).toBeGreaterThan(0.05);
    expect(edges.length).toBeGreaterThan(300);
    expect(
      share(
        edges.filter(({ waypoints }) => waypoints.length > 0),
        edges,
      ),
    ).toBeGreaterThan(0.3);
  });
});
