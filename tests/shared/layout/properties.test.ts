import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { serializeFile } from '../../../shared/file/serialize';
import { encloses, grow, intersects } from '../../../shared/geometry/box';
import { kindOf } from '../../../shared/kinds/index';
import { tidyAll } from '../../../shared/layout/tidy';
import type { DiagramDocument, DiagramNode } from '../../../shared/model/document';
import { checkInvariants } from '../../../shared/model/invariants';
import { boxOfNode, childrenByParent } from '../../../shared/model/query';
import { documentArbitrary } from '../../support/arbitraries';
import { runElk } from '../../support/elk';
import { planArbitrary } from '../../support/planArbitrary';

const directionArbitrary = fc.constantFrom('right' as const, 'down' as const);

async function tidied(document: DiagramDocument, direction: 'right' | 'down'): Promise<DiagramDocument> {
  return applyEdit(document, 'layout.apply', await tidyAll({ document, direction, runElk }));
}

const isFlat = (node: DiagramNode) => node.kind !== 'stage';

/** Pairs of nodes in the same container that lie on each other; stages are columns behind the others. */
function overlapsIn({ nodes }: DiagramDocument): readonly string[] {
  const found: string[] = [];
  for (const siblings of childrenByParent(nodes).values()) {
    const flat = siblings.map((id) => nodes.get(id) as DiagramNode).filter(isFlat);
    for (const [index, a] of flat.entries()) {
      for (const b of flat.slice(index + 1)) {
        if (intersects(boxOfNode(nodes, a), boxOfNode(nodes, b))) found.push(`${a.kind} ${a.id} and ${b.kind} ${b.id}`);
      }
    }
  }
  return found;
}

function strayNodesIn({ nodes }: DiagramDocument): readonly string[] {
  return [...nodes.values()].filter(isFlat).flatMap((node) => {
    const parent = node.parentId === null ? undefined : nodes.get(node.parentId);
    if (parent === undefined) return [];
    const isInside = encloses(grow(boxOfNode(nodes, parent), 0.5), boxOfNode(nodes, node));
    return isInside ? [] : [`${node.kind} ${node.id} in ${parent.kind} ${parent.id}`];
  });
}

test('whatever is tidied, nothing covers its neighbours and all lies in its container', async () => {
  await fc.assert(
    fc.asyncProperty(documentArbitrary, directionArbitrary, async (document, direction) => {
      const after = await tidied(document, direction);
      expect(checkInvariants(after)).toEqual([]);
      expect([...after.nodes.values()].map(({ id, parentId }) => [id, parentId])).toEqual(
        [...document.nodes.values()].map(({ id, parentId }) => [id, parentId]),
      );
      expect(overlapsIn(after)).toEqual([]);
      expect(strayNodesIn(after)).toEqual([]);
      const steps = [...after.nodes.values()].filter(({ kind }) => !kindOf(kind).traits.container && kind !== 'stage');
      for (const { id, width, height } of steps) expect(document.nodes.get(id)).toMatchObject({ width, height });
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('what is tidy stays as it is, to the last byte', async () => {
  await fc.assert(
    fc.asyncProperty(planArbitrary, directionArbitrary, async (document, direction) => {
      const once = await tidied(document, direction);
      const twice = await tidied(once, direction);
      expect(serializeFile(twice)).toBe(serializeFile(once));
    }),
    { numRuns: 60 },
  );
}, 120_000);
