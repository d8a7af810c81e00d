import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { templates } from '../../renderer/templates/index';
import { parseFile } from '../../shared/file/parse';
import { serializeFile } from '../../shared/file/serialize';
import { type Box, encloses, grow, intersects } from '../../shared/geometry/box';
import { languages } from '../../shared/i18n/language';
import { nodeKinds } from '../../shared/kinds/index';
import { type DiagramDocument, type DiagramNode, emptyDocument } from '../../shared/model/document';
import { checkInvariants } from '../../shared/model/invariants';
import { ancestorsOf, boxOfNode, roleOfNode } from '../../shared/model/query';
import { edgeRoute } from '../../shared/picture/edgeRoute';
import { nodeMarks } from '../../shared/picture/nodeMarks';

const folder = path.resolve(import.meta.dirname, '../../assets/templates');
const names = readdirSync(folder).sort();

function load(name: string): { readonly text: string; readonly document: DiagramDocument } {
  const text = readFileSync(path.join(folder, name), 'utf8');
  const parsed = parseFile(text);
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.error)}`);
  expect(parsed.value.repairs).toEqual([]);
  return { text, document: parsed.value.document };
}

const frontNodes = (document: DiagramDocument): readonly DiagramNode[] =>
  [...document.nodes.values()].filter((node) => nodeKinds[node.kind].traits.layer === 'front');

test.each(Object.entries(templates))('the template %s is the file that it was built from', async (_, template) => {
  const document = await template.load();
  const files = names.map((name) => load(name).document);
  expect([emptyDocument, ...files]).toContainEqual(document);
});

describe.each(names)('the built-in diagram %s', (name) => {
  const { text, document } = load(name);

  test('is written as the app would save it', () => {
    expect(serializeFile(document)).toBe(text);
    expect(checkInvariants(document)).toEqual([]);
  });

  test('has every text in Korean and in English', () => {
    const records = [...document.roles.values(), ...document.nodes.values(), ...document.edges.values()];
    const texts = records.flatMap((record) => ['name' in record ? record.name : record.label, record.description]);
    for (const one of [document.title, ...texts]) {
      if (typeof one === 'string') expect(one).toBe('');
      else for (const language of languages) expect(one[language]).toBeTruthy();
    }
  });

  test('lays no step on another and every step inside its lane', () => {
    const boxes = frontNodes(document).map((node) => ({ node, box: boxOfNode(document.nodes, node) }));
    for (const [index, a] of boxes.entries()) {
      for (const b of boxes.slice(index + 1)) {
        expect(intersects(a.box, b.box), `${a.node.id} and ${b.node.id}`).toBe(false);
      }
      for (const id of ancestorsOf(document.nodes, a.node.id)) {
        const around = document.nodes.get(id) as DiagramNode;
        expect(encloses(boxOfNode(document.nodes, around), a.box), `${a.node.id} in ${id}`).toBe(true);
      }
    }
  });

  test.each(languages)('cuts no label in %s', (language) => {
    for (const node of document.nodes.values()) {
      for (const mark of nodeMarks(document, node, language)) {
        if (mark.type === 'text') expect(mark.text, node.id).not.toContain('…');
      }
    }
  });

  test('runs no edge through a step and crosses edges at most once', () => {
    const pieces: { readonly edge: string; readonly box: Box }[] = [];
    for (const edge of document.edges.values()) {
      const points = edgeRoute(document, edge)?.points ?? [];
      for (const [index, to] of points.entries()) {
        const from = points[index - 1];
        if (from === undefined) continue;
        const box = {
          x: Math.min(from.x, to.x),
          y: Math.min(from.y, to.y),
          width: Math.abs(from.x - to.x),
          height: Math.abs(from.y - to.y),
        };
        pieces.push({ edge: edge.id, box: grow(box, 0.1) });
        for (const node of frontNodes(document)) {
          if (node.id === edge.from.nodeId || node.id === edge.to.nodeId) continue;
          expect(intersects(box, grow(boxOfNode(document.nodes, node), -1)), `${edge.id} through ${node.id}`).toBe(
            false,
          );
        }
      }
    }
    let crossings = 0;
    for (const [index, a] of pieces.entries()) {
      for (const b of pieces.slice(index + 1)) if (a.edge !== b.edge && intersects(a.box, b.box)) crossings++;
    }
    expect(crossings).toBeLessThanOrEqual(1);
  });
});

describe('the role collaboration diagram', () => {
  const { document } = load('role-collaboration.roleweave');
  const nodes = [...document.nodes.values()];

  test('has every role with its description, business and engineering apart', () => {
    const teams = new Map<string, string[]>();
    for (const role of document.roles.values()) {
      const team = typeof role.team === 'string' ? role.team : (role.team.en ?? '');
      teams.set(team, [...(teams.get(team) ?? []), role.id]);
      expect(role.description).not.toBe('');
    }
    expect(teams.get('Business')?.sort()).toEqual(['data-analyst', 'research-scientist']);
    expect(teams.get('Engineering')?.sort()).toEqual(['data-engineer', 'data-scientist', 'developer', 'ml-engineer']);
    expect(teams.get('Users')).toEqual(['end-user']);
    const laneParents = new Map(
      nodes.filter(({ kind }) => kind === 'lane').map((lane) => [lane.roleId, lane.parentId]),
    );
    expect(laneParents.get('data-analyst' as never)).not.toBe(laneParents.get('data-engineer' as never));
  });

  test('has the eight stages in order, from left to right', () => {
    const stages = nodes.filter(({ kind }) => kind === 'stage').sort((a, b) => a.x - b.x);
    expect(stages.map(({ label }) => (typeof label === 'string' ? label : label.en))).toEqual([
      'Data ingestion',
      'Data validation',
      'Data preparation',
      'Model training',
      'Model evaluation',
      'Model validation',
      'Model serving',
      'End user interface',
    ]);
  });

  test.each([
    ['collaboration', 'data-engineer', 'data-scientist'],
    ['collaboration', 'data-analyst', 'data-scientist'],
    ['collaboration', 'research-scientist', 'data-scientist'],
    ['collaboration', 'data-analyst', 'research-scientist'],
    ['collaboration', 'ml-engineer', 'developer'],
    ['collaboration', 'data-analyst', 'product-team'],
    ['handoff', 'data-scientist', 'ml-engineer'],
    ['handoff', 'ml-engineer', 'end-user'],
    ['handoff', 'developer', 'end-user'],
    ['handoff', 'data-analyst', 'other-teams'],
  ])('tells the %s between %s and %s', (kind, from, to) => {
    const roleAt = (id: DiagramNode['id']) => roleOfNode(document, document.nodes.get(id) as DiagramNode)?.id as string;
    const found = [...document.edges.values()].some(
      (edge) => edge.kind === kind && roleAt(edge.from.nodeId) === from && roleAt(edge.to.nodeId) === to,
    );
    const turned = [...document.edges.values()].some(
      (edge) =>
        edge.kind === kind &&
        edge.heads === 'both' &&
        roleAt(edge.from.nodeId) === to &&
        roleAt(edge.to.nodeId) === from,
    );
    expect(found || turned).toBe(true);
  });

  test.each([
    ['data-engineer', [1, 2]],
    ['data-scientist', [1, 3, 4, 5, 6]],
    ['ml-engineer', [4, 7]],
    ['developer', [7, 8]],
    ['data-analyst', [3]],
    ['research-scientist', [5]],
  ])('puts the work of the %s into stages %j', (roleId, expected) => {
    const stages = nodes.filter(({ kind }) => kind === 'stage').sort((a, b) => a.x - b.x);
    const found = nodes
      .filter((node) => node.kind === 'task' && roleOfNode(document, node)?.id === roleId)
      .map((node) => {
        const box = boxOfNode(document.nodes, node);
        return stages.findIndex((stage) => box.x >= stage.x && box.x + box.width <= stage.x + stage.width) + 1;
      });
    expect(found.sort()).toEqual(expected);
  });
});
