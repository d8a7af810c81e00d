import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { createHistory, emptySelection, record } from '../../../shared/history/history';
import type { DiagramDocument } from '../../../shared/model/document';
import {
  ancestorsOf,
  bentEdgesByNode,
  boxOfNode,
  byStacking,
  childrenByParent,
  containerAt,
  edgesByNode,
  frameOf,
  inStackingOrder,
  roleOfNode,
  rolesInOrder,
  topmostOf,
  waypointsOf,
  withDescendants,
} from '../../../shared/model/query';
import { mustGet } from '../../../shared/util/invariant';
import { aDocument, aLane, aNode, anEdge, aRole, aTask, edgeId, nodeId } from '../../support/builders';

const document = aDocument({
  roles: [aRole({ id: 'engineer', order: 2 }), aRole({ id: 'designer', order: 1 }), aRole({ id: 'analyst', order: 1 })],
  nodes: [
    aLane({ id: 'lane', x: 100, y: 100, width: 800, height: 300, roleId: 'engineer' }),
    aNode('group', { id: 'group', parentId: 'lane', x: 200, y: 50, width: 300, height: 200 }),
    aTask({ id: 'a', parentId: 'group', x: 20, y: 30, width: 100, height: 50 }),
    aTask({ id: 'b', parentId: 'lane', x: 600, y: 50, roleId: 'designer' }),
    aTask({ id: 'c', x: 1000, y: 0 }),
  ],
  edges: [
    anEdge({ id: 'inside', waypoints: [{ x: 550, y: 75 }] }),
    anEdge({ id: 'out', from: 'b', to: 'c' }),
    anEdge({ id: 'loop', from: 'c', to: 'c' }),
  ],
});
const { nodes, edges } = document;
const node = (id: string) => mustGet(nodes, nodeId(id));
const ids = (...names: string[]) => new Set(names.map(nodeId));

describe('where things are', () => {
  test('a node in a group in a lane is at the sum of their places', () => {
    expect(boxOfNode(nodes, node('a'))).toEqual({ x: 320, y: 180, width: 100, height: 50 });
    expect(ancestorsOf(nodes, nodeId('a'))).toEqual(['group', 'lane']);
  });

  test('bends are measured from the innermost container that holds both ends', () => {
    const inside = mustGet(edges, edgeId('inside'));
    expect(frameOf(nodes, inside)).toBe('lane');
    expect(waypointsOf(nodes, inside)).toEqual([{ x: 650, y: 175 }]);
    expect(frameOf(nodes, mustGet(edges, edgeId('out')))).toBeNull();
  });

  test('an edge from a group to a task in it is measured from what is around the group', () => {
    expect(frameOf(nodes, anEdge({ from: 'group', to: 'a' }))).toBe('lane');
  });

  test('the container under a point is the innermost one, and not one that is being moved', () => {
    expect(containerAt(nodes, { x: 350, y: 200 })).toBe('group');
    expect(containerAt(nodes, { x: 350, y: 200 }, ids('group'))).toBe('lane');
    expect(containerAt(nodes, { x: 120, y: 390 })).toBe('lane');
    expect(containerAt(nodes, { x: 0, y: 0 })).toBeNull();
  });
});

describe('what belongs together', () => {
  test('a lane brings its group and the task in it', () => {
    expect(withDescendants(nodes, [nodeId('group'), nodeId('a')])).toEqual(ids('group', 'a'));
    expect(withDescendants(nodes, [nodeId('lane')])).toEqual(ids('lane', 'group', 'a', 'b'));
  });

  test('of a lane, a task in it and one elsewhere, lane and the other one have to move', () => {
    expect(topmostOf(nodes, ids('a', 'lane', 'c', 'gone'))).toEqual(['lane', 'c']);
  });

  test('an edge back to its own task is found there once', () => {
    expect(edgesByNode(edges).get(nodeId('c'))).toEqual(['out', 'loop']);
    expect(bentEdgesByNode(edges)).toEqual(
      new Map([
        ['a', ['inside']],
        ['b', ['inside']],
      ]),
    );
  });

  test('a step without a role of its own takes that of its lane', () => {
    expect(roleOfNode(document, node('a'))?.id).toBe('engineer');
    expect(roleOfNode(document, node('b'))?.id).toBe('designer');
    expect(roleOfNode(document, node('c'))).toBeUndefined();
  });

  test('roles stand in the order people gave them, then by id', () => {
    expect(rolesInOrder(document.roles).map(({ id }) => id)).toEqual(['analyst', 'designer', 'engineer']);
  });
});

