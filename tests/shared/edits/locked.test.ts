import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EditName } from '../../../shared/edits/args';
import { applyEdit, editNames } from '../../../shared/edits/index';
import { fieldsOfNode } from '../../../shared/file/recordFields';
import type { DiagramDocument, DiagramNode } from '../../../shared/model/document';
import { boxOfNode } from '../../../shared/model/query';
import { partlyLockedArbitrary } from '../../support/arbitraries';
import { aDocument, aLane, aTask, nodeId } from '../../support/builders';
import { editArgsArbitraries } from '../../support/editArbitraries';

/** Edits that are not about nodes but may change some: a role that is gone or replaced is so in locked steps, too. */
const others: ReadonlySet<EditName> = new Set(['nodes.lock', 'roles.remove', 'roles.replace']);

/** All of a node but where it is measured from: a container around it may be resized or dissolved. */
function contentOf({ x: _x, y: _y, parentId: _parent, ...content }: DiagramNode): unknown {
  return content;
}

describe.each(editNames.filter((name) => !others.has(name)))('%s', (name) => {
  test('leaves locked nodes as they are', () => {
    fc.assert(
      fc.property(partlyLockedArbitrary, fc.gen(), (document, generate) => {
        const argsFor = editArgsArbitraries[name] as (of: DiagramDocument) => fc.Arbitrary<never>;
        const next = applyEdit(document, name, generate(argsFor, document));
        for (const [id, node] of document.nodes) {
          const now = next.nodes.get(id);
          if (!node.locked) continue;
          expect(now).toBeDefined();
          if (now !== undefined) expect(contentOf(now)).toEqual(contentOf(node));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a locked step', () => {
  const document = aDocument({
    nodes: [
      aLane({ id: 'lane', width: 600, height: 200 }),
      aTask({ id: 'fixed', parentId: 'lane', x: 100, y: 40, label: 'Fixed', locked: true }),
      aTask({ id: 'loose', parentId: 'lane', x: 300, y: 40 }),
      aTask({ id: 'free', x: 900, y: 40, locked: true }),
    ],
  });
  const all = [...document.nodes.keys()];
  const boxIn = (of: DiagramDocument, id: string) => {
    const node = of.nodes.get(nodeId(id));
    return node === undefined ? null : boxOfNode(of.nodes, node);
  };

  test('stays where it is when all is moved, but goes along with its lane', () => {
    const moved = applyEdit(document, 'nodes.move', { ids: all, by: { x: 50, y: 0 } });
    expect(boxIn(moved, 'free')).toEqual(boxIn(document, 'free'));
    expect(boxIn(moved, 'fixed')?.x).toBe(150);
    const alone = applyEdit(document, 'nodes.move', { ids: [nodeId('fixed')], by: { x: 50, y: 0 } });
    expect(alone).toBe(document);
  });

  test('is left when all is deleted, with the lane it lies in', () => {
    const left = applyEdit(document, 'elements.remove', { nodes: all, edges: [] });
    expect([...left.nodes.keys()]).toEqual(['lane', 'fixed', 'free']);
  });

  test('is said in the file only when it is', () => {
    const fieldsIn = (id: string) => {
      const node = document.nodes.get(nodeId(id));
      return node === undefined ? undefined : fieldsOfNode(node).get('locked');
    };
    expect([fieldsIn('fixed'), fieldsIn('loose')]).toEqual([true, undefined]);
  });
});
