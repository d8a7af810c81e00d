import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { diffDocuments } from '../../../shared/file/journal';
import { intersects } from '../../../shared/geometry/box';
import { type DiagramDocument, type DiagramEdge, plainLook } from '../../../shared/model/document';
import { boxOfNode } from '../../../shared/model/query';
import { edgeLabelBox } from '../../../shared/picture/edgeMarks';
import { edgeRoute } from '../../../shared/picture/edgeRoute';
import { createRouter } from '../../../shared/routing/router';
import { invariant, mustGet } from '../../../shared/util/invariant';
import { aDocument, anEdge, aTask, edgeId, nodeId } from '../../support/builders';

function found(document: DiagramDocument, next: DiagramDocument): DiagramDocument {
  const router = createRouter();
  router.apply(document);
  return applyEdit(next, 'edges.route', router.route(diffDocuments(document, next), plainLook));
}

const edgeOf = ({ edges }: DiagramDocument, id = 'edge') => mustGet(edges, edgeId(id));

function labelOf(document: DiagramDocument, edge: DiagramEdge) {
  const route = edgeRoute(document, edge);
  invariant(route !== null, 'both ends are there');
  const box = edgeLabelBox(edge, 'en', route);
  invariant(box !== null, 'it has a label');
  return box;
}

/** A straight line from top to bottom with its label in the middle, and a step beside it. */
const start = aDocument({
  nodes: [
    aTask({ id: 'a', x: 0, y: 0 }),
    aTask({ id: 'b', x: 0, y: 400 }),
    aTask({ id: 'c', x: 300, y: 200 }),
    aTask({ id: 'd', x: 300, y: 0 }),
  ],
  edges: [anEdge({ label: { en: 'The quarterly report', ko: '분기 보고서' } })],
});
/** The step comes so near that the label would lie under it, but not its line. */
const near = applyEdit(start, 'nodes.move', { ids: [nodeId('c')], by: { x: -210, y: 0 } });

describe('a label', () => {
  test('slides along its line from under a step, in every language, and back when the step goes away', () => {
    const next = found(start, near);
    const c = boxOfNode(next.nodes, mustGet(next.nodes, nodeId('c')));
    expect(intersects(labelOf(near, edgeOf(near)), c)).toBe(true);
    expect(intersects(labelOf(next, edgeOf(next)), c)).toBe(false);
    expect(edgeOf(next).labelAt).toBe(0.5);
    const away = found(next, applyEdit(next, 'nodes.move', { ids: [nodeId('c')], by: { x: 210, y: 0 } }));
    expect(edgeOf(away).labelSpot).toBeUndefined();
  });

  test('stays where it ought to sit while it can be read there', () => {
    const next = applyEdit(start, 'nodes.move', { ids: [nodeId('c')], by: { x: 0, y: 40 } });
    expect(found(start, next)).toBe(next);
  });

  test('keeps off another label', () => {
    const text = 'Report';
    const across = anEdge({ id: 'across', from: 'e', to: 'c', label: text, labelAt: 0.5 });
    const both = aDocument({
      nodes: [...start.nodes.values(), aTask({ id: 'e', x: -300, y: 200 })],
      edges: [...start.edges.values()],
    });
    const next = applyEdit(both, 'edges.add', { edges: [across] });
    expect(intersects(labelOf(next, edgeOf(next)), labelOf(next, edgeOf(next, 'across')))).toBe(true);
    const routed = found(both, next);
    expect(intersects(labelOf(routed, edgeOf(routed)), labelOf(routed, edgeOf(routed, 'across')))).toBe(false);
  });

  test('that somebody moves is placed anew', () => {
    const next = found(start, near);
    expect(edgeOf(next).labelSpot).toBeDefined();
    const moved = applyEdit(next, 'edges.set', { ids: [edgeId('edge')], patch: { labelAt: 0.1 } });
    expect(edgeOf(moved).labelSpot).toBeUndefined();
    expect(found(next, moved)).toBe(moved);
  });
});
