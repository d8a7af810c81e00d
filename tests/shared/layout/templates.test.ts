import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { parseFile } from '../../../shared/file/parse';
import { serializeFile } from '../../../shared/file/serialize';
import { encloses } from '../../../shared/geometry/box';
import { kindOf } from '../../../shared/kinds/index';
import { measureDrawing } from '../../../shared/layout/measures';
import { tidyAll } from '../../../shared/layout/tidy';
import type { DiagramDocument, DiagramNode } from '../../../shared/model/document';
import { boxOfNode } from '../../../shared/model/query';
import { runElk } from '../../support/elk';

const folder = path.resolve(import.meta.dirname, '../../../assets/templates');

function load(name: string): DiagramDocument {
  const parsed = parseFile(readFileSync(path.join(folder, name), 'utf8'));
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.error)}`);
  return parsed.value.document;
}

const tidied = async (document: DiagramDocument) =>
  applyEdit(document, 'layout.apply', await tidyAll({ document, direction: 'right', runElk }));

const nodesOf = (document: DiagramDocument, kind: DiagramNode['kind']) =>
  [...document.nodes.values()].filter((node) => node.kind === kind);

/** Ids in the order in which they lie along an axis. */
const inOrder = (document: DiagramDocument, kind: DiagramNode['kind'], axis: 'x' | 'y') =>
  nodesOf(document, kind)
    .map((node) => ({ id: node.id, at: boxOfNode(document.nodes, node)[axis] }))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);

/** The stages in whose columns the middle of a step lies. */
function stageOf(document: DiagramDocument, node: DiagramNode): readonly string[] {
  const box = boxOfNode(document.nodes, node);
  const middle = box.x + box.width / 2;
  return nodesOf(document, 'stage')
    .filter(({ x, width }) => x <= middle && middle < x + width)
    .map(({ id }) => id);
}

/** The same diagram after somebody upset it: every step somewhere else, the same in each run. */
function upset(document: DiagramDocument): DiagramDocument {
  const nodes = [...document.nodes.values()].map((node, index): readonly [DiagramNode['id'], DiagramNode] => {
    const { container, layer } = kindOf(node.kind).traits;
    if (container || layer === 'back') return [node.id, node];
    return [node.id, { ...node, x: (index * 397) % 700, y: (index * 131) % 90 }];
  });
  return { ...document, nodes: new Map(nodes) };
}

describe.each(readdirSync(folder).sort())('the built-in diagram %s, tidied', (name) => {
  const document = load(name);

  test('has nothing on anything else and crosses no more than the hand-made one', async () => {
    const [byHand, after] = [measureDrawing(document), measureDrawing(await tidied(document))];
    expect(after).toMatchObject({ overlaps: 0, through: 0, sharedPx: 0 });
    expect(after.crossings).toBeLessThanOrEqual(byHand.crossings);
    expect(after.bends).toBeLessThanOrEqual(byHand.bends + 2);
  });

  test('keeps the order of lanes and stages, and each step in its lane and its stage', async () => {
    const after = await tidied(document);
    expect(inOrder(after, 'lane', 'y')).toEqual(inOrder(document, 'lane', 'y'));
    expect(inOrder(after, 'stage', 'x')).toEqual(inOrder(document, 'stage', 'x'));
    for (const node of after.nodes.values()) {
      const before = document.nodes.get(node.id) as DiagramNode;
      expect(node.parentId).toBe(before.parentId);
      const parent = node.parentId === null ? undefined : after.nodes.get(node.parentId);
      if (parent !== undefined) {
        expect(encloses(boxOfNode(after.nodes, parent), boxOfNode(after.nodes, node)), node.id).toBe(true);
      }
      if (node.kind === 'task') expect(stageOf(after, node), node.id).toEqual(stageOf(document, before));
    }
  });

  test('changes nothing when it is tidied again, and is the same in each run', async () => {
    const once = await tidied(document);
    expect(await tidied(once)).toBe(once);
    expect(serializeFile(await tidied(document))).toBe(serializeFile(once));
  });

  test('has no step on another one either after somebody upset it', async () => {
    expect(measureDrawing(upset(document)).overlaps).toBeGreaterThan(0);
    expect(measureDrawing(await tidied(upset(document))).overlaps).toBe(0);
  });
});
