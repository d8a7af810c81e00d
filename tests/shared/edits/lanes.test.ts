import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EditArgs, EditName } from '../../../shared/edits/args';
import { applyEdit } from '../../../shared/edits/index';
import type { Box } from '../../../shared/geometry/box';
import type { DiagramDocument } from '../../../shared/model/document';
import { checkInvariants } from '../../../shared/model/invariants';
import { endOn, isLane, laneStackOf, lengthOn, stackAxis } from '../../../shared/model/lanes';
import { boxOfNode, waypointsOf } from '../../../shared/model/query';
import { aDocument, aLane, aNode, anEdge, aRole, aTask, edgeId, nodeId } from '../../support/builders';

const vertical = { props: { direction: 'vertical' as const } };

/** A team of three lanes with a step each, a column across them, and another lane apart below. */
const team = aDocument({
  roles: [aRole({ id: 'designer' }), aRole({ id: 'builder' })],
  nodes: [
    aNode('group', { id: 'team', x: 0, y: 0, width: 432, height: 340 }),
    aLane({ id: 'top', parentId: 'team', x: 16, y: 32, width: 400, height: 96, roleId: 'designer' }),
    aLane({ id: 'middle', parentId: 'team', x: 16, y: 128, width: 400, height: 112, roleId: 'builder' }),
    aLane({ id: 'bottom', parentId: 'team', x: 16, y: 240, width: 400, height: 80 }),
    aTask({ id: 'above', parentId: 'top', x: 150, y: 20 }),
    aTask({ id: 'within', parentId: 'middle', x: 150, y: 20 }),
    aTask({ id: 'below', parentId: 'bottom', x: 150, y: 12 }),
    aNode('stage', { id: 'stage', x: 130, y: -40, width: 160, height: 380 }),
    aLane({ id: 'apart', x: 16, y: 400, width: 400, height: 96 }),
    aTask({ id: 'beside', x: 600, y: 400 }),
  ],
  edges: [
    anEdge({ id: 'down', from: 'above', to: 'within', waypoints: [{ x: 300, y: 70 }] }),
    anEdge({ id: 'out', from: 'below', to: 'beside', waypoints: [{ x: 500, y: 300 }] }),
  ],
});

function apply<K extends EditName>(document: DiagramDocument, name: K, args: EditArgs[K]) {
  const next = applyEdit(document, name, args);
  expect(checkInvariants(next)).toEqual([]);
  return look(next);
}

function look(document: DiagramDocument) {
  const node = (id: string) => {
    const found = document.nodes.get(nodeId(id));
    if (found === undefined) throw new Error(`${id} is missing`);
    return found;
  };
  return {
    document,
    node,
    boxOf: (id: string): Box => boxOfNode(document.nodes, node(id)),
    bendOf: (id: string) => {
      const edge = document.edges.get(edgeId(id));
      return edge === undefined ? undefined : waypointsOf(document.nodes, edge)[0];
    },
  };
}

const changed = (before: DiagramDocument, after: DiagramDocument) =>
  [...after.nodes].filter(([id, node]) => before.nodes.get(id) !== node).map(([id]) => id);

describe('reordering', () => {
  test('takes all that lies in a lane along, with one changed record a lane', () => {
    const { document, boxOf } = apply(team, 'lanes.reorder', { id: nodeId('bottom'), to: 0 });
    expect(boxOf('bottom')).toEqual({ x: 16, y: 32, width: 400, height: 80 });
    expect(boxOf('top')).toMatchObject({ y: 112 });
    expect(boxOf('middle')).toMatchObject({ y: 208 });
    expect(boxOf('below')).toMatchObject({ x: 166, y: 44 });
    expect(changed(team, document)).toEqual(['top', 'middle', 'bottom']);
  });

  test('bends between two lanes go with the lane they lie in', () => {
    const { bendOf } = apply(team, 'lanes.reorder', { id: nodeId('top'), to: 2 });
    // In the upper lane before (300, 70): it went down by the two lanes that are above it now.
    expect(bendOf('down')).toEqual({ x: 300, y: 70 + 112 + 80 });
    expect(bendOf('out')).toEqual({ x: 500, y: 300 });
  });

  test('works from left to right for lanes that run downwards', () => {
    const columns = aDocument({
      nodes: [
        aLane({ id: 'left', x: 0, y: 0, width: 120, height: 400, ...vertical }),
        aLane({ id: 'right', x: 120, y: 0, width: 200, height: 400, ...vertical }),
        aTask({ id: 'step', parentId: 'right', x: 16, y: 80 }),
      ],
    });
    const { boxOf } = apply(columns, 'lanes.reorder', { id: nodeId('right'), to: 0 });
    expect([boxOf('right').x, boxOf('left').x, boxOf('step').x]).toEqual([0, 200, 16]);
  });
});

