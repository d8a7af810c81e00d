import { expect, test } from 'vitest';
import { fragmentOf, parseFragment, serializeFragment } from '../../../shared/clipboard/fragment';
import { pasteFragment } from '../../../shared/clipboard/paste';
import { applyEdit } from '../../../shared/edits/index';
import { roleOfNode } from '../../../shared/model/query';
import { aDocument, aLane, aNode, aRole, aTask, nodeId, roleId } from '../../support/builders';

const document = aDocument({
  roles: [aRole({ id: 'designer', name: 'Designer' }), aRole({ id: 'builder', name: 'Builder' })],
  nodes: [
    aLane({ id: 'design', roleId: 'designer' }),
    aLane({ id: 'build', y: 96, roleId: 'builder' }),
    aLane({ id: 'nobody', y: 192 }),
    aTask({ id: 'draft', parentId: 'design' }),
    aTask({ id: 'guest', parentId: 'design', roleId: 'builder' }),
    aNode('note', { id: 'note', parentId: 'design' }),
  ],
});

/** Copies a step as the clipboard carries it, into a container or onto the canvas; answers its role there. */
function roleAfterCopy(id: string, into: string | null) {
  const read = parseFragment(serializeFragment(fragmentOf(document, { nodes: [nodeId(id)] })));
  if (!read.ok) throw new Error(read.error.type);
  const pasted = pasteFragment(document, read.value, {
    offset: { x: 0, y: 0 },
    parentOf: () => (into === null ? null : nodeId(into)),
  });
  const next = applyEdit(document, 'nodes.add', pasted.args);
  const [copy] = pasted.selection.nodes;
  const node = copy === undefined ? undefined : next.nodes.get(copy);
  if (node === undefined) throw new Error('nothing was pasted');
  return { own: node.roleId, shown: roleOfNode(next, node)?.id ?? null };
}

test('a step copied out of its lane keeps the role that it only had from there', () => {
  expect(roleAfterCopy('draft', null)).toEqual({ own: roleId('designer'), shown: 'designer' });
  expect(roleAfterCopy('draft', 'nobody')).toEqual({ own: 'designer', shown: 'designer' });
});

test('in a lane of a role it is that one\u2019s, unless it has a role of its own', () => {
  expect(roleAfterCopy('draft', 'build')).toEqual({ own: null, shown: 'builder' });
  expect(roleAfterCopy('draft', 'design')).toEqual({ own: null, shown: 'designer' });
  expect(roleAfterCopy('guest', 'design')).toEqual({ own: 'builder', shown: 'builder' });
});

test('what takes no role gets none', () => {
  expect(roleAfterCopy('note', null).own).toBeNull();
});
