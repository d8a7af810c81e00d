import { describe, expect, it } from 'vitest';
import { createFlowModel, type ElementNames, type FlowInput } from '../../renderer/canvas/flowModel';
import { visibleIds, windowFor } from '../../renderer/canvas/visible';
import { applyEdit } from '../../shared/edits/index';
import { emptySelection } from '../../shared/history/history';
import type { DiagramDocument } from '../../shared/model/document';
import { textIn } from '../../shared/model/localizedText';
import { pictureOf } from '../../shared/picture/picture';
import { aDocument, aLane, anEdge, aTask, edgeId, nodeId } from '../support/builders';

const names: ElementNames = {
  nodeRole: 'node',
  edgeRole: 'edge',
  node: ({ node }) => textIn(node.label, 'en'),
  edge: (edge) => edge.id,
};

const start = aDocument({
  nodes: [
    aLane({ id: 'lane', x: 0, y: 0, width: 600, height: 100 }),
    aTask({ id: 'a', label: 'A', parentId: 'lane', x: 140, y: 20, z: 2 }),
    aTask({ id: 'b', label: 'B', parentId: 'lane', x: 400, y: 20, z: 1 }),
    aTask({ id: 'c', label: 'C', x: 0, y: 300 }),
    aTask({ id: 'far', label: 'Far', x: 5000, y: 0 }),
  ],
  edges: [
    anEdge({ id: 'ab', from: 'a', to: 'b' }),
    anEdge({ id: 'bc', from: 'b', to: 'c' }),
    anEdge({ id: 'c-far', from: 'c', to: 'far' }),
  ],
});

function inputFor(base: DiagramDocument, shown = base, fields: Partial<FlowInput> = {}): FlowInput {
  return { base, shown, visible: everything, selection: emptySelection, editing: null, names, ...fields };
}
const everything = visibleIds(start, null);

describe('what React Flow is handed', () => {
  it('is the same again for everything that a drag does not touch', () => {
    const model = createFlowModel();
    const before = model.show(inputFor(start));
    const dragged = applyEdit(start, 'nodes.move', { ids: [nodeId('a')], by: { x: 40, y: 0 } });
    const during = model.show(inputFor(start, dragged));

    const changed = during.nodes.filter((node, index) => node !== before.nodes[index]).map(({ id }) => id);
    expect(changed).toEqual(['a']);
    expect(during.nodes.find(({ id }) => id === 'a')?.position.x).toBe(180);
    expect(during.edges).toBe(before.edges);
    // The document the drag began with is shown again when it is given up.
    const after = model.show(inputFor(start));
    expect(after.nodes.map(({ position }) => position)).toEqual(before.nodes.map(({ position }) => position));
  });

  it('tells the views of exactly those lines that run differently', () => {
    const model = createFlowModel();
    model.show(inputFor(start));
    model.feed.publish();
    const told: string[] = [];
    for (const id of start.edges.keys()) model.feed.subscribe(id, () => told.push(id));
    model.show(inputFor(start, applyEdit(start, 'nodes.move', { ids: [nodeId('a')], by: { x: 0, y: 8 } })));
    model.feed.publish();
    expect(told).toEqual(['ab']);
  });

  it('moves what lies in a dragged lane although its records stay', () => {
    const model = createFlowModel();
    model.show(inputFor(start));
    const dragged = applyEdit(start, 'nodes.move', { ids: [nodeId('lane')], by: { x: 0, y: 50 } });
    expect(dragged.nodes.get(nodeId('a'))).toBe(start.nodes.get(nodeId('a')));
    const { nodes } = model.show(inputFor(start, dragged));
    expect(nodes.find(({ id }) => id === 'a')?.position).toEqual({ x: 140, y: 70 });
    expect(model.feed.get(edgeId('ab'))?.route.start.point.y).toBe(70 + 28);
  });

  it('is painted in the order of pictures', () => {
    const { nodes } = createFlowModel().show(inputFor(start));
    const layers = nodes.map(({ zIndex }) => zIndex);
    expect(layers).toEqual([...layers].sort());
    const places = pictureOf(start, { language: 'en' })
      .scenes.map(({ at }) => `${at.x},${at.y}`)
      .filter((at) => at !== '0,0');
    const shown = nodes.map(({ position }) => `${position.x},${position.y}`).filter((at) => at !== '0,0');
    expect(shown).toEqual(places);
    const said = applyEdit(start, 'edges.set', { ids: [edgeId('ab')], patch: { label: 'first' } });
    const model = createFlowModel();
    model.show(inputFor(start));
    const labelled = model.show(inputFor(said));
    const layerOf = new Map(labelled.edges.map(({ id, zIndex = 0 }) => [id, zIndex]));
    expect(layerOf.get('ab')).toBeGreaterThan(layerOf.get('bc') ?? 9);
    expect(layerOf.get('ab')).toBeLessThan(Math.max(...layers.map((layer) => layer ?? 0)));
    const reversed = { ...start, edges: new Map([...start.edges].reverse()) };
    const { edges } = createFlowModel().show(inputFor(reversed, reversed, { visible: visibleIds(reversed, null) }));
    expect(edges.map(({ id }) => id)).toEqual(['ab', 'bc', 'c-far']);
  });

  it('holds what is in view and the far ends of lines that cross it', () => {
    const visible = visibleIds(start, { x: -50, y: 250, width: 400, height: 200 });
    const { nodes, edges } = createFlowModel().show(inputFor(start, start, { visible }));
    expect(nodes.map(({ id }) => id).sort()).toEqual(['b', 'c', 'far']);
    expect(edges.map(({ id }) => id).sort()).toEqual(['bc', 'c-far']);
  });

  it('takes in what a gesture adds, on top', () => {
    const model = createFlowModel();
    model.show(inputFor(start));
    const added = applyEdit(start, 'nodes.add', {
      nodes: [aTask({ id: 'new', x: 200, y: 300 })],
      edges: [anEdge({ id: 'c-new', from: 'c', to: 'new' })],
    });
    const { nodes, edges } = model.show(inputFor(start, added));
    expect(nodes.at(-1)?.id).toBe('new');
    expect(edges.at(-1)?.id).toBe('c-new');
    expect(model.show(inputFor(start)).nodes).toHaveLength(start.nodes.size);
  });

  it('lets the one selected node take the text that is typed, and none of several', () => {
    const model = createFlowModel();
    const takesText = (...ids: string[]) =>
      model
        .show(inputFor(start, start, { selection: { nodes: new Set(ids.map(nodeId)), edges: new Set() } }))
        .nodes.filter(({ data }) => data.takesText)
        .map(({ id }) => id);
    expect(takesText('a')).toEqual(['a']);
    expect(takesText('a', 'b')).toEqual([]);
  });
});

describe('the part of a large diagram that is kept in the page', () => {
  const view = { x: 0, y: 0, width: 1000, height: 600 };

  it('stays while one looks around inside it, and moves on when the view leaves it', () => {
    const window = windowFor(view, null);
    expect(windowFor({ ...view, x: 400 }, window)).toBe(window);
    expect(windowFor({ ...view, x: 600 }, window)).not.toBe(window);
  });

  it('shrinks when one zooms in far', () => {
    const window = windowFor(view, null);
    expect(windowFor({ x: 100, y: 100, width: 400, height: 240 }, window)).not.toBe(window);
  });
});
