import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countsOf, nodesByRole } from '../../renderer/chrome/counts';
import { applyEdit } from '../../shared/edits/index';
import { createHistory, emptySelection, record } from '../../shared/history/history';
import type { DiagramDocument } from '../../shared/model/document';
import { giverOf, roleOfNode } from '../../shared/model/query';
import { generateDiagram } from '../bench/generateDiagram';
import { documentArbitrary } from '../support/arbitraries';
import { nodeId, roleId } from '../support/builders';

/** The same number found by looking at each node. */
function countOneByOne(document: DiagramDocument): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const node of document.nodes.values()) {
    if (['lane', 'group', 'note', 'stage'].includes(node.kind)) continue;
    const role = roleOfNode(document, node);
    if (role !== undefined) found.set(role.id, (found.get(role.id) ?? 0) + 1);
  }
  return found;
}

const shown = (document: DiagramDocument) => new Map([...nodesByRole(document)].filter(([, count]) => count > 0));

test('each role counts the nodes that name it or lie in a lane of it', () => {
  fc.assert(
    fc.property(documentArbitrary, (document) => {
      expect(shown(document)).toEqual(countOneByOne(document));
    }),
  );
});

test('counts follow every edit of a large diagram', () => {
  const ids = [nodeId('step-3'), nodeId('step-30'), nodeId('step-300')];
  let history = createHistory(generateDiagram(600));
  const edit = (change: (document: DiagramDocument) => DiagramDocument) => {
    history = record(history, 'edit.nodes.set', change(history.present.document), emptySelection);
    const { document } = history.present;
    expect(shown(document)).toEqual(countOneByOne(document));
    const ofKind = (kind: string) => [...document.nodes.values()].filter((node) => node.kind === kind).length;
    expect(countsOf(document)).toMatchObject({
      tasks: ofKind('task'),
      decisions: ofKind('decision'),
      edges: document.edges.size,
      handoffs: [...document.edges.values()].filter((edge) => giverOf(document, edge) !== undefined).length,
    });
  };
  edit((document) => applyEdit(document, 'nodes.set', { ids, patch: { roleId: roleId('role-2') } }));
  edit((document) => applyEdit(document, 'nodes.set', { ids: [nodeId('lane-4')], patch: { roleId: null } }));
  edit((document) => applyEdit(document, 'elements.remove', { nodes: ids, edges: [] }));
  edit((document) => applyEdit(document, 'elements.remove', { nodes: [nodeId('lane-7')], edges: [] }));
});
