import { describe, expect, it } from 'vitest';
import { type Parsed, parseFile } from '../../../shared/file/parse';
import { describeRepair, type Repair } from '../../../shared/file/problems';
import { serializeFile } from '../../../shared/file/serialize';
import { translator } from '../../../shared/i18n/translator';
import type { DiagramDocument } from '../../../shared/model/document';
import type { NodeId, RoleId } from '../../../shared/model/ids';
import { checkInvariants } from '../../../shared/model/invariants';
import { boxOfNode, waypointsOf } from '../../../shared/model/query';
import { svgSource } from '../../support/pictures';
import { projectText, rawNode, withEdges, withNodes } from '../../support/projectText';
import { type Case, edge, edgeTo, node, unreadableCases, withRole } from './unreadableCases';

function opened(text: string): Parsed {
  const parsed = parseFile(text);
  if (!parsed.ok) throw new Error(`does not open: ${JSON.stringify(parsed.error)}`);
  expect(checkInvariants(parsed.value.document)).toEqual([]);
  return parsed.value;
}

const withoutImages = ({ images }: DiagramDocument) => expect(images.size).toBe(0);
const withoutRules = ({ separations }: DiagramDocument) => expect(separations.size).toBe(0);

/** Every repair. */
const cases: { readonly [Type in Repair['type']]: readonly Case[] } = {
  valueUnreadable: unreadableCases,
  valueMissing: [
    ['no x', withNodes(rawNode({ x: undefined })), /nodes\["odd"\]\.x is missing; 0/, () => {}],
    [
      'no size',
      withNodes({ id: 'odd', kind: 'note', x: 8, y: 8 }),
      /nodes\["odd"\]\.width is missing; 176/,
      (document) => expect(node(document)).toMatchObject({ x: 8, width: 176, height: 80 }),
    ],
    ['no kind', withNodes(rawNode({ kind: undefined })), /nodes\["odd"\]\.kind is missing; "task"/, () => {}],
    ['an edge without a kind', withEdges(edgeTo('meet', { kind: undefined })), /edges\["odd"\]\.kind/, () => {}],
  ],
  kindUnknown: [
    [
      'a node of a later version',
      withNodes(rawNode({ kind: 'quantum', props: { spin: 1 }, label: 'Q' })),
      /nodes\["odd"\]\.kind: the kind "quantum" .* "task"/,
      (document) => expect(node(document)).toMatchObject({ kind: 'task', label: 'Q', props: {} }),
    ],
    [
      'a container of a later version, with what lies in it',
      withNodes(
        rawNode({ kind: 'swimmingPool', raci: { lead: 'R' } }),
        rawNode({ id: 'in', parentId: 'odd' }),
        rawNode({ id: 'deep', parentId: 'in2' }),
        rawNode({ id: 'in2', kind: 'pond', parentId: 'odd' }),
      ),
      /nodes\["odd"\]\.kind: the kind "swimmingPool" .* "group"/,
      (document) => expect(node(document, 'in')?.parentId).toBe('odd'),
    ],
    ...['__proto__', 'constructor', 'toString', 7].map(
      (kind): Case => [
        `a node of the kind ${kind}`,
        withNodes(rawNode({ kind })),
        new RegExp(`nodes\\["odd"\\]\\.kind: the kind ${JSON.stringify(kind)}`),
        (document) => expect(node(document)?.kind).toBe('task'),
      ],
    ),
    [
      'an edge of a later version',
      withEdges(edgeTo('meet', { kind: 'wormhole' })),
      /edges\["odd"\]\.kind: the kind "wormhole" .* "flow"/,
      (document) => expect(edge(document)?.kind).toBe('flow'),
    ],
  ],
  notARecord: [null, 5, [], 'n', true].map(
    (value): Case => [
      `a node is ${JSON.stringify(value)}`,
      withNodes(value),
      /nodes\[3\]/,
      (document) => expect(document.nodes.size).toBe(3),
    ],
  ),
  idReplaced: [
    ...['', 7, null, { a: 1 }, 'i'.repeat(100_000), '__proto__', 'two words', '<b>', 'a"b', 'a\nb'].map(
      (id): Case => [
        `an id is ${JSON.stringify(id).slice(0, 20)}`,
        withNodes(rawNode({ id, label: 'odd one' })),
        /nodes\[3\]\.id/,
        ({ nodes }) => expect([...nodes.values()].map(({ label }) => label)).toContain('odd one'),
      ],
    ),
    [
      'an id with a space that others name',
      projectText({
        roles: [{ id: 'the lead' }],
        nodes: [
          rawNode({ id: 'a lane', kind: 'lane', roleId: 'the lead' }),
          rawNode({ parentId: 'a lane', raci: { 'the lead': 'C' } }),
        ],
        edges: [],
      }),
      /"a lane" cannot be an id/,
      (document) => {
        const [role] = document.roles.values();
        const [lane, odd] = document.nodes.values();
        expect(lane?.roleId).toBe(role?.id);
        expect(odd?.parentId).toBe(lane?.id);
        expect([...(odd?.raci ?? [])]).toEqual([[role?.id, 'C']]);
      },
    ],
    [
      'an end of an edge with an id of two words',
      projectText({
        nodes: [rawNode({ id: 'a b' }), rawNode({ id: 'c' })],
        edges: [edgeTo('a b', { from: { nodeId: 'c' } })],
      }),
      /"a b" cannot be an id/,
      (document) => expect(document.nodes.has(edge(document)?.to.nodeId as NodeId)).toBe(true),
    ],
  ],
  idMissing: [
    ['no id', withNodes({ kind: 'note' }), /nodes\[3\] had no id/, ({ nodes }) => expect(nodes.size).toBe(4)],
  ],
  duplicateDropped: [
    [
      'a record twice, its fields in another order',
      withNodes({ label: 'Meet', height: 56, width: 128, y: 200, x: 160, kind: 'task', id: 'meet' }),
      /nodes\[3\] repeats the record "meet"/,
      ({ nodes }) => expect(nodes.size).toBe(3),
    ],
  ],
  textMended: [
    [
      'half of a surrogate pair in a label',
      withNodes(rawNode({ label: 'a\udc00b' })),
      /nodes\["odd"\]\.label/,
      (document) => expect(node(document)?.label).toBe('a\ufffdb'),
    ],
    [
      'half of a pair in a field of nobody',
      projectText({ later: { '\ud800': ['\ud83d'] } }),
      /later/,
      (document) => expect(document.unknown).toEqual({ later: { '\ufffd': ['\ufffd'] } }),
    ],
  ],
  keyDropped: [
    [
      '__proto__ in a record, written with an escape',
      withNodes(rawNode({ label: 'P' })).replace('"label":"P"', '"label":"P","\\u005f_proto__":{"polluted":1}'),
      /nodes\["odd"\]\.__proto__/,
      (document) => expect(node(document)?.unknown).toBeUndefined(),
    ],
    [
      '__proto__ around everything',
      projectText().replace('{', '{"__proto__":{"nodes":[],"polluted":1},'),
      /__proto__/,
      (document) => expect(document.nodes.size).toBe(3),
    ],
  ],
  parentMissing: [
    [
      'in a container that is not there',
      withNodes(rawNode({ parentId: 'ghost' })),
      /nodes\["odd"\]\.parentId: the container "ghost"/,
      (document) => expect(node(document)?.parentId).toBeNull(),
    ],
  ],
  parentCycle: [
    [
      'in itself',
      withNodes(rawNode({ parentId: 'odd' })),
      /"odd"/,
      (document) => expect(node(document)?.parentId).toBeNull(),
    ],
    [
      'in each other',
      withNodes(
        rawNode({ id: 'p', kind: 'group', parentId: 'q' }),
        rawNode({ id: 'q', kind: 'group', parentId: 'p' }),
        rawNode({ parentId: 'p' }),
      ),
      /"p", "q"/,
      (document) => expect(node(document)?.parentId).toBe('p'),
    ],
    [
      'a circle of 1,000',
      projectText({
        nodes: Array.from({ length: 1_000 }, (_, i) => rawNode({ id: `n${i}`, parentId: `n${(i + 1) % 1_000}` })),
        edges: [],
      }),
      /"n0", "n1".*\(1000\)/,
      ({ nodes }) => expect([...nodes.values()].every(({ parentId }) => parentId === null)).toBe(true),
    ],
  ],
  parentNotContainer: [
    [
      'in a task within a task within a lane, with a bent edge',
      withNodes(
        rawNode({ id: 'outer', parentId: 'lane', x: 10, y: 20 }),
        rawNode({ id: 'inner', parentId: 'outer', x: 100, y: 0 }),
        rawNode({ parentId: 'inner', x: 1, y: 2 }),
      ).replace(
        '"edges":[',
        `"edges":[${JSON.stringify(edgeTo('inner', { from: { nodeId: 'odd' }, waypoints: [[5, 5]] }))},`,
      ),
      /nodes\["odd"\]\.parentId: "inner" cannot hold/,
      (document) => {
        expect(node(document)).toMatchObject({ parentId: 'lane', x: 111, y: 22 });
        const bent = edge(document);
        // Measured from `outer`, the innermost that held both ends, at (10, 20) in the lane at (0, 0).
        expect(bent && waypointsOf(document.nodes, bent)).toEqual([{ x: 15, y: 25 }]);
        const odd = node(document);
        expect(odd && boxOfNode(document.nodes, odd)).toMatchObject({ x: 111, y: 22 });
      },
    ],
  ],
  roleMissing: [
    [
      'a backup that is not there',
      withRole({ backupId: 'gone' }),
      /roles\["lead"\]\.backupId.*"gone"/,
      ({ roles }) => expect(roles.get('lead' as RoleId)?.backupId).toBeNull(),
    ],
    [
      'a person in a role that is not there',
      projectText({ people: [{ id: 'kim', roleIds: ['lead', 'gone'] }] }),
      /people\["kim"\]\.roleIds.*"gone"/,
      ({ people }) => expect([...people.values()][0]?.roleIds).toEqual(['lead']),
    ],
    [
      'a role that is not there',
      withNodes(rawNode({ roleId: 'ghost' })),
      /nodes\["odd"\]\.roleId: the role "ghost"/,
      (document) => expect(node(document)?.roleId).toBeNull(),
    ],
    [
      'a responsibility of nobody',
      withNodes(rawNode({ raci: { ghost: 'R', lead: 'I' } })),
      /nodes\["odd"\]\.raci\.ghost: the role "ghost"/,
      (document) => expect([...(node(document)?.raci ?? [])]).toEqual([['lead', 'I']]),
    ],
  ],
  notTaken: [
    [
      'a note with a role',
      withNodes(rawNode({ kind: 'note', roleId: 'lead' })),
      /nodes\["odd"\]\.roleId: nodes of the kind "note"/,
      (document) => expect(node(document)?.roleId).toBeNull(),
    ],
    [
      'a lane with responsibilities',
      withNodes(rawNode({ kind: 'lane', raci: { lead: 'R' } })),
      /nodes\["odd"\]\.raci: nodes of the kind "lane"/,
      (document) => expect(node(document)?.raci.size).toBe(0),
    ],
  ],
  separationWithoutSteps: [
    ['a rule without steps', projectText({ separations: [{ id: 'apart' }] }), /separations\["apart"\]/, withoutRules],
    [
      'a rule about a step that is not there',
      projectText({ separations: [{ id: 'apart', nodeIds: ['ask', 'gone'] }] }),
      /separations\["apart"\]/,
      withoutRules,
    ],
  ],
  imageRefused: [
    [
      'no picture',
      projectText({ images: [{ id: 'i', source: 'data:text/html;base64,aGk=', width: 1, height: 1 }] }),
      /images\["i"\]/,
      withoutImages,
    ],
    [
      'a drawing that runs a script',
      projectText({
        images: [{ id: 'i', source: svgSource('<svg><script>alert(1)</script></svg>'), width: 1, height: 1 }],
      }),
      /images\["i"\]/,
      withoutImages,
    ],
  ],
  edgeWithoutEnds: [
    ['no ends', withEdges({ id: 'odd', kind: 'flow' }), /edges\["odd"\]/, ({ edges }) => expect(edges.size).toBe(1)],
    ['an end that is a number', withEdges(edgeTo('meet', { from: { nodeId: 7 } })), /edges\["odd"\]/, () => {}],
  ],
  edgeEndMissing: [
    [
      'to a node that is not there',
      withEdges(edgeTo('ghost')),
      /edges\["odd"\]: the node "ghost"/,
      ({ edges }) => expect(edges.size).toBe(1),
    ],
  ],
  edgeEndNotConnectable: [
    ['to a lane', withEdges(edgeTo('lane')), /edges\["odd"\]: .*"lane"/, ({ edges }) => expect(edges.size).toBe(1)],
  ],
};

