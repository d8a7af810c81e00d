import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { parseFile } from '../../../shared/file/parse';
import { serializeFile } from '../../../shared/file/serialize';
import type { DiagramDocument } from '../../../shared/model/document';
import { heldCount, isHidden, isShownEdge, shownNodes } from '../../../shared/model/hidden';
import { boxOfNode, containerAt } from '../../../shared/model/query';
import { edgeRoute } from '../../../shared/picture/edgeRoute';
import { nodeMarks } from '../../../shared/picture/nodeMarks';
import { pictureOf } from '../../../shared/picture/picture';
import { aDocument, aLane, aNode, anEdge, aTask, edgeId, nodeId } from '../../support/builders';

/** Two lanes, a group of two steps in the upper one, and a step below both. */
const start = aDocument({
  nodes: [
    aLane({ id: 'top', x: 0, y: 0, width: 800, height: 160 }),
    aLane({ id: 'bottom', x: 0, y: 160, width: 800, height: 96 }),
    aNode('group', { id: 'group', parentId: 'top', x: 150, y: 16, width: 400, height: 120 }),
    aTask({ id: 'one', label: 'One', parentId: 'group', x: 24, y: 40 }),
    aTask({ id: 'two', label: 'Two', parentId: 'group', x: 200, y: 40 }),
    aTask({ id: 'beside', label: 'Beside', parentId: 'top', x: 600, y: 40 }),
    aTask({ id: 'below', label: 'Below', parentId: 'bottom', x: 200, y: 20 }),
    aTask({ id: 'out', label: 'Out', x: 300, y: 320 }),
  ],
  edges: [
    anEdge({ id: 'a', from: 'one', to: 'two', kind: 'handoff', label: 'Draft' }),
    anEdge({ id: 'b', from: 'one', to: 'below', waypoints: [{ x: 400, y: 150 }] }),
    anEdge({ id: 'c', from: 'two', to: 'below' }),
    anEdge({ id: 'd', from: 'two', to: 'below', kind: 'handoff' }),
    anEdge({ id: 'e', from: 'below', to: 'out' }),
  ],
});

const collapse = (document: DiagramDocument, collapsed: boolean, ...ids: string[]) =>
  applyEdit(document, 'nodes.collapse', { ids: ids.map(nodeId), collapsed });

function look({ nodes, edges }: DiagramDocument) {
  return {
    boxOf: (id: string) => {
      const node = nodes.get(nodeId(id));
      if (node === undefined) throw new Error(`${id} is missing`);
      return boxOfNode(nodes, node);
    },
    drawn: [...edges.values()].filter((edge) => isShownEdge({ nodes, edges }, edge)).map(({ id }) => id),
    shown: shownNodes({ nodes }).map(({ id }) => id),
  };
}

function texts(document: DiagramDocument): readonly string[] {
  return pictureOf(document, { language: 'en' }).scenes.flatMap(({ marks }) =>
    marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : [])),
  );
}