describe('adding', () => {
  test('a lane above another one makes room below it: for lanes, the group, the column and what lies further down', () => {
    const lane = aLane({ id: 'new' });
    const { boxOf, node } = apply(team, 'lanes.add', { lane, beside: nodeId('middle'), where: 'before' });
    expect(node('new').parentId).toBe('team');
    expect(boxOf('new')).toEqual({ x: 16, y: 128, width: 400, height: 96 });
    expect(boxOf('middle').y).toBe(224);
    expect(boxOf('below').y).toBe(240 + 12 + 96);
    expect(boxOf('team').height).toBe(340 + 96);
    expect(boxOf('stage')).toMatchObject({ y: -40, height: 380 + 96 });
    expect(boxOf('apart').y).toBe(496);
    expect(boxOf('beside')).toMatchObject({ x: 600, y: 400 });
  });

  test('a lane below the last one ends up there', () => {
    const { boxOf } = apply(team, 'lanes.add', {
      lane: aLane({ id: 'new' }),
      beside: nodeId('bottom'),
      where: 'after',
    });
    expect(boxOf('new')).toEqual({ x: 16, y: 320, width: 400, height: 80 });
    expect(boxOf('team').height).toBe(420);
    expect(boxOf('apart').y).toBe(480);
  });

  test('the first lane inside takes over the steps, the next one makes its lane broader', () => {
    const first = apply(team, 'lanes.add', { lane: aLane({ id: 'one' }), beside: nodeId('middle'), where: 'inside' });
    expect(first.boxOf('one')).toEqual({ x: 144, y: 128, width: 272, height: 112 });
    expect(first.node('within').parentId).toBe('one');
    // Its heading is where the step was: the step goes back in.
    expect(first.boxOf('within')).toMatchObject({ x: 144 + 128 + 8, y: 148 });
    const second = apply(first.document, 'lanes.add', {
      lane: aLane({ id: 'two' }),
      beside: nodeId('middle'),
      where: 'inside',
    });
    expect(second.boxOf('two')).toMatchObject({ x: 144, y: 240, width: second.boxOf('one').width });
    expect(second.boxOf('middle').height).toBe(second.boxOf('one').height + second.boxOf('two').height);
    expect(second.boxOf('bottom').y).toBe(second.boxOf('middle').y + second.boxOf('middle').height);
  });
});

describe('splitting', () => {
  test('steps go where their middle lies, and keep their role', () => {
    const long = aDocument({
      roles: [aRole({ id: 'designer' })],
      nodes: [
        aLane({ id: 'lane', x: 0, y: 0, width: 600, height: 240, roleId: 'designer' }),
        aTask({ id: 'upper', parentId: 'lane', x: 150, y: 24 }),
        aTask({ id: 'lower', parentId: 'lane', x: 150, y: 152 }),
      ],
    });
    const { boxOf, node } = apply(long, 'lanes.split', { id: nodeId('lane'), lane: aLane({ id: 'half' }) });
    expect([boxOf('lane').height, boxOf('half').y, boxOf('half').height]).toEqual([120, 120, 120]);
    expect([node('upper').parentId, node('lower').parentId]).toEqual(['lane', 'half']);
    expect(boxOf('lower')).toMatchObject({ x: 150, y: 152 });
    expect(node('half').roleId).toBe('designer');
  });
});

