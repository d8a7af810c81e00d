import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../../shared/edits/index';
import { centerOf, contains } from '../../../../shared/geometry/box';
import { arrangeAgain } from '../../../../shared/layout/views/arrangeAgain';
import { arrangeAs, meaningAt } from '../../../../shared/layout/views/arrangeAs';
import { type ViewId, viewIds } from '../../../../shared/layout/views/index';
import { isMadeByView } from '../../../../shared/layout/views/madeLanes';
import { placeBeside } from '../../../../shared/layout/views/placeBeside';
import { isStepKind } from '../../../../shared/layout/views/stepKinds';
import type { DiagramDocument } from '../../../../shared/model/document';
import { boxOfNode, roleOfNode } from '../../../../shared/model/query';
import { mustGet } from '../../../../shared/util/invariant';
import { documentArbitrary } from '../../../support/arbitraries';
import { aDocument, aLane, aNode, anEdge, aRole, aTask, nodeId } from '../../../support/builders';
import { deepFreeze } from '../../../support/deepFreeze';
import { editArgsArbitraries } from '../../../support/editArbitraries';

const stage = (id: string, x: number) => aNode('stage', { id, label: id, x, y: 0, width: 200, height: 400 });
const end = (id: string) => ({ nodeId: nodeId(id), side: 'auto' as const, at: 0.5 });

/** Two roles, two stages; `stray` is nobody's and before the first stage, `note` belongs to the free picture. */
const plan = deepFreeze(
  aDocument({
    roles: [aRole({ id: 'de', order: 1 }), aRole({ id: 'ds', order: 2 })],
    nodes: [
      stage('build', 400),
      stage('collect', 200),
      aLane({ id: 'lane-de', roleId: 'de', x: 0, y: 50, width: 700, height: 120 }),
      aTask({ id: 'pipeline', parentId: 'lane-de', x: 250, y: 30, width: 100, height: 60 }),
      aTask({ id: 'train', roleId: 'ds', x: 450, y: 200, width: 100, height: 60 }),
      aTask({ id: 'stray', x: 20, y: 300, width: 100, height: 60 }),
      aNode('note', { id: 'note', x: 20, y: 380 }),
    ],
    edges: [anEdge({ id: 'e', from: end('pipeline'), to: end('train') })],
  }),
);

function placesIn(view: ViewId, document: DiagramDocument = plan) {
  const arranged = arrangeAs(document, view);
  return Object.fromEntries(
    [...arranged.nodes.values()]
      .filter(({ kind }) => isStepKind(kind))
      .map((node) => [node.id, meaningAt(view, arranged, boxOfNode(arranged.nodes, node))]),
  );
}

describe('a document in the order of a view', () => {
  test('roles × stages: each step in the one cell of its role and its stage', () => {
    expect(placesIn('grid')).toEqual({
      pipeline: { roleId: 'de', stageId: 'collect' },
      train: { roleId: 'ds', stageId: 'build' },
      stray: { roleId: null, stageId: null },
    });
  });

  test('by role and by stage', () => {
    expect(placesIn('roles')).toEqual({
      pipeline: { roleId: 'de' },
      train: { roleId: 'ds' },
      stray: { roleId: null },
    });
    expect(placesIn('stages')).toEqual({
      pipeline: { stageId: 'collect' },
      train: { stageId: 'build' },
      stray: { stageId: null },
    });
  });

  test('lanes come in the order of the roles, stages in that of the drawing; one is there for what has none', () => {
    const lanes = (view: ViewId) => [...arrangeAs(plan, view).nodes.values()].filter(({ kind }) => kind === 'lane');
    expect(
      lanes('roles')
        .sort((a, b) => a.y - b.y)
        .map(({ id }) => id),
    ).toEqual(['~de', '~ds', '~']);
    expect(
      lanes('stages')
        .sort((a, b) => a.x - b.x)
        .map(({ label }) => label),
    ).toEqual([{ en: 'Without a stage', ko: '단계 구분 없음' }, 'collect', 'build']);
  });

  test('without stages, lanes that are no role’s are the stages', () => {
    const phases = aDocument({
      nodes: [
        aLane({ id: 'first', x: 0, y: 0, width: 300, height: 100 }),
        aLane({ id: 'second', x: 0, y: 100, width: 300, height: 100 }),
        aTask({ id: 'a', parentId: 'second', x: 150, y: 20 }),
      ],
    });
    expect(placesIn('stages', phases)).toEqual({ a: { stageId: 'second' } });
  });

  test('what was drawn around steps is left out; a step keeps all but its place, and says whose it is', () => {
    const { nodes, edges } = arrangeAs(plan, 'stages');
    expect(['lane-de', 'note', 'collect'].filter((id) => nodes.has(nodeId(id)))).toEqual([]);
    expect(mustGet(nodes, nodeId('pipeline'))).toMatchObject({ width: 100, height: 60, roleId: 'de' });
    expect([...edges.keys()]).toEqual(['e']);
  });

  test('arrow keys lead to the lane or stage beside, and nowhere at the end', () => {
    const arranged = arrangeAs(plan, 'grid');
    const box = boxOfNode(arranged.nodes, mustGet(arranged.nodes, nodeId('pipeline')));
    const to = (x: number, y: number) => {
      const point = placeBeside('grid', arranged, box, { x, y });
      return point === null ? null : meaningAt('grid', arranged, { ...point, width: 0, height: 0 });
    };
    expect(to(0, 1)).toEqual({ roleId: 'ds', stageId: 'collect' });
    expect(to(1, 0)).toEqual({ roleId: 'de', stageId: 'build' });
    expect([to(0, -1), to(-1, 0)]).toEqual([null, null]);
  });

  test.each(viewIds)('any document: every step lies in exactly one lane, its own role’s (%s)', (view) => {
    fc.assert(
      fc.property(documentArbitrary, (document) => {
        const arranged = arrangeAs(document, view);
        const lanes = [...arranged.nodes.values()].filter(({ id }) => isMadeByView(id));
        for (const node of document.nodes.values()) {
          const shown = arranged.nodes.get(node.id);
          if (!isStepKind(node.kind)) continue;
          const middle = centerOf(boxOfNode(arranged.nodes, mustGet(arranged.nodes, node.id)));
          const around = lanes.filter((lane) => contains(lane, middle)).map(({ id }) => id);
          expect(around).toEqual([shown?.parentId]);
          expect(shown && roleOfNode(arranged, shown)?.id).toBe(roleOfNode(document, node)?.id);
        }
      }),
    );
  });

  test.each(Object.keys(editArgsArbitraries) as (keyof typeof editArgsArbitraries)[])(
    'after %s the view is what it would be anew, and keeps the records that stay',
    (name) => {
      const changed = documentArbitrary.chain((document) =>
        fc.tuple(fc.constant(document), editArgsArbitraries[name](document), fc.constantFrom(...viewIds)),
      );
      fc.assert(
        fc.property(changed, ([document, args, view]) => {
          const source = applyEdit(document, name, args as never);
          const before = arrangeAs(document, view);
          const again = arrangeAgain({ source: document, document: before }, source, view);
          const anew = arrangeAs(source, view);
          expect(new Map(again.nodes)).toEqual(new Map(anew.nodes));
          expect([...again.edges.keys()].sort()).toEqual([...anew.edges.keys()].sort());
          expect(again.roles).toBe(source.roles);
          if (source === document)
            expect([...again.nodes.values()].every((node) => before.nodes.get(node.id) === node)).toBe(true);
        }),
        { numRuns: 30 },
      );
    },
  );
});
