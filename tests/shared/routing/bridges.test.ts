import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { diffDocuments } from '../../../shared/file/journal';
import type { DiagramDocument } from '../../../shared/model/document';
import { edgeRoute } from '../../../shared/picture/edgeRoute';
import { createRouter } from '../../../shared/routing/router';
import { mustGet } from '../../../shared/util/invariant';
import { aDocument, aNode, anEdge, edgeId, nodeId } from '../../support/builders';

const look = { bridges: true, legend: false };
const [level, upright] = [edgeId('level'), edgeId('upright')];

/** A line from left to right that another one from top to bottom crosses at (300, 130). */
const crossed = aDocument({
  look,
  nodes: [
    aNode('task', { id: 'left', x: 0, y: 100, width: 100, height: 60 }),
    aNode('task', { id: 'right', x: 500, y: 100, width: 100, height: 60 }),
    aNode('task', { id: 'top', x: 250, y: -200, width: 100, height: 60 }),
    aNode('task', { id: 'bottom', x: 250, y: 400, width: 100, height: 60 }),
  ],
  edges: [anEdge({ id: 'level', from: 'left', to: 'right' }), anEdge({ id: 'upright', from: 'top', to: 'bottom' })],
});

/** What the bridges of a document become by a change of it. */
function changed(before: DiagramDocument, after: DiagramDocument): DiagramDocument {
  const router = createRouter();
  router.apply(before);
  router.route({ nodes: new Map(), edges: new Map() }, before.look);
  return applyEdit(after, 'edges.route', router.route(diffDocuments(before, after), after.look));
}

const switchedOn = changed({ ...crossed, look: { bridges: false, legend: false } }, crossed);
const bridgesOf = (document: DiagramDocument, id: typeof level) => mustGet(document.edges, id).bridges;

describe('where two lines cross', () => {
  test('the level one passes over the upright one, once that is asked for', () => {
    expect(bridgesOf(switchedOn, level)).toEqual([{ x: 300, y: 130 }]);
    expect(bridgesOf(switchedOn, upright)).toBeUndefined();
    const d = edgeRoute(switchedOn, mustGet(switchedOn.edges, level))?.d ?? '';
    // Up to 5 above the line and down again.
    expect(d).toMatch(/^M100 130L295 130C295 127\.24 297\.24 125 300 125C302\.76 125 305 127\.24 305 130L/);
  });

  test('the bridge goes when the other line goes elsewhere, and comes where it goes', () => {
    const moved = applyEdit(switchedOn, 'nodes.move', { ids: [nodeId('top'), nodeId('bottom')], by: { x: 100, y: 0 } });
    expect(bridgesOf(changed(switchedOn, moved), level)).toEqual([{ x: 400, y: 130 }]);
    const removed = applyEdit(switchedOn, 'elements.remove', { nodes: [], edges: [upright] });
    expect(bridgesOf(changed(switchedOn, removed), level)).toBeUndefined();
  });

  test('switched off, no line has one, and undoing is a matter of the old document', () => {
    const off = applyEdit(switchedOn, 'document.setLook', { look: { bridges: false, legend: false } });
    expect([...off.edges.values()].filter((edge) => edge.bridges !== undefined)).toEqual([]);
    expect(off.look.bridges).toBe(false);
  });

  test('what comes from a document with bridges into one without has none', () => {
    const plain = aDocument({ nodes: [...crossed.nodes.values()] });
    const pasted = applyEdit(plain, 'edges.add', { edges: [...switchedOn.edges.values()] });
    expect(bridgesOf(pasted, level)).toBeUndefined();
    expect(pasted.edges.size).toBe(2);
  });
});

test('lines close to each other are passed over by one bridge', () => {
  const route = edgeRoute(crossed, {
    ...mustGet(crossed.edges, level),
    bridges: [
      { x: 300, y: 130 },
      { x: 308, y: 130 },
    ],
  });
  expect(route?.d).toContain('300 125L308 125C');
});

test('a bridge that lies on no piece of the line any more, or too near to its end, is not drawn', () => {
  const route = (x: number, y: number) =>
    edgeRoute(crossed, { ...mustGet(crossed.edges, level), bridges: [{ x, y }] })?.d;
  expect(route(300, 150)).not.toContain('C');
  expect(route(105, 130)).not.toContain('C');
  expect(route(300, 130)).toContain('C');
});
