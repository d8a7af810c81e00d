import { describe, expect, test } from 'vitest';
import { encloses } from '../../shared/geometry/box';
import { giveToRole } from '../../shared/layout/giving';
import type { RoleId } from '../../shared/model/ids';
import { boxOfNode, roleOfNode } from '../../shared/model/query';
import { mustGet } from '../../shared/util/invariant';
import { aDocument, aLane, aRole, aTask, nodeId, roleId } from '../support/builders';
import { openWith } from '../support/testWindow';

const document = aDocument({
  roles: [aRole({ id: 'design' }), aRole({ id: 'build' }), aRole({ id: 'test' })],
  nodes: [
    aLane({ id: 'top', roleId: 'design', x: 0, y: 0, width: 600, height: 120 }),
    aLane({ id: 'below', roleId: 'build', x: 0, y: 120, width: 600, height: 120 }),
    aTask({ id: 'a', parentId: 'top', x: 160, y: 30 }),
    aTask({ id: 'b', parentId: 'below', x: 160, y: 30 }),
    aTask({ id: 'free', x: 700, y: 0 }),
  ],
});

function given(id: string, role: RoleId | null) {
  const view = openWith(document);
  const { editor } = view.active();
  editor.transact('edit.nodes.set', (edit) => giveToRole(document, edit, [nodeId(id)], role));
  const shown = view.shown();
  const node = mustGet(shown.nodes, nodeId(id));
  return { view, shown, node, box: boxOfNode(shown.nodes, node), role: roleOfNode(shown, node)?.id };
}

describe('giving a step to another role', () => {
  test('takes it into that role’s lane, near to where it was, beside what is there; undo takes both back', () => {
    const { view, shown, node, box, role } = given('a', roleId('build'));
    expect([node.parentId, node.roleId, role]).toEqual(['below', null, 'build']);
    expect(encloses(boxOfNode(shown.nodes, mustGet(shown.nodes, nodeId('below'))), box)).toBe(true);
    expect(Math.abs(box.x - 160)).toBeLessThan(200);
    view.active().editor.undo();
    expect(view.shown()).toBe(document);
  });

  test('leaves it where it is when that role has no lane, or it lies in none', () => {
    expect(given('a', roleId('test')).node).toMatchObject({ parentId: 'top', roleId: 'test' });
    expect(given('free', roleId('build')).node).toMatchObject({ parentId: null, roleId: 'build' });
  });
});
