import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { roleOfNode } from '../../../shared/model/query';
import { mustGet } from '../../../shared/util/invariant';
import { aDocument, aLane, aNode, aRole, aTask, nodeId } from '../../support/builders';

const document = aDocument({
  roles: [aRole({ id: 'design' }), aRole({ id: 'build' }), aRole({ id: 'test' })],
  nodes: [
    aLane({ id: 'top', roleId: 'design', x: 0, y: 0, width: 600, height: 120 }),
    aLane({ id: 'below', roleId: 'build', x: 0, y: 120, width: 600, height: 120 }),
    aNode('group', { id: 'group', parentId: 'top', x: 300, y: 10, width: 200, height: 100 }),
    aTask({ id: 'a', parentId: 'top', x: 160, y: 30 }),
    aTask({ id: 'tester', parentId: 'top', x: 160, y: 30, roleId: 'test' }),
    aTask({ id: 'free', x: 700, y: 0, roleId: 'test' }),
  ],
});

function taken(id: string, parentId: string | null) {
  const moved = applyEdit(document, 'nodes.reparent', {
    ids: [nodeId(id)],
    parentId: parentId === null ? null : nodeId(parentId),
  });
  const node = mustGet(moved.nodes, nodeId(id));
  return { own: node.roleId, shown: roleOfNode(moved, node)?.id };
}

describe('a step that is taken', () => {
  test('into another role’s lane is that role’s, whatever it was before', () => {
    expect(taken('a', 'below')).toEqual({ own: null, shown: 'build' });
    expect(taken('tester', 'below')).toEqual({ own: null, shown: 'build' });
    expect(taken('free', 'below')).toEqual({ own: null, shown: 'build' });
  });

  test('out of all lanes stays with the role that it had there', () => {
    expect(taken('a', null)).toEqual({ own: 'design', shown: 'design' });
    expect(taken('tester', null)).toEqual({ own: 'test', shown: 'test' });
  });

  test('into a group of the same lane keeps a role of its own', () => {
    expect(taken('tester', 'group')).toEqual({ own: 'test', shown: 'test' });
    expect(taken('a', 'group')).toEqual({ own: null, shown: 'design' });
  });
});