describe('stacking', () => {
  test('higher numbers lie above, then later ids', () => {
    const pile = [aTask({ id: 'b' }), aTask({ id: 'a' }), aTask({ id: 'c', z: -1 })];
    expect(pile.sort(byStacking).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  test('a group lies above the lane that it is in, whatever their numbers', () => {
    const sunk = aDocument({ nodes: [aLane({ id: 'lane', z: 5 }), aNode('group', { id: 'group', parentId: 'lane' })] });
    expect(inStackingOrder(sunk.nodes).back.map(({ id }) => id)).toEqual(['lane', 'group']);
  });
});

test('the order of a large diagram stays right through steps of all sizes', () => {
  const tasks = Array.from({ length: 700 }, (_, index) => aTask({ id: `t${index}`, z: index % 3, parentId: 'lane' }));
  let history = createHistory(aDocument({ nodes: [aLane({ id: 'lane' }), aNode('group', { id: 'group' }), ...tasks] }));
  const some = (count: number) => tasks.slice(-count).map(({ id }) => id);
  const steps: readonly ((now: DiagramDocument) => DiagramDocument)[] = [
    (now) => applyEdit(now, 'nodes.set', { ids: some(2), patch: { label: 'Other' } }),
    (now) => applyEdit(now, 'nodes.restack', { ids: some(3), to: 'front' }),
    (now) => applyEdit(now, 'nodes.restack', { ids: some(150), to: 'back' }),
    (now) => applyEdit(now, 'nodes.reparent', { ids: [nodeId('group'), ...some(2)], parentId: nodeId('lane') }),
    (now) => applyEdit(now, 'nodes.changeKind', { ids: some(1), kind: 'note' }),
    (now) => applyEdit(now, 'elements.remove', { nodes: some(5), edges: [] }),
    (now) => applyEdit(now, 'nodes.add', { nodes: [aTask({ id: 'new', z: 1 }), aLane({ id: 'lane2', z: -1 })] }),
    (now) => applyEdit(now, 'elements.remove', { nodes: [nodeId('lane')], edges: [] }),
  ];
  inStackingOrder(history.present.document.nodes);
  for (const change of steps) {
    const preview = change(history.present.document);
    history = record(history, 'edit.nodes.set', preview, emptySelection);
    for (const { nodes: now } of [preview, history.present.document]) {
      expect(inStackingOrder(now)).toEqual(inStackingOrder(new Map(now)));
    }
  }
});

describe('while a task is dragged', () => {
  const drag = (by: number) => applyEdit(document, 'nodes.move', { ids: [nodeId('a')], by: { x: by, y: 0 } });

  test('each frame shares the indexes of the document below instead of making its own', () => {
    expect(childrenByParent(drag(3).nodes)).toBe(childrenByParent(nodes));
    const labelled = applyEdit(document, 'edges.set', { ids: [edgeId('inside')], patch: { label: 'Code' } });
    expect(edgesByNode(labelled.edges)).toBe(edgesByNode(edges));
    expect(bentEdgesByNode(labelled.edges)).toBe(bentEdgesByNode(edges));
  });

  test('an index is made anew as soon as it would say something else', () => {
    const moved = applyEdit(drag(3), 'nodes.reparent', { ids: [nodeId('a')], parentId: null });
    expect(childrenByParent(moved.nodes).get(null)).toContain('a');
    const added = applyEdit(document, 'nodes.add', { nodes: [aTask({ id: 'd', parentId: 'lane' })] });
    expect(childrenByParent(added.nodes).get(nodeId('lane'))).toContain('d');
    const removed = applyEdit(document, 'elements.remove', { nodes: [nodeId('b')], edges: [] });
    expect(childrenByParent(removed.nodes).get(nodeId('lane'))).toEqual(['group']);
    expect(edgesByNode(removed.edges).get(nodeId('c'))).toEqual(['loop']);
    const straight = applyEdit(document, 'edges.set', { ids: [edgeId('inside')], patch: { waypoints: [] } });
    expect(bentEdgesByNode(straight.edges).size).toBe(0);
    const turned = applyEdit(document, 'edges.set', {
      ids: [edgeId('out')],
      patch: { to: { nodeId: nodeId('a'), side: 'auto', at: 0.5 } },
    });
    expect(edgesByNode(turned.edges).get(nodeId('a'))).toEqual(['inside', 'out']);
  });
});