describe('a closed lane', () => {
  const closed = collapse(start, true, 'top');

  test('is as long as its stack; what lies beyond closes up, and opening makes the very same room', () => {
    const { boxOf } = look(closed);
    expect(boxOf('top')).toEqual({ x: 0, y: 0, width: 800, height: 40 });
    expect([boxOf('bottom').y, boxOf('below').y, boxOf('out').y]).toEqual([40, 60, 200]);
    const opened = collapse(closed, false, 'top');
    expect([...opened.nodes.values()]).toEqual([...start.nodes.values()]);
    expect([...opened.edges.values()]).toEqual([...start.edges.values()]);
  });

  test('shows how many steps it holds and none of them, here and in exports', () => {
    expect(look(closed).shown).toEqual(['top', 'bottom', 'below', 'out']);
    const lane = closed.nodes.get(nodeId('top'));
    expect(lane && heldCount(closed.nodes, lane)).toBe(3);
    expect(texts(closed)).toContain('+3');
    expect(texts(closed)).not.toContain('One');
    expect(texts(start)).toContain('One');
    expect(texts(start)).not.toContain('+3');
  });

  test('takes the edges into it: one of each kind to each step, none of those within; all come back', () => {
    expect(look(closed).drawn).toEqual(['b', 'd', 'e']);
    const edge = closed.edges.get(edgeId('b'));
    const route = edge && edgeRoute(closed, edge);
    expect(route?.start.point.y).toBe(40);
    // Above the step that it leads to in truth, without the bend that is out of sight.
    expect(route?.start.point.x).toBeCloseTo(150 + 24 + 64, 0);
    expect(closed.edges.get(edgeId('a'))?.label).toEqual('Draft');
  });

  test('nothing falls into it by accident', () => {
    expect(containerAt(closed.nodes, { x: 300, y: 20 })).toBeNull();
    expect(containerAt(start.nodes, { x: 700, y: 20 })).toBe('top');
  });

  test('the count follows what is in it', () => {
    const fewer = applyEdit(closed, 'elements.remove', { nodes: [nodeId('one')], edges: [] });
    const lane = fewer.nodes.get(nodeId('top'));
    expect(lane && heldCount(fewer.nodes, lane)).toBe(2);
    const marks = lane && nodeMarks(fewer, lane, 'en');
    expect(marks?.some((mark) => mark.type === 'text' && mark.text === '+2')).toBe(true);
  });

  test('is kept in the file, and an open one leaves no trace there', () => {
    const text = serializeFile(closed);
    expect(text).toContain('"collapsed"');
    const read = parseFile(text);
    expect(read.ok && serializeFile(read.value.document)).toBe(text);
    expect(read.ok && isHidden(read.value.document.nodes, nodeId('one'))).toBe(true);
    expect(serializeFile(start)).not.toContain('collapsed');
  });
});

describe('a closed group', () => {
  test('becomes a small box that edges lead to; in a closed lane it stays closed', () => {
    const closed = collapse(start, true, 'group');
    expect(look(closed).boxOf('group')).toMatchObject({ x: 150, y: 16, width: 176, height: 40 });
    // What was beside it closes up.
    expect(look(closed).boxOf('beside').x).toBe(600 - 224);
    expect(look(closed).drawn).toEqual(['b', 'd', 'e']);
    const both = collapse(closed, true, 'top');
    expect(look(both).shown).toEqual(['top', 'bottom', 'below', 'out']);
    const opened = collapse(both, false, 'top');
    expect(look(opened).shown).toContain('group');
    expect(look(opened).shown).not.toContain('one');
    expect([...collapse(opened, false, 'group').nodes.values()]).toEqual([...start.nodes.values()]);
  });

  test('moved or stretched while it is closed, it opens with all in its place', () => {
    const closed = collapse(start, true, 'group');
    const placed = applyEdit(closed, 'nodes.place', {
      boxes: new Map([[nodeId('group'), { x: 140, y: 10, width: 200, height: 48 }]]),
    });
    const opened = collapse(placed, false, 'group');
    expect(opened.nodes.get(nodeId('one'))).toEqual(start.nodes.get(nodeId('one')));
    expect(look(opened).boxOf('group')).toMatchObject({ width: 400, height: 120 });
  });

  test('over columns of stages, these get shorter with it and longer again', () => {
    const columns = aDocument({
      nodes: [
        aNode('group', { id: 'upper', x: 0, y: 48, width: 600, height: 200 }),
        aNode('group', { id: 'lower', x: 0, y: 264, width: 600, height: 200 }),
        aNode('stage', { id: 'late', x: 400, y: 0, width: 200, height: 480 }),
      ],
    });
    const closed = collapse(columns, true, 'upper');
    expect([look(closed).boxOf('late').height, look(closed).boxOf('lower').y]).toEqual([320, 104]);
    expect([...collapse(closed, false, 'upper').nodes.values()]).toEqual([...columns.nodes.values()]);
  });
});
