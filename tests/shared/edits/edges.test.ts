import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { mustGet } from '../../../shared/util/invariant';
import { aDocument, aLane, anEdge, aRole, aTask, edgeId, nodeId, roleId } from '../../support/builders';

const document = aDocument({
  nodes: [
    aLane({ id: 'lane', x: 100, y: 100 }),
    aTask({ id: 'a', parentId: 'lane', x: 150, y: 20 }),
    aTask({ id: 'b', parentId: 'lane', x: 350, y: 20 }),
    aTask({ id: 'c', x: 900, y: 0 }),
  ],
  edges: [anEdge({ id: 'flow', waypoints: [{ x: 300, y: 60 }] })],
});
const flow = [edgeId('flow')];
const end = (id: string) => ({ nodeId: nodeId(id), side: 'auto' as const, at: 0.5 });

describe('an edge', () => {
  test('reconnected to a task outside the lane keeps its bends where they are', () => {
    const next = applyEdit(document, 'edges.set', { ids: flow, patch: { to: end('c') } });
    expect(mustGet(next.edges, edgeId('flow'))).toMatchObject({ to: end('c'), waypoints: [{ x: 400, y: 160 }] });
  });

  test('reconnected together with new bends takes these as they come', () => {
    const patch = { to: end('c'), waypoints: [{ x: 1, y: 2 }] };
    const next = applyEdit(document, 'edges.set', { ids: flow, patch });
    expect(mustGet(next.edges, edgeId('flow')).waypoints).toEqual([{ x: 1, y: 2 }]);
  });

  test('is never left without an end or at a lane', () => {
    expect(applyEdit(document, 'edges.set', { ids: flow, patch: { to: end('gone') } })).toBe(document);
    expect(applyEdit(document, 'edges.set', { ids: flow, patch: { from: end('lane') } })).toBe(document);
  });

  test('keeps its label on the line and its bends on the grid', () => {
    const patch = { labelAt: 7, waypoints: [{ x: 0.2, y: 10.3 }] };
    const next = applyEdit(document, 'edges.set', { ids: flow, patch });
    expect(mustGet(next.edges, edgeId('flow'))).toMatchObject({ labelAt: 1, waypoints: [{ x: 0, y: 10.5 }] });
  });

  test('keeps its id even when a whole other edge is given as what to set', () => {
    const next = applyEdit(document, 'edges.set', { ids: flow, patch: anEdge({ id: 'other', label: 'Code' }) });
    expect(mustGet(next.edges, edgeId('flow'))).toMatchObject({ id: 'flow', label: 'Code' });
  });

  test('may lead back to its own task, as rework does', () => {
    const next = applyEdit(document, 'edges.add', { edges: [anEdge({ id: 'rework', from: 'a', to: 'a' })] });
    expect(next.edges.has(edgeId('rework'))).toBe(true);
  });

  test('goes with either of its ends', () => {
    expect(applyEdit(document, 'elements.remove', { nodes: [nodeId('b')], edges: [] }).edges.size).toBe(0);
    const alone = applyEdit(document, 'elements.remove', { nodes: [], edges: flow });
    expect(alone.edges.size).toBe(0);
    expect(alone.nodes).toBe(document.nodes);
  });

  test('that is not there cannot be removed', () => {
    const args = { nodes: [nodeId('gone')], edges: [edgeId('gone')] };
    expect(applyEdit(document, 'elements.remove', args)).toBe(document);
  });
});

describe('a role', () => {
  const staffed = aDocument({
    roles: [aRole({ id: 'engineer' }), aRole({ id: 'designer' })],
    nodes: [
      aLane({ id: 'lane', roleId: 'engineer' }),
      aTask({ id: 'a', raci: { engineer: 'R', designer: 'C' } }),
      aTask({ id: 'b', roleId: 'designer' }),
    ],
  });

  test('removed leaves no lane, step or responsibility that names it', () => {
    const next = applyEdit(staffed, 'roles.remove', { ids: [roleId('engineer')] });
    expect(mustGet(next.nodes, nodeId('lane')).roleId).toBeNull();
    expect([...mustGet(next.nodes, nodeId('a')).raci]).toEqual([['designer', 'C']]);
    expect(next.nodes.get(nodeId('b'))).toBe(staffed.nodes.get(nodeId('b')));
  });

  test('with an id that is taken is not added, and one that is not there cannot be removed or changed', () => {
    expect(applyEdit(staffed, 'roles.add', { roles: [aRole({ id: 'designer', name: 'Other' })] })).toBe(staffed);
    expect(applyEdit(staffed, 'roles.remove', { ids: [roleId('ghost')] })).toBe(staffed);
    expect(applyEdit(staffed, 'roles.set', { id: roleId('ghost'), patch: { name: 'Boo' } })).toBe(staffed);
  });

  test('refuses a colour that is none', () => {
    const args = { id: roleId('engineer'), patch: { color: 'url(#x)' } };
    expect(applyEdit(staffed, 'roles.set', args)).toBe(staffed);
  });
});
