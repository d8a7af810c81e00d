import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { segmentsOf } from '../../../shared/geometry/bends';
import { type Box, grow, type Point } from '../../../shared/geometry/box';
import { type DiagramDocument, plainLook } from '../../../shared/model/document';
import { boxOfNode } from '../../../shared/model/query';
import { edgeRoute } from '../../../shared/picture/edgeRoute';
import { createRouter } from '../../../shared/routing/router';
import { aDocument, aNode, anEdge } from '../../support/builders';

/** Nodes that keep a line's breadth from each other, somewhere on a page, and edges between any two of them. */
const documentArbitrary = fc
  .record({
    places: fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 3, maxLength: 14, selector: String }),
    shifts: fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -16, max: 16 })), {
      minLength: 14,
      maxLength: 14,
    }),
    kinds: fc.array(fc.constantFrom('task' as const, 'decision' as const, 'artifact' as const), {
      minLength: 14,
      maxLength: 14,
    }),
    edges: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { minLength: 1, maxLength: 12 }),
  })
  .map(({ places, shifts, kinds, edges }) => {
    const nodes = places.map(([column, row], index) => {
      const [dx, dy] = shifts[index] ?? [0, 0];
      return aNode(kinds[index] ?? 'task', {
        id: `n${index}`,
        x: column * 200 + dx,
        y: row * 130 + dy,
        width: 112,
        height: 64,
      });
    });
    const ends = edges.filter(([from, to]) => from < nodes.length && to < nodes.length && from !== to);
    return aDocument({
      nodes,
      edges: ends.map(([from, to], index) => anEdge({ id: `e${index}`, from: `n${from}`, to: `n${to}` })),
    });
  });

function routed(document: DiagramDocument): DiagramDocument {
  const router = createRouter();
  router.apply(document);
  return applyEdit(document, 'edges.route', router.routeAgain(document.edges.keys(), plainLook));
}

function runsThrough(a: Point, b: Point, box: Box): boolean {
  const inner = grow(box, -0.5);
  return (
    Math.min(a.x, b.x) < inner.x + inner.width &&
    Math.max(a.x, b.x) > inner.x &&
    Math.min(a.y, b.y) < inner.y + inner.height &&
    Math.max(a.y, b.y) > inner.y
  );
}

test('lines are orthogonal, end at their nodes and run through no other', () => {
  fc.assert(
    fc.property(documentArbitrary, (document) => {
      const next = routed(document);
      for (const edge of next.edges.values()) {
        const route = edgeRoute(next, edge);
        expect(route).not.toBeNull();
        for (const { from, to } of segmentsOf(route?.points ?? [])) {
          expect(from.x === to.x || from.y === to.y).toBe(true);
          for (const node of next.nodes.values()) {
            if (node.id === edge.from.nodeId || node.id === edge.to.nodeId) continue;
            expect(runsThrough(from, to, boxOfNode(next.nodes, node)), `${edge.id} through ${node.id}`).toBe(false);
          }
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('a way that was found is drawn: it fits its ends as it is stored', () => {
  fc.assert(
    fc.property(documentArbitrary, (document) => {
      const router = createRouter();
      router.apply(document);
      const { routes } = router.routeAgain(document.edges.keys(), plainLook);
      const next = applyEdit(document, 'edges.route', { routes });
      for (const [id, way] of routes) {
        const edge = next.edges.get(id);
        if (way === null || edge === undefined) continue;
        const points = edgeRoute(next, edge)?.points ?? [];
        expect(points.slice(1, -1)).toEqual(way.slice(1, -1));
      }
    }),
    { numRuns: 60 },
  );
});
