import { expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { createDropTargets } from '../../../shared/layout/dropTargets';
import { homeOf } from '../../../shared/layout/spots';
import { boxOfNode, withDescendants } from '../../../shared/model/query';
import { generateDiagram } from '../../bench/generateDiagram';
import { aNode, nodeId } from '../../support/builders';

// With a gap between two lanes that is too narrow for a step.
const document = applyEdit(generateDiagram(120), 'nodes.move', { ids: [nodeId('lane-4')], by: { x: 0, y: 30 } });
const step = nodeId('step-17');

test('the places to drop into while something is dragged are those that everything else finds', () => {
  const node = document.nodes.get(step);
  if (node === undefined) throw new Error('there is no such step');
  const dragged = withDescendants(document.nodes, [step]);
  const targets = createDropTargets(document, dragged);
  const { width, height } = boxOfNode(document.nodes, node);
  const homes = new Set<string | null>();
  for (let x = -400; x < 3_000; x += 130) {
    for (let y = -300; y < 2_400; y += 17) {
      const box = { x, y, width, height };
      const home = targets.homeOf(node, box);
      homes.add(home);
      expect(home, `${x} ${y}`).toBe(homeOf(document, 'task', box, dragged));
    }
  }
  expect(homes.size).toBeGreaterThan(5);
});

test('a frame goes only into what holds all of it, and nothing into what is dragged', () => {
  const lane = document.nodes.get(nodeId('lane-4'));
  if (lane === undefined) throw new Error('there is no such lane');
  const box = boxOfNode(document.nodes, lane);
  const targets = createDropTargets(document, withDescendants(document.nodes, [lane.id]));
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2, width: 10, height: 10 };
  const group = aNode('group');
  expect(targets.homeOf(group, middle)).toBeNull();
  const others = createDropTargets(document, new Set());
  expect(others.homeOf(group, middle)).toBe(lane.id);
  expect(others.homeOf(group, { ...middle, width: box.width })).toBeNull();
});
