import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFile } from '../../../shared/file/parse';
import { serializeFile } from '../../../shared/file/serialize';
import type { DiagramDocument, DiagramNode } from '../../../shared/model/document';
import { checkInvariants } from '../../../shared/model/invariants';
import { partlyLockedArbitrary } from '../../support/arbitraries';
import { aDocument, aLane, aNode, anEdge, aRole, aTask, nodeId } from '../../support/builders';

function reopened(text: string): DiagramDocument {
  const parsed = parseFile(text);
  if (!parsed.ok) throw new Error(`does not open: ${JSON.stringify(parsed.error)}`);
  expect(parsed.value.repairs).toEqual([]);
  expect(parsed.value.migratedFrom).toBeNull();
  return parsed.value.document;
}

/** Lines of `after` and `before` that the other does not have, as a diff shows them. */
function changedLines(before: string, after: string): readonly string[] {
  const old = before.split('\n');
  const fresh = after.split('\n');
  return [...old.filter((line) => !fresh.includes(line)), ...fresh.filter((line) => !old.includes(line))];
}

describe('a project file', () => {
  it('reads as people and git want it', () => {
    const document = aDocument({
      title: { ko: '모델 인계', en: 'Model hand-over' },
      roles: [aRole({ id: 'ml', name: 'ML engineer', tools: ['Python', { ko: '파이프라인', en: 'Pipelines' }] })],
      nodes: [
        aTask({ id: 'serve', parentId: 'lane', x: 240.25, y: 16, label: 'Serve', raci: { zoe: 'R', ml: 'A' } }),
        aLane({ id: 'lane', roleId: 'ml', props: { direction: 'vertical' } }),
        aTask({ id: 'Train', parentId: 'lane', label: '모델 학습\n"v2"' }),
      ],
      edges: [
        anEdge({
          id: 'e1',
          from: 'Train',
          to: { nodeId: nodeId('serve'), side: 'left', at: 0.33333 },
          kind: 'handoff',
        }),
        anEdge({ id: 'e0', from: 'Train', to: 'serve', heads: 'none', waypoints: [{ x: 8, y: 1.3 }] }),
      ],
    });
    expect(serializeFile(document)).toBe(`{
  "$schema": "roleweave-project-1.schema.json",
  "format": "roleweave",
  "version": 1,
  "title": {"en": "Model hand-over", "ko": "모델 인계"},
  "roles": [
    {
      "color": "#4f6bd8",
      "icon": "wrench",
      "id": "ml",
      "name": "ML engineer",
      "tools": ["Python", {"en": "Pipelines", "ko": "파이프라인"}]
    }
  ],
  "nodes": [
    {
      "height": 56,
      "id": "Train",
      "kind": "task",
      "label": "모델 학습\\n\\"v2\\"",
      "parentId": "lane",
      "width": 128,
      "x": 0,
      "y": 0
    },
    {
      "height": 96,
      "id": "lane",
      "kind": "lane",
      "props": {"direction": "vertical"},
      "roleId": "ml",
      "width": 800,
      "x": 0,
      "y": 0
    },
    {
      "height": 56,
      "id": "serve",
      "kind": "task",
      "label": "Serve",
      "parentId": "lane",
      "raci": {"ml": "A", "zoe": "R"},
      "width": 128,
      "x": 240.5,
      "y": 16
    }
  ],
  "edges": [
    {
      "from": {"nodeId": "Train"},
      "heads": "none",
      "id": "e0",
      "kind": "flow",
      "to": {"nodeId": "serve"},
      "waypoints": [[8, 1.5]]
    },
    {
      "from": {"nodeId": "Train"},
      "id": "e1",
      "kind": "handoff",
      "to": {"at": 0.333, "nodeId": "serve", "side": "left"}
    }
  ]
}
`);
  });

  it('gives back any document, and the same bytes when saved again', () => {
    fc.assert(
      fc.property(partlyLockedArbitrary, (document) => {
        const text = serializeFile(document);
        const again = reopened(text);
        expect(again).toEqual(document);
        expect(checkInvariants(again)).toEqual([]);
        expect(serializeFile(again)).toBe(text);
      }),
      { numRuns: 400 },
    );
  });

  it('does not depend on the order in which records were made', () => {
    fc.assert(
      fc.property(partlyLockedArbitrary, (document) => {
        const reversed = {
          ...document,
          roles: new Map([...document.roles].reverse()),
          nodes: new Map([...document.nodes].reverse()),
          edges: new Map([...document.edges].reverse()),
        };
        expect(serializeFile(reversed)).toBe(serializeFile(document));
      }),
    );
  });

  it('changes in the moved node’s own lines only', () => {
    const moveArbitrary = fc.record({
      document: partlyLockedArbitrary,
      pick: fc.nat(),
      by: fc.integer({ min: 1, max: 99 }),
    });
    fc.assert(
      fc.property(moveArbitrary, ({ document, pick, by }) => {
        const node = [...document.nodes.values()][pick % Math.max(1, document.nodes.size)];
        fc.pre(node !== undefined);
        const moved: DiagramNode = { ...node, x: node.x + by };
        const before = serializeFile(document);
        const after = serializeFile({ ...document, nodes: new Map(document.nodes).set(node.id, moved) });
        const lines = before.split('\n');
        const differing = after.split('\n').flatMap((line, index) => (line === lines[index] ? [] : [index]));
        expect(after.split('\n')).toHaveLength(lines.length);
        expect(differing).toHaveLength(1);
        const [index = 0] = differing;
        expect(lines[index]).toBe(`      "x": ${node.x},`);
        // The block around the line is the node's own.
        const start = lines.lastIndexOf('    {', index);
        const end = lines.findIndex((line, at) => at > index && line.startsWith('    }'));
        expect(lines.slice(start, end)).toContain(`      "id": ${JSON.stringify(node.id)},`);
      }),
    );
  });

  it('keeps fields of later versions on every level, and what surrounds them', () => {
    const text = `{
  "$schema": "../schemas/ours.json",
  "format": "roleweave",
  "version": 1,
  "title": {"en": "Plan", "ja": "計画"},
  "x-board": {"a": [1, {"b": null}], "huge": 1e999},
  "roles": [
    {
      "id": "ml",
      "salaryBand": 3
    }
  ],
  "nodes": [
    {
      "height": 56,
      "id": "a",
      "kind": "task",
      "props": {"effortDays": 3},
      "width": 128,
      "x": 0,
      "y": 0,
      "zoomable": true
    }
  ],
  "edges": [
    {
      "from": {"nodeId": "a", "port": "out"},
      "id": "e",
      "kind": "flow",
      "since": "v2",
      "to": {"nodeId": "a"}
    }
  ]
}
`;
    const document = reopened(text);
    expect(serializeFile(document)).toBe(text);
    const node = document.nodes.get(nodeId('a')) as DiagramNode;
    const moved = { ...document, nodes: new Map(document.nodes).set(node.id, { ...node, x: 8 }) };
    expect(changedLines(text, serializeFile(moved))).toEqual(['      "x": 0,', '      "x": 8,']);
  });

  it('takes the title that was typed over one that could not be read', () => {
    const parsed = parseFile(
      '{"format": "roleweave", "version": 1, "title": 7, "roles": [], "nodes": [], "edges": []}',
    );
    if (!parsed.ok) throw new Error('does not open');
    const { document } = parsed.value;
    expect(serializeFile(document)).toContain('"title": 7');
    expect(reopened(serializeFile({ ...document, title: 'Plan' })).title).toBe('Plan');
  });

  it('is the same text from any layout of the same JSON', () => {
    const text = serializeFile(aDocument({ title: 't', nodes: [aNode('note', { id: 'n', label: 'a' })] }));
    expect(serializeFile(reopened(JSON.stringify(JSON.parse(text))))).toBe(text);
    expect(serializeFile(reopened(`\ufeff${text.replaceAll('\n', '\r\n')}`))).toBe(text);
  });

  it('has a trailing newline, unix line ends, no byte order mark, and no time or user', () => {
    const text = serializeFile(aDocument());
    expect(text).toBe(
      '{\n  "$schema": "roleweave-project-1.schema.json",\n  "format": "roleweave",\n  "version": 1,\n  "title": "",\n  "roles": [],\n  "nodes": [],\n  "edges": []\n}\n',
    );
  });
});
