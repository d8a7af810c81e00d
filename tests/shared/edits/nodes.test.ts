import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { emptyDocument } from '../../../shared/model/document';
import { checkInvariants } from '../../../shared/model/invariants';
import { waypointsOf } from '../../../shared/model/query';
import { mustGet } from '../../../shared/util/invariant';
import { aDocument, aLane, aNode, anEdge, aRole, aTask, edgeId, nodeId, roleId } from '../../support/builders';

const at = (x: number, y: number) => expect.objectContaining({ x, y });

describe('adding', () => {
  test('never replaces a node that is there: the second one with its id is left out', () => {
    const document = aDocument({ nodes: [aTask({ id: 'a', label: 'First' })] });
    const next = applyEdit(document, 'nodes.add', { nodes: [aTask({ id: 'a', label: 'Second' })] });
    expect(next).toBe(document);
  });

  test('takes a lane and the task in it in any order', () => {
    const nodes = [aTask({ id: 'task', parentId: 'lane' }), aLane({ id: 'lane' })];
    const next = applyEdit(emptyDocument, 'nodes.add', { nodes });
    expect(mustGet(next.nodes, nodeId('task')).parentId).toBe('lane');
  });

  test('puts a node onto the canvas whose container is not there, is a task or would lie in the node itself', () => {
    const next = applyEdit(aDocument({ nodes: [aTask({ id: 'task' })] }), 'nodes.add', {
      nodes: [
        aTask({ id: 'lost', parentId: 'nowhere' }),
        aTask({ id: 'onTask', parentId: 'task' }),
        aLane({ id: 'outer', parentId: 'inner' }),
        aLane({ id: 'inner', parentId: 'outer' }),
        aLane({ id: 'self', parentId: 'self' }),
      ],
    });
    expect(checkInvariants(next)).toEqual([]);
    expect([...next.nodes.values()].map(({ id, parentId }) => [id, parentId])).toEqual([
      ['task', null],
      ['lost', null],
      ['onTask', null],
      ['outer', null],
      ['inner', 'outer'],
      ['self', null],
    ]);
  });

  test('brings roles along and drops those that nobody brought', () => {
    const next = applyEdit(emptyDocument, 'nodes.add', {
      roles: [aRole({ id: 'engineer' })],
      nodes: [
        aTask({ id: 'a', roleId: 'engineer', raci: { engineer: 'R', ghost: 'A' } }),
        aTask({ id: 'b', roleId: 'ghost' }),
      ],
    });
    expect(mustGet(next.nodes, nodeId('a'))).toMatchObject({ roleId: 'engineer', raci: new Map([['engineer', 'R']]) });
    expect(mustGet(next.nodes, nodeId('b')).roleId).toBeNull();
  });

  test('leaves out what could not be drawn', () => {
    const nodes = [aTask({ id: 'a', x: Number.NaN }), { ...aLane({ id: 'b' }), props: { direction: 'up' } } as never];
    expect(applyEdit(emptyDocument, 'nodes.add', { nodes })).toBe(emptyDocument);
  });

  test('leaves out edges that end nowhere or at a lane', () => {
    const nodes = [aTask({ id: 'a' }), aTask({ id: 'b' }), aLane({ id: 'lane' })];
    const edges = [
      anEdge({ id: 'good' }),
      anEdge({ id: 'dangling', to: 'nowhere' }),
      anEdge({ id: 'toLane', to: 'lane' }),
    ];
    expect([...applyEdit(emptyDocument, 'nodes.add', { nodes, edges }).edges.keys()]).toEqual(['good']);
  });
});

