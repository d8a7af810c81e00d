import { describe, expect, test } from 'vitest';
import { createSceneIndex, type SceneIndex } from '../../renderer/canvas/overview/sceneIndex';
import type { EditArgs, EditName } from '../../shared/edits/args';
import { applyEdit } from '../../shared/edits/index';
import { contains, grow } from '../../shared/geometry/box';
import type { DiagramDocument } from '../../shared/model/document';
import { byPainting } from '../../shared/model/paintingOrder';
import { boxOfNode } from '../../shared/model/query';
import { settleMap } from '../../shared/util/patchedMap';
import { generateDiagram } from '../bench/generateDiagram';
import { anEdge, nodeId } from '../support/builders';

const start = generateDiagram(120);
const everywhere = grow({ x: 0, y: 0, width: 0, height: 0 }, 20_000);

/** As a step of the history leaves it. */
function edited<K extends EditName>(document: DiagramDocument, name: K, args: EditArgs[K]): DiagramDocument {
  const { nodes, edges, ...rest } = applyEdit(document, name, args);
  return { ...rest, nodes: settleMap(nodes), edges: settleMap(edges) };
}

/** All that an index knows, whatever the order in which it came to know it. */
function contents(index: SceneIndex) {
  return index.search(everywhere).map(({ type, id, box, layer }) => `${layer} ${type} ${id} ${JSON.stringify(box)}`);
}

const ids = [nodeId('step-17')];
const cases: readonly (readonly [string, (document: DiagramDocument) => DiagramDocument])[] = [
  ['a step is moved', (document) => edited(document, 'nodes.move', { ids, by: { x: 700, y: -90 } })],
  [
    'a lane is moved with its steps',
    (document) => edited(document, 'nodes.move', { ids: [nodeId('lane-3')], by: { x: 40, y: 9 } }),
  ],
  ['a step changes its lane', (document) => edited(document, 'nodes.reparent', { ids, parentId: nodeId('lane-7') })],
  ['a step goes', (document) => edited(document, 'elements.remove', { nodes: ids, edges: [] })],
  ['a lane goes', (document) => edited(document, 'elements.remove', { nodes: [nodeId('lane-2')], edges: [] })],
];

describe('an index that follows a document', () => {
  for (const [what, edit] of cases) {
    test(`knows the same as one made anew: ${what}, and is undone`, () => {
      const index = createSceneIndex(start);
      const next = edit(start);
      expect(next).not.toBe(start);
      index.update(next);
      expect(contents(index).sort()).toEqual(contents(createSceneIndex(next)).sort());
      index.update(start);
      expect(contents(index).sort()).toEqual(contents(createSceneIndex(start)).sort());
    });
  }

  test('tells where to paint again: around the old place and the new one, and nowhere else', () => {
    const index = createSceneIndex(start);
    const next = edited(start, 'nodes.move', { ids, by: { x: 700, y: -90 } });
    const changed = index.update(next) ?? [];
    for (const document of [start, next]) {
      const node = document.nodes.get(nodeId('step-17'));
      if (node === undefined) throw new Error('the step is gone');
      const box = boxOfNode(document.nodes, node);
      const corner = { x: box.x + box.width, y: box.y };
      expect(changed.some((entry) => contains(entry.box, box) && contains(entry.box, corner))).toBe(true);
    }
    expect(changed.length).toBeLessThan(30);
  });

  test('answers edges as pictures paint them, also one that came later', () => {
    const later = edited(start, 'edges.add', { edges: [anEdge({ id: 'a-first', from: 'step-1', to: 'step-2' })] });
    const index = createSceneIndex(start);
    index.update(later);
    const found = index.search(everywhere).filter(({ type }) => type === 'edge');
    expect(found.map(({ id }) => id)).toEqual([...later.edges.values()].sort(byPainting).map(({ id }) => id));
    expect(found[0]?.id).toBe('a-first');
  });

  test('answers what lies in a box, containers first, then edges, then steps', () => {
    const found = createSceneIndex(start).search({ x: 300, y: 100, width: 400, height: 200 });
    const layers = found.map(({ layer }) => layer);
    expect(layers).toEqual([...layers].sort());
    expect(new Set(layers)).toEqual(new Set([0, 1, 2]));
    expect(found.length).toBeLessThan(createSceneIndex(start).search(everywhere).length / 2);
  });
});
