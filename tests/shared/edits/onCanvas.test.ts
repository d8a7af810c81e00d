import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { type Box, type Point, plus } from '../../../shared/geometry/box';
import type { DiagramDocument } from '../../../shared/model/document';
import { hidesNodes } from '../../../shared/model/hidden';
import type { EdgeId, NodeId } from '../../../shared/model/ids';
import { ancestorsOf, boxOfNode, waypointsOf } from '../../../shared/model/query';
import { mustGet } from '../../../shared/util/invariant';
import { coordinateArbitrary, documentArbitrary } from '../../support/arbitraries';

/** Where everything is on the canvas, whatever container it is measured from. */
function boxesOf({ nodes }: DiagramDocument): ReadonlyMap<NodeId, Box> {
  return new Map([...nodes.values()].map((node) => [node.id, boxOfNode(nodes, node)]));
}
function bendsOf({ nodes, edges }: DiagramDocument): ReadonlyMap<EdgeId, readonly Point[]> {
  return new Map([...edges.values()].map((edge) => [edge.id, waypointsOf(nodes, edge)]));
}
const someOf = (ids: Iterable<NodeId>, generate: fc.GeneratorValue) => [...ids].filter(() => generate(fc.boolean));
const offsetArbitrary = fc.record({ x: coordinateArbitrary, y: coordinateArbitrary });
const numRuns = 500;