describe('resizing', () => {
  const resized = (id: string, change: Partial<Box>, neighbours: 'push' | 'share' = 'push') => {
    const box = { ...look(team).boxOf(id), ...change };
    return apply(team, 'lanes.resize', { id: nodeId(id), box, neighbours });
  };

  test('a higher lane pushes those below it, with what lies in them, and the group and what is below make room', () => {
    const { boxOf } = resized('middle', { height: 152 });
    expect(boxOf('top')).toEqual({ x: 16, y: 32, width: 400, height: 96 });
    expect(boxOf('bottom').y).toBe(280);
    expect(boxOf('within')).toMatchObject({ x: 166, y: 148 });
    expect(boxOf('below').y).toBe(292);
    expect(boxOf('team').height).toBe(380);
    expect(boxOf('apart').y).toBe(440);
  });

  test('a lane that gets higher upwards lifts those above it and leaves its own steps where they are', () => {
    const apart = aDocument({
      roles: [...team.roles.values()],
      nodes: [...team.nodes.values()].map((node) => (node.parentId === 'team' ? { ...node, parentId: null } : node)),
    });
    const { boxOf } = apply(apart, 'lanes.resize', {
      id: nodeId('middle'),
      box: { x: 16, y: 104, width: 400, height: 136 },
      neighbours: 'push',
    });
    expect(boxOf('top')).toEqual({ x: 16, y: 8, width: 400, height: 96 });
    expect(boxOf('above').y).toBe(28);
    expect(boxOf('within')).toMatchObject({ x: 166, y: 148 });
    expect(boxOf('bottom').y).toBe(240);
  });

  test('the lanes of a stack stay equally long, and their steps where they are', () => {
    const { boxOf } = resized('middle', { x: 0, width: 500 });
    for (const id of ['top', 'middle', 'bottom']) expect(boxOf(id)).toMatchObject({ x: 0, width: 500 });
    expect(boxOf('above')).toMatchObject({ x: 166, y: 52 });
    expect(boxOf('apart').width).toBe(400);
  });

  test('a shared border takes from one lane what it gives the other, as far as their steps allow', () => {
    const { boxOf } = resized('top', { height: 104 }, 'share');
    expect([boxOf('top').height, boxOf('middle').y, boxOf('middle').height]).toEqual([104, 136, 104]);
    expect(boxOf('within').y).toBe(148);
    expect(boxOf('bottom').y).toBe(240);
    const far = resized('top', { height: 180 }, 'share');
    // Eight units above the step below it.
    expect(far.boxOf('middle').y).toBe(148 - 8);
  });

  test('no lane gets too short for what lies in it', () => {
    const { boxOf } = resized('middle', { height: 10, width: 10 });
    expect(boxOf('middle').height).toBe(20 + 56 + 8);
    expect(boxOf('middle').width).toBe(150 + 128 + 8);
    expect(boxOf('top').width).toBe(boxOf('middle').width);
  });
});

describe('making room', () => {
  const moved = (id: string, by: { x: number; y: number }) => {
    const shown = applyEdit(team, 'nodes.move', { ids: [nodeId(id)], by });
    return apply(shown, 'nodes.makeRoom', { ids: [nodeId(id)] });
  };

  test('a step over the lower border of its lane makes it higher', () => {
    const { boxOf } = moved('above', { x: 0, y: 40 });
    expect(boxOf('above').y).toBe(92);
    expect(boxOf('top').height).toBe(20 + 40 + 56 + 8);
    expect(boxOf('middle').y).toBe(32 + 124);
    expect(boxOf('team').height).toBe(340 + 28);
    expect(boxOf('apart').y).toBe(428);
  });

  test('a step over the upper border, too: the lane keeps its place and all in it goes down', () => {
    const { boxOf } = moved('within', { x: 0, y: -40 });
    expect(boxOf('middle')).toMatchObject({ y: 128, height: 112 + 28 });
    expect(boxOf('within').y).toBe(128 + 8);
    expect(boxOf('bottom').y).toBe(268);
    expect(boxOf('top')).toMatchObject({ y: 32, height: 96 });
  });

  test('a step beyond the end makes all lanes of the stack longer, one over the heading goes back in', () => {
    const far = moved('within', { x: 200, y: 0 });
    for (const id of ['top', 'middle', 'bottom']) expect(far.boxOf(id).width).toBe(150 + 200 + 128 + 8);
    expect(far.boxOf('team').width).toBe(432 + 86);
    expect(moved('within', { x: -100, y: 0 }).boxOf('within').x).toBe(16 + 128 + 8);
  });

  test('a step that lies inside changes nothing', () => {
    expect(applyEdit(team, 'nodes.makeRoom', { ids: [...team.nodes.keys()] })).toBe(team);
  });
});

describe('inserting space', () => {
  test('everything beyond the line moves, lanes across it get longer, and so do columns', () => {
    const { boxOf, bendOf } = apply(team, 'space.insert', { axis: 'x', at: 250, by: 80 });
    expect(boxOf('top').width).toBe(480);
    expect(boxOf('team').width).toBe(512);
    expect(boxOf('above').x).toBe(166);
    expect(boxOf('beside').x).toBe(680);
    expect(boxOf('stage').width).toBe(240);
    expect(bendOf('down')?.x).toBe(380);
    expect(bendOf('out')?.x).toBe(580);
  });

  test('on the border between two lanes the first one gets the room', () => {
    const { boxOf } = apply(team, 'space.insert', { axis: 'y', at: 128, by: 40 });
    expect([boxOf('top').height, boxOf('middle').y]).toEqual([136, 168]);
  });

  test('closing takes empty space only', () => {
    const { boxOf } = apply(team, 'space.insert', { axis: 'x', at: 450, by: -400 });
    expect(boxOf('beside').x).toBe(450);
    expect(applyEdit(team, 'space.insert', { axis: 'x', at: 200, by: -40 })).toBe(team);
  });
});