describe('moving', () => {
  const document = aDocument({
    nodes: [
      aLane({ id: 'lane', x: 100, y: 100 }),
      aTask({ id: 'a', parentId: 'lane', x: 150, y: 20 }),
      aTask({ id: 'b', parentId: 'lane', x: 350, y: 20 }),
      aTask({ id: 'c', x: 900, y: 0 }),
    ],
    edges: [
      anEdge({ id: 'inside', waypoints: [{ x: 300, y: 60 }] }),
      anEdge({ id: 'leaving', from: 'b', to: 'c', waypoints: [{ x: 700, y: 50 }] }),
    ],
  });
  const bends = (id: string, next = document) => waypointsOf(next.nodes, mustGet(next.edges, edgeId(id)));

  test('a lane takes its tasks along without a change to their records', () => {
    const next = applyEdit(document, 'nodes.move', { ids: [nodeId('lane')], by: { x: 50, y: 10 } });
    expect(mustGet(next.nodes, nodeId('lane'))).toEqual(at(150, 110));
    expect(next.nodes.get(nodeId('a'))).toBe(document.nodes.get(nodeId('a')));
    expect(next.edges).toBe(document.edges);
    expect(bends('inside', next)).toEqual([{ x: 450, y: 170 }]);
  });

  test('a lane and a task in it, both selected, moves the task once', () => {
    const next = applyEdit(document, 'nodes.move', { ids: [nodeId('a'), nodeId('lane')], by: { x: 50, y: 10 } });
    expect(next.nodes.get(nodeId('a'))).toBe(document.nodes.get(nodeId('a')));
  });

  test('one end of an edge leaves its bends alone, both ends take them along', () => {
    const one = applyEdit(document, 'nodes.move', { ids: [nodeId('c')], by: { x: 10, y: 10 } });
    expect(bends('leaving', one)).toEqual([{ x: 700, y: 50 }]);
    const both = applyEdit(document, 'nodes.move', { ids: [nodeId('lane'), nodeId('c')], by: { x: 10, y: 10 } });
    expect(bends('leaving', both)).toEqual([{ x: 710, y: 60 }]);
  });

  test('keeps to halves of a unit, so that a drag at an odd zoom makes no noise in the file', () => {
    const next = applyEdit(document, 'nodes.move', { ids: [nodeId('c')], by: { x: 0.3333, y: 10.8 } });
    expect(mustGet(next.nodes, nodeId('c'))).toEqual(at(900.5, 11));
  });

  test('by nothing, by less than can be seen, or of nothing is no change', () => {
    expect(applyEdit(document, 'nodes.move', { ids: [nodeId('c')], by: { x: 0, y: 0 } })).toBe(document);
    expect(applyEdit(document, 'nodes.move', { ids: [nodeId('c')], by: { x: 0.2, y: -0.2 } })).toBe(document);
    expect(applyEdit(document, 'nodes.move', { ids: [], by: { x: 9, y: 9 } })).toBe(document);
    expect(applyEdit(document, 'nodes.move', { ids: [nodeId('gone')], by: { x: 9, y: 9 } })).toBe(document);
  });

  test('never leads to a place that no mouse can reach', () => {
    const far = applyEdit(document, 'nodes.move', { ids: [nodeId('c')], by: { x: 1e300, y: -1e300 } });
    expect(mustGet(far.nodes, nodeId('c'))).toEqual(at(1e7, -1e7));
  });
});

describe('resizing and aligning', () => {
  const document = aDocument({
    nodes: [
      aLane({ id: 'lane', x: 100, y: 100, width: 600, height: 200 }),
      aTask({ id: 'a', parentId: 'lane', x: 150, y: 50 }),
      aTask({ id: 'b', parentId: 'lane', x: 350, y: 50 }),
    ],
    edges: [anEdge({ id: 'flow', waypoints: [{ x: 300, y: 20 }] })],
  });

  test('a lane resized from its left side leaves tasks and bends where they are on the canvas', () => {
    const boxes = new Map([[nodeId('lane'), { x: 60, y: 100, width: 640, height: 200 }]]);
    const next = applyEdit(document, 'nodes.place', { boxes });
    expect(mustGet(next.nodes, nodeId('a'))).toEqual(at(190, 50));
    expect(mustGet(next.edges, edgeId('flow')).waypoints).toEqual([{ x: 340, y: 20 }]);
  });

  test('a lane resized from its right side changes its own record only', () => {
    const boxes = new Map([[nodeId('lane'), { x: 100, y: 100, width: 640, height: 200 }]]);
    const next = applyEdit(document, 'nodes.place', { boxes });
    expect([...next.nodes].filter(([id, node]) => node !== document.nodes.get(id))).toHaveLength(1);
    expect(next.edges).toBe(document.edges);
  });

  test('an aligned lane takes its tasks along', () => {
    const boxes = new Map([[nodeId('lane'), { x: 0, y: 100, width: 600, height: 200 }]]);
    const next = applyEdit(document, 'nodes.place', { boxes });
    expect(mustGet(next.nodes, nodeId('lane'))).toEqual(at(0, 100));
    expect(next.nodes.get(nodeId('a'))).toBe(document.nodes.get(nodeId('a')));
  });

  test('a task that has a place of its own obeys it, whatever its lane does', () => {
    const boxes = new Map([
      [nodeId('lane'), { x: 60, y: 100, width: 640, height: 200 }],
      [nodeId('a'), { x: 300, y: 160, width: 128, height: 56 }],
    ]);
    const next = applyEdit(document, 'nodes.place', { boxes });
    expect(mustGet(next.nodes, nodeId('a'))).toEqual(at(240, 60));
    expect(mustGet(next.nodes, nodeId('b'))).toEqual(at(390, 50));
  });

  test('a size of nothing or of the whole world becomes the nearest that can be gripped', () => {
    const boxes = new Map([[nodeId('a'), { x: 300, y: 160, width: -5, height: 1e12 }]]);
    const next = applyEdit(document, 'nodes.place', { boxes });
    expect(mustGet(next.nodes, nodeId('a'))).toMatchObject({ width: 1, height: 1e6 });
  });

  test('a box with a number that is none is left out', () => {
    const boxes = new Map([[nodeId('a'), { x: Number.NaN, y: 0, width: 10, height: 10 }]]);
    expect(applyEdit(document, 'nodes.place', { boxes })).toBe(document);
  });
});

