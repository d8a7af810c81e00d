import { expect, test } from 'vitest';
import { setLabel } from '../../renderer/actions/labelEdits';
import { kindOf, nodeKindNames } from '../../shared/kinds/index';
import { isTextCut } from '../../shared/picture/fit';
import { aDocument, aNode, nodeId } from '../support/builders';
import { openWith } from '../support/testWindow';

const long = {
  ko: '모든 사람이 검토하고 승인한 다음 고객에게 배포하고 결과를 함께 살펴보는 단계',
  en: 'The step in which everybody reviews, approves and ships, and then looks at the results together',
};

test.each(nodeKindNames)('a %s grows with its text in the same step, unless its size is fixed', (kind) => {
  for (const sizing of ['fit', 'fixed'] as const) {
    const node = aNode(kind, { id: 'a', sizing });
    const before = aDocument({ nodes: [node] });
    const { editor } = openWith(before).active();
    editor.transact('canvas.step.editText', (edit) => setLabel(edit, before, node, long, 'both'));
    const after = editor.getState().history.present.document;
    const now = after.nodes.get(nodeId('a'));
    if (now === undefined) throw new Error('gone');
    expect(now.label).toEqual(long);
    const { width, height } = kindOf(kind).create().size;
    if (sizing === 'fixed') expect(now).toMatchObject({ width, height });
    else expect(isTextCut(after, now, 'both')).toBe(false);
    editor.undo();
    expect(editor.getState().history.present.document).toBe(before);
  }
});