describe('whatever is done to a stack', () => {
  const lengthArbitrary = fc.integer({ min: 6, max: 30 }).map((steps) => steps * 8);
  const stackArbitrary = fc
    .record({ lengths: fc.array(lengthArbitrary, { minLength: 2, maxLength: 5 }), isVertical: fc.boolean() })
    .map(({ lengths, isVertical }) => {
      let at = 0;
      const lanes = lengths.map((given, index) => {
        const length = isVertical ? given + 128 : given;
        const place = isVertical
          ? { x: at, y: 0, width: length, height: 600, ...vertical }
          : { x: 0, y: at, width: 600, height: length };
        at += length;
        return aLane({ id: `lane${index}`, ...place });
      });
      const steps = lanes.map((lane, index) =>
        aTask({
          id: `step${index}`,
          parentId: lane.id,
          ...(isVertical ? { x: 8, y: 56 } : { x: 136, y: 8, height: 32 }),
        }),
      );
      return aDocument({ nodes: [...lanes, ...steps] });
    });
  const editArbitrary = fc.record({
    name: fc.constantFrom('reorder', 'add', 'split', 'resize', 'move', 'space'),
    which: fc.nat(20),
    to: fc.nat(6),
    by: fc.record({ x: fc.integer({ min: -30, max: 30 }), y: fc.integer({ min: -30, max: 30 }) }),
    share: fc.boolean(),
  });

  test('its lanes touch, are equally long, and hold their steps', () => {
    fc.assert(
      fc.property(stackArbitrary, fc.array(editArbitrary, { maxLength: 6 }), (start, changes) => {
        let document = start;
        let count = 0;
        for (const { name, which, to, by, share } of changes) {
          const lanes = [...document.nodes.values()].filter(isLane);
          const lane = lanes[which % lanes.length];
          if (lane === undefined) return;
          const { id } = lane;
          const fresh = () => aLane({ id: `fresh${count++}` });
          if (name === 'reorder') document = applyEdit(document, 'lanes.reorder', { id, to });
          if (name === 'add') {
            document = applyEdit(document, 'lanes.add', {
              lane: fresh(),
              beside: id,
              where: share ? 'before' : 'after',
            });
          }
          if (name === 'split') document = applyEdit(document, 'lanes.split', { id, lane: fresh() });
          if (name === 'resize') {
            const box = { ...boxOfNode(document.nodes, lane) };
            const next = {
              x: box.x + by.x,
              y: box.y - by.y,
              width: box.width + by.y * 3,
              height: box.height + by.x * 2,
            };
            document = applyEdit(document, 'lanes.resize', { id, box: next, neighbours: share ? 'share' : 'push' });
          }
          if (name === 'move') {
            const step = [nodeId(`step${which % 2}`)];
            document = applyEdit(document, 'nodes.move', { ids: step, by });
            document = applyEdit(document, 'nodes.makeRoom', { ids: step });
          }
          if (name === 'space') {
            const args = { axis: share ? ('x' as const) : ('y' as const), at: which * 16, by: to * 8 };
            document = applyEdit(document, 'space.insert', args);
          }
          expectOneStack(document);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function expectOneStack(document: DiagramDocument): void {
  const lanes = [...document.nodes.values()].filter(isLane);
  const [first] = lanes;
  if (first === undefined) return;
  const axis = stackAxis(first);
  const stack = laneStackOf(document.nodes, first);
  expect(stack).toHaveLength(lanes.length);
  for (const [index, lane] of stack.entries()) {
    const before = stack[index - 1];
    if (before !== undefined) expect(lane[axis]).toBe(endOn(before, axis));
  }
  for (const node of document.nodes.values()) {
    const lane = node.parentId === null ? undefined : document.nodes.get(node.parentId);
    if (lane === undefined) continue;
    for (const on of ['x', 'y'] as const) {
      expect(node[on]).toBeGreaterThanOrEqual(0);
      expect(endOn(node, on)).toBeLessThanOrEqual(lane[lengthOn[on]]);
    }
  }
}
