import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EditArgs } from '../../../shared/edits/args';
import { applyEdit } from '../../../shared/edits/index';
import { intersects } from '../../../shared/geometry/box';
import { kindOf } from '../../../shared/kinds/index';
import type { DiagramDocument, DiagramNode } from '../../../shared/model/document';
import type { NodeId } from '../../../shared/model/ids';
import { boxOfNode, byStacking } from '../../../shared/model/query';
import { documentArbitrary } from '../../support/arbitraries';
import { aDocument, aLane, aTask, nodeId } from '../../support/builders';

type To = EditArgs['nodes.restack']['to'];

const ids = (names: string) => [...names].map(nodeId);
/** Tasks named by the letters, lowest first, all over each other. */
const pile = (letters: string) => aDocument({ nodes: [...letters].map((id, z) => aTask({ id, z })) });
const orderIn = (document: DiagramDocument) =>
  [...document.nodes.values()]
    .sort(byStacking)
    .map(({ id }) => id)
    .join('');

describe('in a pile', () => {
  const pushed = (names: string, to: To) => orderIn(applyEdit(pile('abcde'), 'nodes.restack', { ids: ids(names), to }));

  test('nodes come to the front or the back together, in their order', () => {
    expect(pushed('b', 'front')).toBe('acdeb');
    expect(pushed('bd', 'front')).toBe('acebd');
    expect(pushed('d', 'back')).toBe('dabce');
    expect(pushed('bd', 'back')).toBe('bdace');
  });

  test('one step forward or backward passes one neighbour', () => {
    expect(pushed('b', 'forward')).toBe('acbde');
    expect(pushed('d', 'backward')).toBe('abdce');
    expect(pushed('bc', 'forward')).toBe('adbce');
    expect(pushed('cd', 'backward')).toBe('acdbe');
  });

  test('the topmost cannot go further up nor the lowest further down', () => {
    const document = pile('abc');
    for (const to of ['front', 'forward'] as const) {
      expect(applyEdit(document, 'nodes.restack', { ids: ids('c'), to })).toBe(document);
      expect(applyEdit(document, 'nodes.restack', { ids: ids('bc'), to })).toBe(document);
    }
    for (const to of ['back', 'backward'] as const) {
      expect(applyEdit(document, 'nodes.restack', { ids: ids('a'), to })).toBe(document);
    }
  });
});

test('one step forward passes the next node that overlaps, not one elsewhere that nobody compares it with', () => {
  const document = aDocument({
    nodes: [aTask({ id: 'a', z: 0 }), aTask({ id: 'far', z: 1, x: 900 }), aTask({ id: 'near', z: 2, x: 20 })],
  });
  const next = applyEdit(document, 'nodes.restack', { ids: [nodeId('a')], to: 'forward' });
  expect([...next.nodes.values()].sort(byStacking).map(({ id }) => id)).toEqual(['far', 'near', 'a']);
  expect(next.nodes.get(nodeId('far'))).toBe(document.nodes.get(nodeId('far')));
  const alone = applyEdit(document, 'nodes.restack', { ids: [nodeId('far')], to: 'backward' });
  expect(alone).toBe(document);
});

test('one step forward lifts what lies on the one that was passed, so that this stays on top', () => {
  // a under b under c; c covers both, with no room between their numbers.
  const document = aDocument({ nodes: [aTask({ id: 'a' }), aTask({ id: 'b' }), aTask({ id: 'c' })] });
  expect(orderIn(document)).toBe('abc');
  const next = applyEdit(document, 'nodes.restack', { ids: ids('a'), to: 'forward' });
  expect(orderIn(next)).toBe('bac');
  // A locked one cannot be lifted, so that it is passed, too.
  const locked = applyEdit(document, 'nodes.lock', { ids: ids('c'), locked: true });
  const passed = applyEdit(locked, 'nodes.restack', { ids: ids('a'), to: 'forward' });
  expect(orderIn(passed)).toBe('bca');
  expect(passed.nodes.get(nodeId('c'))).toBe(locked.nodes.get(nodeId('c')));
  const back = applyEdit(document, 'nodes.restack', { ids: ids('c'), to: 'backward' });
  expect(orderIn(back)).toBe('acb');
});

test('a lane is stacked among lanes: tasks stay above it', () => {
  const document = aDocument({ nodes: [aLane({ id: 'one' }), aLane({ id: 'two' }), aTask({ id: 'task', z: -5 })] });
  const next = applyEdit(document, 'nodes.restack', { ids: [nodeId('one')], to: 'front' });
  expect(next.nodes.get(nodeId('task'))).toBe(document.nodes.get(nodeId('task')));
  expect(next.nodes.get(nodeId('one'))?.z).toBe(1);
});

test('to front or back changes the chosen nodes only, whatever the document', () => {
  fc.assert(
    fc.property(documentArbitrary, fc.gen(), fc.constantFrom<To[]>('front', 'back'), (document, generate, to) => {
      const chosen = new Set([...document.nodes.keys()].filter(() => generate(fc.boolean)));
      const next = applyEdit(document, 'nodes.restack', { ids: [...chosen], to });
      for (const [id, node] of document.nodes) if (!chosen.has(id)) expect(next.nodes.get(id)).toBe(node);
    }),
  );
});

test('a step forward never changes which of two others that overlap lies above', () => {
  fc.assert(
    fc.property(documentArbitrary, fc.gen(), fc.constantFrom<To[]>('forward', 'backward'), (document, generate, to) => {
      if (document.nodes.size === 0) return;
      const id = generate(fc.constantFrom<NodeId[]>, ...document.nodes.keys());
      const next = applyEdit(document, 'nodes.restack', { ids: [id], to });
      const others = [...document.nodes.values()].filter((node) => node.id !== id);
      for (const a of others) {
        for (const b of others) {
          if (!isStackedWith(document, a, b) || byStacking(a, b) > 0 || a === b) continue;
          const [nowA, nowB] = [next.nodes.get(a.id), next.nodes.get(b.id)];
          if (nowA === undefined || nowB === undefined) throw new Error('restacking removes nothing');
          expect(byStacking(nowA, nowB)).toBeLessThan(0);
        }
      }
    }),
  );
});

function isStackedWith({ nodes }: DiagramDocument, a: DiagramNode, b: DiagramNode): boolean {
  const [layerA, layerB] = [kindOf(a.kind).traits.layer, kindOf(b.kind).traits.layer];
  if (layerA !== layerB || (layerA === 'back' && a.parentId !== b.parentId)) return false;
  return intersects(boxOfNode(nodes, a), boxOfNode(nodes, b));
}
