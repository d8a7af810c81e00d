import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffDocuments, type JournalStep, parseStep, replay, serializeStep } from '../../../shared/file/journal';
import { parseFile } from '../../../shared/file/parse';
import { serializeFile } from '../../../shared/file/serialize';
import type { DiagramDocument, DiagramNode } from '../../../shared/model/document';
import type { EdgeId, NodeId } from '../../../shared/model/ids';
import { checkInvariants } from '../../../shared/model/invariants';
import { patchMap } from '../../../shared/util/patchedMap';
import { documentArbitrary } from '../../support/arbitraries';
import { aDocument, anEdge, aTask, nodeId } from '../../support/builders';
import { cpuMsOf } from '../../support/cpuTime';
import { projectText, rawNode } from '../../support/projectText';

const textOf = (before: DiagramDocument, after: DiagramDocument) => serializeStep(diffDocuments(before, after));
const start = aDocument({
  title: 'Plan',
  nodes: [aTask({ id: 'a' }), aTask({ id: 'b' })],
  edges: [anEdge({ id: 'e', from: 'a', to: 'b' })],
});
const withNode = (document: DiagramDocument, node: DiagramNode) => ({
  ...document,
  nodes: patchMap(document.nodes, new Map([[node.id, node]])),
});

describe('the recovery journal', () => {
  it('brings back any sequence of documents', () => {
    fc.assert(
      fc.property(fc.array(documentArbitrary, { minLength: 2, maxLength: 4 }), ([first = start, ...others]) => {
        const steps = others.map((after, index) => textOf(index === 0 ? first : (others[index - 1] ?? first), after));
        const result = replay(first, steps);
        expect(result.document).toEqual(others.at(-1));
        expect(result.skipped).toBe(0);
        expect(result.repairs).toEqual([]);
        for (const step of steps) expect(step).not.toContain('\n');
      }),
    );
  });

  it('brings back a file that was saved and edited since', () => {
    fc.assert(
      fc.property(documentArbitrary, documentArbitrary, (saved, edited) => {
        const parsed = parseFile(serializeFile(saved));
        expect(parsed.ok && replay(parsed.value.document, [textOf(saved, edited)]).document).toEqual(edited);
      }),
      { numRuns: 50 },
    );
  });

  it('holds what changed and nothing else', () => {
    const moved = withNode(start, aTask({ id: 'a', x: 40 }));
    expect(textOf(start, moved)).toBe(
      '{"nodes": {"removed": [], "set": [{"height": 56, "id": "a", "kind": "task", "width": 128, "x": 40, "y": 0}]}}',
    );
    expect(textOf(start, { ...start, title: { ko: '계획' } })).toBe('{"title": {"ko": "계획"}}');
    expect(textOf(start, { ...start, edges: new Map() })).toBe('{"edges": {"removed": ["e"], "set": []}}');
    expect(textOf(start, start)).toBe('{}');
    expect(textOf({ ...start, unknown: { later: 1 } }, start)).toBe('{"unknown": null}');
  });

  it('looks only at the changes of a patched map', () => {
    const nodes = new Map(Array.from({ length: 5 }, (_, index) => [nodeId(`n${index}`), aTask({ id: `n${index}` })]));
    const before: ReadonlyMap<NodeId, DiagramNode> = Object.assign(new Map(nodes), {
      [Symbol.iterator](): never {
        throw new Error('it went through all nodes');
      },
    });
    const after = patchMap(before, new Map([[nodeId('n1'), aTask({ id: 'n1', x: 8 })]]));
    const step = diffDocuments({ ...start, nodes: before }, { ...start, nodes: after });
    expect([...step.nodes.keys()]).toEqual(['n1']);
  });

  it('goes on after a step that cannot be read, and says so', () => {
    const moved = withNode(start, aTask({ id: 'a', x: 40 }));
    const named = { ...moved, title: 'Plan B' };
    const last = withNode(named, aTask({ id: 'b', y: 8 }));
    const steps = [textOf(start, moved), textOf(moved, named), textOf(named, last)];
    const torn = [...steps.slice(0, 1), steps[1]?.slice(0, 9) ?? '', ...steps.slice(2)];
    const result = replay(start, torn);
    expect(result.skipped).toBe(1);
    expect(result.document).toEqual({ ...last, title: 'Plan', nodes: new Map(last.nodes) });
  });

  it('leaves no loose ends when the step that made a node is missing', () => {
    const grown = withNode(start, aTask({ id: 'c' }));
    const edge = anEdge({ id: 'f', from: 'b', to: 'c' });
    const connected = { ...grown, edges: patchMap(grown.edges, new Map([['f' as EdgeId, edge]])) };
    const result = replay(start, ['not a step', textOf(grown, connected)]);
    expect(result.document).toEqual(start);
    expect(result.repairs).toEqual([{ type: 'edgeEndMissing', place: 'edges["f"]', id: 'c' }]);
  });

  it('keeps a container of a later version a container', () => {
    const text = projectText({
      nodes: [rawNode({ id: 'pool', kind: 'pool' }), rawNode({ id: 'in', parentId: 'pool' })],
      edges: [],
    });
    const parsed = parseFile(text);
    if (!parsed.ok) throw new Error('it opens');
    const before = parsed.value.document;
    const pool = before.nodes.get('pool' as NodeId);
    if (pool === undefined) throw new Error('it is there');
    const after = withNode(before, { ...pool, x: 16 });
    const result = replay(before, [textOf(before, after)]);
    expect(result.document.nodes.get('pool' as NodeId)).toEqual({ ...pool, x: 16 });
    expect(result.repairs).toEqual([]);
  });

  it.each([
    '',
    'null',
    '[]',
    '{"nodes": 1}',
    '{"nodes": {"set": []}}',
    '{"nodes": {"set": [null], "removed": []}}',
    '{"nodes": {"set": [{"id": ""}], "removed": []}}',
    '{"nodes": {"set": [], "removed": [7]}}',
    '{"edges": {"set": [{"id": "f", "kind": "flow"}], "removed": []}}',
    '{"unknown": 5}',
    `{"title": "${'x'.repeat(100_001)}"}`,
    `${'['.repeat(1_000)}`,
  ])('does not take %.40s for a step', (text) => {
    expect(parseStep(text, () => 'task').ok).toBe(false);
    expect(replay(start, [text])).toMatchObject({ document: start, skipped: 1 });
  });

  it('survives any line', () => {
    const line = fc.oneof(
      fc.json(),
      fc.string(),
      documentArbitrary.map((document) => textOf(start, document)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(line, fc.nat()), { maxLength: 4 }), (lines) => {
        const steps = lines.map(([text, cut]) => (cut % 2 === 0 ? text : text.slice(0, cut % (text.length + 1))));
        const result = replay(start, steps);
        expect(checkInvariants(result.document)).toEqual([]);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('replays 1,000 moves in a diagram of 10,000 nodes with a second of work', () => {
    const nodes = Array.from({ length: 10_000 }, (_, index) => aTask({ id: `n${index}` }));
    const document = aDocument({ nodes });
    const steps = Array.from({ length: 1_000 }, (_, index): string => {
      const step: JournalStep = {
        roles: new Map(),
        nodes: new Map([[nodeId(`n${index}`), aTask({ id: `n${index}`, x: index })]]),
        edges: new Map(),
        people: new Map(),
        separations: new Map(),
        images: new Map(),
      };
      return serializeStep(step);
    });
    let replayed = document;
    expect(cpuMsOf(() => (replayed = replay(document, steps).document))).toBeLessThan(1_000);
    expect(replayed.nodes.get(nodeId('n999'))?.x).toBe(999);
  });
});