describe('changing the container', () => {
  const document = aDocument({
    nodes: [
      aLane({ id: 'top', x: 100, y: 100 }),
      aLane({ id: 'below', x: 100, y: 300 }),
      aNode('group', { id: 'group', parentId: 'top', x: 200, y: 10 }),
      aTask({ id: 'a', parentId: 'group', x: 20, y: 30 }),
      aTask({ id: 'b', parentId: 'top', x: 600, y: 30 }),
    ],
    edges: [anEdge({ id: 'flow', waypoints: [{ x: 400, y: 50 }] })],
  });

  test('into another lane keeps the node and the bends of its edges in place', () => {
    const next = applyEdit(document, 'nodes.reparent', { ids: [nodeId('group')], parentId: nodeId('below') });
    expect(mustGet(next.nodes, nodeId('group'))).toMatchObject({ parentId: 'below', x: 200, y: -190 });
    // The edge now leads from lane to lane: its bends are measured from the canvas.
    expect(mustGet(next.edges, edgeId('flow')).waypoints).toEqual([{ x: 500, y: 150 }]);
  });

  test('refuses to put a container into itself or into what lies in it, and goes on with the others', () => {
    expect(applyEdit(document, 'nodes.reparent', { ids: [nodeId('top')], parentId: nodeId('group') })).toBe(document);
    expect(applyEdit(document, 'nodes.reparent', { ids: [nodeId('group')], parentId: nodeId('group') })).toBe(document);
    const next = applyEdit(document, 'nodes.reparent', {
      ids: [nodeId('top'), nodeId('b')],
      parentId: nodeId('group'),
    });
    expect(mustGet(next.nodes, nodeId('top')).parentId).toBeNull();
    expect(mustGet(next.nodes, nodeId('b'))).toMatchObject({ parentId: 'group', x: 400, y: 20 });
  });

  test('refuses a container that is none', () => {
    expect(applyEdit(document, 'nodes.reparent', { ids: [nodeId('a')], parentId: nodeId('b') })).toBe(document);
    expect(applyEdit(document, 'nodes.reparent', { ids: [nodeId('a')], parentId: nodeId('gone') })).toBe(document);
  });

  test('moves a selected group as a whole: a task selected with it stays in it', () => {
    const next = applyEdit(document, 'nodes.reparent', { ids: [nodeId('a'), nodeId('group')], parentId: null });
    expect(mustGet(next.nodes, nodeId('a')).parentId).toBe('group');
  });
});

describe('properties', () => {
  const document = aDocument({
    roles: [aRole({ id: 'engineer' })],
    nodes: [aTask({ id: 'task', label: 'Build' }), aLane({ id: 'lane' }), aNode('note', { id: 'note' })],
  });
  const all = [nodeId('task'), nodeId('lane'), nodeId('note')];

  test('of several kinds at once reach those that have them', () => {
    const next = applyEdit(document, 'nodes.set', {
      ids: all,
      patch: { roleId: roleId('engineer'), props: { direction: 'vertical' } },
    });
    expect([...next.nodes.values()].map(({ roleId, props }) => [roleId, props])).toEqual([
      ['engineer', {}],
      ['engineer', { direction: 'vertical' }],
      [null, {}],
    ]);
  });

  test('that no kind accepts are refused, and the rest of the patch is taken', () => {
    const patch = { label: 'New', props: { direction: 'diagonal' }, roleId: roleId('ghost') };
    const next = applyEdit(document, 'nodes.set', { ids: [nodeId('lane')], patch });
    expect(mustGet(next.nodes, nodeId('lane'))).toMatchObject({
      label: 'New',
      props: { direction: 'horizontal' },
      roleId: null,
    });
  });

  test('set to what they are already are no change', () => {
    const patch = { label: 'Build', description: '', roleId: null, props: {} };
    expect(applyEdit(document, 'nodes.set', { ids: [nodeId('task')], patch })).toBe(document);
  });

  test('a responsibility is given, changed and taken away', () => {
    const ids = [nodeId('task'), nodeId('note')];
    const given = applyEdit(document, 'raci.assign', { ids, roleId: roleId('engineer'), level: 'R' });
    expect(mustGet(given.nodes, nodeId('task')).raci).toEqual(new Map([['engineer', 'R']]));
    expect(given.nodes.get(nodeId('note'))).toBe(document.nodes.get(nodeId('note')));
    const changed = applyEdit(given, 'raci.assign', { ids, roleId: roleId('engineer'), level: 'A' });
    expect(mustGet(changed.nodes, nodeId('task')).raci).toEqual(new Map([['engineer', 'A']]));
    const taken = applyEdit(changed, 'raci.assign', { ids, roleId: roleId('engineer'), level: null });
    expect(mustGet(taken.nodes, nodeId('task'))).toEqual(mustGet(document.nodes, nodeId('task')));
  });

  test('a responsibility of a role that is not there is refused', () => {
    const args = { ids: all, roleId: roleId('ghost'), level: 'R' } as const;
    expect(applyEdit(document, 'raci.assign', args)).toBe(document);
  });
});

