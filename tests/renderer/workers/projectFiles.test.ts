import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDocumentReader, headOf, slicesOf } from '../../../renderer/workers/documentSlices';
import { inSlices } from '../../../renderer/workers/inSlices';
import { parseProject, recoverProject, serializeProject } from '../../../renderer/workers/projectFiles';
import { applyEdit } from '../../../shared/edits/index';
import { diffDocuments, replay, serializeStep } from '../../../shared/file/journal';
import { parseFile } from '../../../shared/file/parse';
import { serializeFile } from '../../../shared/file/serialize';
import { type DiagramDocument, recordLists } from '../../../shared/model/document';
import { mustGet } from '../../../shared/util/invariant';
import { generateDiagram } from '../../bench/generateDiagram';
import { documentArbitrary } from '../../support/arbitraries';
import { nodeId } from '../../support/builders';

const large = generateDiagram(1_000);
const text = serializeFile(large);

/** What arrives on another thread. */
function carried(document: DiagramDocument): DiagramDocument {
  const reader = createDocumentReader();
  for (const slice of slicesOf(document)) reader.put(structuredClone(slice));
  return reader.document(structuredClone(headOf(document)));
}

describe('a document on its way from the worker', () => {
  test('arrives as it is, whatever is in it', () => {
    fc.assert(
      fc.property(documentArbitrary, (document) => {
        const arrived = carried(document);
        expect(arrived).toEqual(document);
        expect(serializeFile(arrived)).toBe(serializeFile(document));
      }),
    );
  });

  test('arrives in the order of the file, in several parts', () => {
    const slices = [...slicesOf(large)];
    expect(slices.length).toBeGreaterThan(5);
    const arrived = carried(large);
    for (const list of recordLists) {
      expect([...arrived[list].keys()]).toEqual([...large[list].keys()]);
    }
  });

  test('keeps numbers that JSON cannot say', () => {
    const first = mustGet(large.nodes, nodeId('step-0'));
    const odd = { ...first, unknown: { far: Number.POSITIVE_INFINITY, deep: [{ far: Number.NEGATIVE_INFINITY }] } };
    const document = { ...large, nodes: new Map([[odd.id, odd]]) };
    expect(carried(document).nodes.get(odd.id)?.unknown).toEqual(odd.unknown);
  });
});

describe('a large file', () => {
  test('reads like a small one, with what was mended and what cannot be', async () => {
    expect(await parseProject(text)).toStrictEqual(parseFile(text));
    const dangling = text.replace('"nodeId": "step-7"', '"nodeId": "nobody"');
    const mended = await parseProject(dangling);
    expect(mended).toStrictEqual(parseFile(dangling));
    expect(mended.ok && mended.value.repairs.length).toBeGreaterThan(0);
    expect(await parseProject(text.slice(0, -100))).toEqual(parseFile(text.slice(0, -100)));
    const withMore = text.replace('"version": 1,', '"version": 1,\n  "mine": {"a": 1e999},');
    expect(await parseProject(withMore)).toStrictEqual(parseFile(withMore));
  });

  test('is written byte by byte as a small one', async () => {
    expect(await serializeProject(large)).toBe(text);
  });

  test('is recovered with the steps of its journal', async () => {
    const moved = applyEdit(large, 'nodes.move', { ids: [nodeId('step-5')], by: { x: 8, y: 0 } });
    const steps = [serializeStep(diffDocuments(large, moved)), '{"cut off'];
    const recovered = await recoverProject(text, steps);
    const { document, skipped } = replay(large, steps);
    expect(recovered.ok && serializeFile(recovered.value.document)).toBe(serializeFile(document));
    expect(recovered.ok && recovered.value.skipped).toBe(skipped);
    expect(await recoverProject(text.slice(0, -100), [])).toEqual(parseFile(text.slice(0, -100)));
  });
});

test('work in slices lets other tasks in', async () => {
  const order: string[] = [];
  function* slowly() {
    for (let item = 0; item < 3; item++) {
      for (const startMs = performance.now(); performance.now() - startMs < 20; );
      order.push(`item ${item}`);
      yield item;
    }
  }
  const frame = new Promise<void>((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      order.push('a frame');
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
  expect(await inSlices(slowly())).toEqual([0, 1, 2]);
  await frame;
  expect(order.at(0)).toBe('item 0');
  expect(order.indexOf('a frame')).toBeLessThan(order.indexOf('item 2'));
});