describe('on the canvas', () => {
  test('a move takes the nodes, what lies in them and bends between them along, and nothing else', () => {
    fc.assert(
      fc.property(documentArbitrary, offsetArbitrary, fc.gen(), (document, by, generate) => {
        const chosen = new Set(someOf(document.nodes.keys(), generate));
        const next = applyEdit(document, 'nodes.move', { ids: [...chosen], by });
        const goes = (id: NodeId) => [id, ...ancestorsOf(document.nodes, id)].some((around) => chosen.has(around));
        for (const [id, box] of boxesOf(document)) {
          expect(boxesOf(next).get(id)).toEqual(goes(id) ? { ...box, ...plus(box, by) } : box);
        }
        for (const [id, bends] of bendsOf(document)) {
          const { from, to } = mustGet(document.edges, id);
          const isCarried = goes(from.nodeId) && goes(to.nodeId);
          expect(bendsOf(next).get(id)).toEqual(isCarried ? bends.map((bend) => plus(bend, by)) : bends);
        }
      }),
      { numRuns },
    );
  });

  test('a move changes the records of the outermost moved nodes alone', () => {
    fc.assert(
      fc.property(documentArbitrary, fc.gen(), (document, generate) => {
        const chosen = new Set(someOf(document.nodes.keys(), generate));
        const next = applyEdit(document, 'nodes.move', { ids: [...chosen], by: { x: 7, y: 3 } });
        const isOutermost = (id: NodeId) => !ancestorsOf(document.nodes, id).some((around) => chosen.has(around));
        for (const [id, node] of document.nodes) {
          if (!chosen.has(id) || !isOutermost(id)) expect(next.nodes.get(id)).toBe(node);
          else expect(next.nodes.get(id)).toEqual({ ...node, x: node.x + 7, y: node.y + 3 });
        }
        expect(next.roles).toBe(document.roles);
      }),
      { numRuns },
    );
  });

  test('moving one node changes exactly one record when no bent edge leads from it into itself', () => {
    fc.assert(
      fc.property(documentArbitrary, fc.gen(), (document, generate) => {
        if (document.nodes.size === 0) return;
        const id = generate(fc.constantFrom<NodeId[]>, ...document.nodes.keys());
        const isWithin = (end: NodeId) => end === id || ancestorsOf(document.nodes, end).includes(id);
        const isNear = (end: NodeId) => end === id;
        const crossing = [...document.edges.values()].some(
          ({ from, to }) => isWithin(from.nodeId) && isWithin(to.nodeId) && (isNear(from.nodeId) || isNear(to.nodeId)),
        );
        const next = applyEdit(document, 'nodes.move', { ids: [id], by: { x: 1, y: 0 } });
        expect([...next.nodes].filter(([key, node]) => node !== document.nodes.get(key))).toHaveLength(1);
        if (!crossing) expect(next.edges).toBe(document.edges);
      }),
      { numRuns },
    );
  });

  test('a change of container leaves everything where it is', () => {
    fc.assert(
      fc.property(documentArbitrary, fc.gen(), (document, generate) => {
        const ids = someOf(document.nodes.keys(), generate);
        const parentId = generate(fc.constantFrom<(NodeId | null)[]>, null, ...document.nodes.keys());
        const next = applyEdit(document, 'nodes.reparent', { ids, parentId });
        expect(boxesOf(next)).toEqual(boxesOf(document));
        expect(bendsOf(next)).toEqual(bendsOf(document));
      }),
      { numRuns },
    );
  });

  test('a resize from any side leaves what lies in the container and all bends where they are', () => {
    fc.assert(
      fc.property(documentArbitrary, offsetArbitrary, fc.gen(), (document, by, generate) => {
        // What a closed container hides goes with it.
        fc.pre(!hidesNodes(document.nodes));
        const resized = someOf(document.nodes.keys(), generate);
        const before = boxesOf(document);
        const boxes = new Map(
          resized.map((id) => {
            const box = mustGet(before, id);
            return [id, { ...plus(box, by), width: box.width + 8, height: box.height }] as const;
          }),
        );
        const next = applyEdit(document, 'nodes.place', { boxes });
        for (const [id, box] of before) expect(boxesOf(next).get(id)).toEqual(boxes.get(id) ?? box);
        expect(bendsOf(next)).toEqual(bendsOf(document));
      }),
      { numRuns },
    );
  });

  test('an alignment puts each node where it is told and takes the content of containers along', () => {
    fc.assert(
      fc.property(documentArbitrary, fc.gen(), (document, generate) => {
        const before = boxesOf(document);
        const boxes = new Map(
          someOf(document.nodes.keys(), generate).map((id) => [id, { ...mustGet(before, id), x: -50 }] as const),
        );
        const next = applyEdit(document, 'nodes.place', { boxes });
        const after = boxesOf(next);
        for (const [id, box] of boxes) expect(after.get(id)).toEqual(box);
        for (const [id, node] of document.nodes) if (!boxes.has(id)) expect(next.nodes.get(id)).toBe(node);
      }),
      { numRuns },
    );
  });

  test('removing takes what lies inside and every edge at it, and moves nothing else', () => {
    fc.assert(
      fc.property(documentArbitrary, fc.gen(), (document, generate) => {
        const ids = new Set(someOf(document.nodes.keys(), generate));
        const next = applyEdit(document, 'elements.remove', { nodes: [...ids], edges: [] });
        const goes = (id: NodeId) => [id, ...ancestorsOf(document.nodes, id)].some((around) => ids.has(around));
        for (const [id, node] of document.nodes) expect(next.nodes.get(id)).toBe(goes(id) ? undefined : node);
        for (const [id, edge] of document.edges) {
          const isLost = goes(edge.from.nodeId) || goes(edge.to.nodeId);
          expect(next.edges.get(id)).toBe(isLost ? undefined : edge);
        }
        for (const [id, box] of boxesOf(next)) expect(box).toEqual(boxesOf(document).get(id));
        for (const [id, bends] of bendsOf(next)) expect(bends).toEqual(bendsOf(document).get(id));
      }),
      { numRuns },
    );
  });

  test('a node that becomes another kind keeps its content, if it has any, in place', () => {
    fc.assert(
      fc.property(documentArbitrary, fc.gen(), (document, generate) => {
        const ids = someOf(document.nodes.keys(), generate);
        const kind = generate(fc.constantFrom<['task', 'note', 'lane', 'group']>, 'task', 'note', 'lane', 'group');
        const next = applyEdit(document, 'nodes.changeKind', { ids, kind });
        const changed = new Set(ids);
        for (const [id, box] of boxesOf(document)) if (!changed.has(id)) expect(boxesOf(next).get(id)).toEqual(box);
        for (const [id, bends] of bendsOf(next)) expect(bends).toEqual(bendsOf(document).get(id));
      }),
      { numRuns },
    );
  });
});