describe('another kind', () => {
  test('keeps name, place and edges; role and responsibilities go where the kind takes none', () => {
    const document = aDocument({
      roles: [aRole({ id: 'engineer' })],
      nodes: [
        aTask({ id: 'a', x: 10, y: 20, label: 'Build', roleId: 'engineer', raci: { engineer: 'R' } }),
        aTask({ id: 'b' }),
      ],
      edges: [anEdge()],
    });
    const next = applyEdit(document, 'nodes.changeKind', { ids: [nodeId('a')], kind: 'note' });
    expect(mustGet(next.nodes, nodeId('a'))).toMatchObject({
      kind: 'note',
      label: 'Build',
      x: 10,
      y: 20,
      roleId: null,
      raci: new Map(),
      locked: false,
    });
    expect(next.edges).toBe(document.edges);
  });

  test('that holds nothing lets the tasks of a lane out onto the canvas, where they were', () => {
    const document = aDocument({
      nodes: [aLane({ id: 'lane', x: 100, y: 100 }), aTask({ id: 'task', parentId: 'lane', x: 150, y: 20 })],
    });
    const next = applyEdit(document, 'nodes.changeKind', { ids: [nodeId('lane')], kind: 'note' });
    expect(mustGet(next.nodes, nodeId('task'))).toMatchObject({ parentId: null, x: 250, y: 120 });
    expect(mustGet(next.nodes, nodeId('lane'))).toMatchObject({ kind: 'note', width: 176, height: 80 });
  });

  test('that takes no edges loses them', () => {
    const document = aDocument({ nodes: [aTask({ id: 'a' }), aTask({ id: 'b' })], edges: [anEdge()] });
    const next = applyEdit(document, 'nodes.changeKind', { ids: [nodeId('a')], kind: 'lane' });
    expect(next.edges.size).toBe(0);
  });

  test('of lanes within lanes, all at once, lets everything fall out as far as it must', () => {
    const document = aDocument({
      nodes: [
        aTask({ id: 'task', parentId: 'inner', x: 10, y: 10 }),
        aLane({ id: 'inner', parentId: 'outer', x: 20, y: 20 }),
        aLane({ id: 'outer', x: 100, y: 100 }),
      ],
    });
    const next = applyEdit(document, 'nodes.changeKind', { ids: [nodeId('inner'), nodeId('outer')], kind: 'task' });
    expect(checkInvariants(next)).toEqual([]);
    expect(mustGet(next.nodes, nodeId('task'))).toMatchObject({ parentId: null, x: 130, y: 130 });
  });
});

describe('what a file said and we could not read', () => {
  const unreadable = { x: 'left', kind: 'swimlane', later: 1, props: { shade: 'dark' } };
  const document = aDocument({ nodes: [{ ...aTask({ id: 'a', y: 8 }), unknown: unreadable }] });
  const unknownAfter = (next: typeof document) => mustGet(next.nodes, nodeId('a')).unknown;

  test('stays while nobody touches it', () => {
    const next = applyEdit(document, 'nodes.set', { ids: [nodeId('a')], patch: { label: 'New' } });
    expect(unknownAfter(next)).toEqual(unreadable);
  });

  test('goes when its field gets another value, so that what people see is what is saved', () => {
    const moved = applyEdit(document, 'nodes.move', { ids: [nodeId('a')], by: { x: 8, y: 0 } });
    expect(unknownAfter(moved)).toEqual({ kind: 'swimlane', later: 1, props: { shade: 'dark' } });
    const changed = applyEdit(document, 'nodes.changeKind', { ids: [nodeId('a')], kind: 'decision' });
    expect(unknownAfter(changed)).toMatchObject({ later: 1 });
    expect(unknownAfter(changed)).not.toHaveProperty('kind');
    const typed = { ...document, nodes: new Map([[nodeId('a'), { ...aTask({ id: 'a' }), unknown: { label: 5 } }]]) };
    const named = applyEdit(typed, 'nodes.set', { ids: [nodeId('a')], patch: { label: 'New' } });
    expect(mustGet(named.nodes, nodeId('a'))).not.toHaveProperty('unknown');
  });
});