describe.each(Object.entries(cases))('a file that opens with a repair: %s', (type, list) => {
  it.each(list)('%s', (_, text, says, check) => {
    const { document, repairs } = opened(text);
    const ofType = repairs.filter((repair) => repair.type === type);
    const english = ofType.map((repair) => describeRepair(repair, translator('en')));
    const korean = ofType.map((repair) => describeRepair(repair, translator('ko')));
    expect(
      english.some((message) => says.test(message)),
      english.join('\n'),
    ).toBe(true);
    for (const message of korean) expect(message).toMatch(/[가-힣]/);
    for (const message of [...english, ...korean]) {
      expect(message).not.toMatch(/undefined|\[object|\{\w+\}/);
      expect(message.length).toBeLessThan(500);
    }
    check(document);
  });

  it.each(list)('saves to the same bytes from then on: %s', (_, text) => {
    const saved = serializeFile(opened(text).document);
    const again = opened(saved).document;
    expect(again).toEqual(opened(text).document);
    expect(serializeFile(again)).toBe(saved);
  });
});

describe('a value that cannot be read', () => {
  it('stays in the file until somebody changes it', () => {
    const { document } = opened(
      withNodes(rawNode({ kind: 'quantum', props: { spin: 1 }, label: 12, width: -1, raci: { lead: 'X' } })),
    );
    const odd = () => JSON.parse(serializeFile(document)).nodes.find(({ id }: { id: string }) => id === 'odd');
    expect(odd()).toMatchObject({ kind: 'quantum', props: { spin: 1 }, label: 12, width: -1, raci: { lead: 'X' } });

    const before = node(document);
    if (before === undefined) throw new Error('it is there');
    const edited = { ...before, label: 'Q', width: 200 };
    const text = serializeFile({ ...document, nodes: new Map(document.nodes).set(edited.id, edited) });
    expect(JSON.parse(text).nodes.find(({ id }: { id: string }) => id === 'odd')).toMatchObject({
      kind: 'quantum',
      label: 'Q',
      width: 200,
    });
  });
});
