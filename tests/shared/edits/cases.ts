import type { EditArgs, EditName } from '../../../shared/edits/args';
import type { DiagramDocument, RaciLevel } from '../../../shared/model/document';
import type { RoleId } from '../../../shared/model/ids';
import {
  aDocument,
  aLane,
  aNode,
  anEdge,
  aPerson,
  aRole,
  aSeparation,
  aTask,
  edgeId,
  nodeId,
  personId,
  roleId,
  separationId,
} from '../../support/builders';
import { anImage } from '../../support/pictures';

export interface EditCase<K extends EditName> {
  readonly args: EditArgs[K];
  /** What a person would look at, before and after the edit. */
  readonly shows: (document: DiagramDocument) => unknown;
  readonly before: unknown;
  readonly after: unknown;
}

/** A lane with two connected tasks, one below it with a task that sticks out of it, a note beside them, two roles. */
export const caseDocument = aDocument({
  title: 'Before',
  roles: [aRole({ id: 'engineer' }), aRole({ id: 'designer', name: 'Designer', color: '#c2410c' })],
  nodes: [
    aLane({ id: 'lane', x: 100, y: 100, width: 600, height: 200, roleId: 'engineer' }),
    aLane({ id: 'next', x: 100, y: 300, width: 600, height: 100 }),
    aTask({ id: 'a', parentId: 'lane', x: 150, y: 50, label: 'Build', raci: { engineer: 'R' } }),
    aTask({ id: 'b', parentId: 'lane', x: 350, y: 50, label: 'Review' }),
    aTask({ id: 'tall', parentId: 'next', x: 150, y: 50, height: 80 }),
    aNode('note', { id: 'note', x: 800, y: 100, z: 1, label: 'Remember' }),
  ],
  edges: [anEdge({ id: 'flow', from: 'a', to: 'b', waypoints: [{ x: 300, y: 20 }] })],
  people: [aPerson({ roleIds: ['engineer'] })],
  separations: [aSeparation('apart', 'a', 'b')],
  images: [anImage('taken', 8, 8)],
});

const node = (document: DiagramDocument, id: string) => document.nodes.get(nodeId(id));
const edge = (document: DiagramDocument, id: string) => document.edges.get(edgeId(id));
const placeOf = (document: DiagramDocument, id: string) => {
  const { x, y, parentId } = node(document, id) ?? {};
  return { x, y, parentId };
};

/** One plain example of each edit: done, undone and redone by a test, and demanded by the registry test. */
export const editCases: { readonly [K in EditName]: EditCase<K> } = {
  'nodes.add': {
    args: { nodes: [aTask({ id: 'new', parentId: 'lane' })], edges: [anEdge({ id: 'grown', from: 'b', to: 'new' })] },
    shows: (document) => [document.nodes.has(nodeId('new')), document.edges.has(edgeId('grown'))],
    before: [false, false],
    after: [true, true],
  },
  'nodes.move': {
    args: { ids: [nodeId('a')], by: { x: 10, y: -5 } },
    shows: (document) => placeOf(document, 'a'),
    before: { x: 150, y: 50, parentId: 'lane' },
    after: { x: 160, y: 45, parentId: 'lane' },
  },
  'nodes.place': {
    args: { boxes: new Map([[nodeId('a'), { x: 300, y: 160, width: 160, height: 64 }]]) },
    shows: (document) => [placeOf(document, 'a'), node(document, 'a')?.width, node(document, 'a')?.height],
    before: [{ x: 150, y: 50, parentId: 'lane' }, 128, 56],
    after: [{ x: 200, y: 60, parentId: 'lane' }, 160, 64],
  },
  'nodes.lock': {
    args: { ids: [nodeId('a'), nodeId('note')], locked: true },
    shows: (document) => ['a', 'b', 'note'].map((id) => node(document, id)?.locked),
    before: [false, false, false],
    after: [true, false, true],
  },
  'nodes.reparent': {
    args: { ids: [nodeId('a')], parentId: null },
    shows: (document) => placeOf(document, 'a'),
    before: { x: 150, y: 50, parentId: 'lane' },
    after: { x: 250, y: 150, parentId: null },
  },
  'nodes.set': {
    args: { ids: [nodeId('a'), nodeId('b')], patch: { label: { ko: '만들기', en: 'Make' } } },
    shows: (document) => [node(document, 'a')?.label, node(document, 'b')?.label],
    before: ['Build', 'Review'],
    after: [
      { ko: '만들기', en: 'Make' },
      { ko: '만들기', en: 'Make' },
    ],
  },
  'nodes.changeKind': {
    args: { ids: [nodeId('a')], kind: 'decision' },
    shows: (document) => [node(document, 'a')?.kind, node(document, 'a')?.label],
    before: ['task', 'Build'],
    after: ['decision', 'Build'],
  },
  'nodes.restack': {
    args: { ids: [nodeId('a')], to: 'front' },
    shows: (document) => node(document, 'a')?.z,
    before: 0,
    after: 2,
  },
  'layout.apply': {
    args: {
      boxes: new Map([
        [nodeId('lane'), { x: 100, y: 0, width: 700, height: 200 }],
        [nodeId('b'), { x: 500, y: 50, width: 128, height: 56 }],
      ]),
      ends: new Map([
        [
          edgeId('flow'),
          {
            from: { nodeId: nodeId('a'), side: 'right', at: 0.5 },
            to: { nodeId: nodeId('b'), side: 'left', at: 0.25 },
          },
        ],
      ]),
    },
    shows: (document) => [
      ...['lane', 'a', 'b'].map((id) => placeOf(document, id)),
      edge(document, 'flow')?.to.side,
      edge(document, 'flow')?.waypoints.length,
    ],
    before: [
      { x: 100, y: 100, parentId: null },
      { x: 150, y: 50, parentId: 'lane' },
      { x: 350, y: 50, parentId: 'lane' },
      'auto',
      1,
    ],
    after: [
      { x: 100, y: 0, parentId: null },
      { x: 150, y: 50, parentId: 'lane' },
      { x: 400, y: 50, parentId: 'lane' },
      'left',
      0,
    ],
  },
  'raci.assign': {
    args: { ids: [nodeId('a'), nodeId('b')], roleId: roleId('designer'), level: 'C' },
    shows: (document) => [[...(node(document, 'a')?.raci ?? [])], [...(node(document, 'b')?.raci ?? [])]],
    before: [[['engineer', 'R']], []],
    after: [
      [
        ['engineer', 'R'],
        ['designer', 'C'],
      ],
      [['designer', 'C']],
    ],
  },
  'raci.set': {
    args: {
      levels: new Map([
        [nodeId('a'), new Map<RoleId, RaciLevel | null>([[roleId('engineer'), null]])],
        [nodeId('b'), new Map<RoleId, RaciLevel | null>([[roleId('designer'), 'AR']])],
      ]),
    },
    shows: (document) => [[...(node(document, 'a')?.raci ?? [])], [...(node(document, 'b')?.raci ?? [])]],
    before: [[['engineer', 'R']], []],
    after: [[], [['designer', 'AR']]],
  },
  'edges.add': {
    args: { edges: [anEdge({ id: 'remark', from: 'note', to: 'b', kind: 'data' })] },
    shows: (document) => edge(document, 'remark')?.kind,
    before: undefined,
    after: 'data',
  },
  'edges.set': {
    args: { ids: [edgeId('flow')], patch: { kind: 'handoff', label: 'Code' } },
    shows: (document) => [edge(document, 'flow')?.kind, edge(document, 'flow')?.label],
    before: ['flow', ''],
    after: ['handoff', 'Code'],
  },
  'edges.route': {
    args: {
      routes: new Map([
        [
          edgeId('flow'),
          [
            { x: 378, y: 178 },
            { x: 420, y: 178 },
            { x: 420, y: 120 },
          ],
        ],
      ]),
    },
    shows: (document) => edge(document, 'flow')?.route,
    before: undefined,
    // Measured from the lane that holds both ends.
    after: [
      { x: 278, y: 78 },
      { x: 320, y: 78 },
      { x: 320, y: 20 },
    ],
  },
  'elements.remove': {
    args: { nodes: [nodeId('lane')], edges: [] },
    shows: (document) => [[...document.nodes.keys()], [...document.edges.keys()], document.separations.size],
    before: [['lane', 'next', 'a', 'b', 'tall', 'note'], ['flow'], 1],
    after: [['next', 'tall', 'note'], [], 0],
  },
  'roles.add': {
    args: { roles: [aRole({ id: 'owner', name: 'Product owner' })] },
    shows: (document) => [...document.roles.keys()],
    before: ['engineer', 'designer'],
    after: ['engineer', 'designer', 'owner'],
  },
  'roles.set': {
    args: { id: roleId('engineer'), patch: { name: { ko: '개발자', en: 'Developer' } } },
    shows: (document) => document.roles.get(roleId('engineer'))?.name,
    before: 'Engineer',
    after: { ko: '개발자', en: 'Developer' },
  },
  'roles.replace': {
    args: { from: roleId('engineer'), to: roleId('designer') },
    shows: (document) => [node(document, 'lane')?.roleId, [...(node(document, 'a')?.raci ?? [])]],
    before: ['engineer', [['engineer', 'R']]],
    after: ['designer', [['designer', 'R']]],
  },
  'roles.remove': {
    args: { ids: [roleId('engineer')] },
    shows: (document) => [
      [...document.roles.keys()],
      node(document, 'lane')?.roleId,
      node(document, 'a')?.raci.size,
      document.people.get(personId('kim'))?.roleIds.length,
    ],
    before: [['engineer', 'designer'], 'engineer', 1, 1],
    after: [['designer'], null, 0, 0],
  },
  'images.add': {
    args: { images: [anImage('red'), anImage('taken')] },
    shows: (document) => [...document.images.values()].map(({ id, widthPx }) => [id, widthPx]),
    before: [['taken', 8]],
    after: [
      ['taken', 8],
      ['red', 40],
    ],
  },
  'people.add': {
    args: { people: [aPerson({ id: 'lee', name: 'Lee', roleIds: ['designer', 'nobody', 'designer'] })] },
    shows: (document) => [...document.people.values()].map(({ name, roleIds }) => [name, ...roleIds]),
    before: [['Kim', 'engineer']],
    after: [
      ['Kim', 'engineer'],
      ['Lee', 'designer'],
    ],
  },
  'people.set': {
    args: { id: personId('kim'), patch: { roleIds: [roleId('engineer'), roleId('designer')] } },
    shows: (document) => document.people.get(personId('kim'))?.roleIds,
    before: ['engineer'],
    after: ['engineer', 'designer'],
  },
  'people.remove': {
    args: { ids: [personId('kim')] },
    shows: (document) => document.people.size,
    before: 1,
    after: 0,
  },
  'separations.add': {
    args: { separations: [aSeparation('again', 'b', 'a'), aSeparation('other', 'tall', 'b')] },
    shows: (document) => [...document.separations.keys()],
    before: ['apart'],
    after: ['apart', 'other'],
  },
  'separations.set': {
    args: { id: separationId('apart'), patch: { reason: 'Four eyes' } },
    shows: (document) => document.separations.get(separationId('apart'))?.reason,
    before: '',
    after: 'Four eyes',
  },
  'separations.remove': {
    args: { ids: [separationId('apart')] },
    shows: (document) => document.separations.size,
    before: 1,
    after: 0,
  },
  'lanes.reorder': {
    args: { id: nodeId('next'), to: 0 },
    shows: (document) => [placeOf(document, 'next').y, placeOf(document, 'lane').y],
    before: [300, 100],
    after: [100, 200],
  },
  'lanes.add': {
    args: { lane: aLane({ id: 'between' }), beside: nodeId('lane'), where: 'after' },
    shows: (document) => [placeOf(document, 'between'), placeOf(document, 'next').y],
    before: [{}, 300],
    after: [{ x: 100, y: 300, parentId: null }, 396],
  },
  'lanes.split': {
    args: { id: nodeId('lane'), lane: aLane({ id: 'half' }) },
    shows: (document) => [node(document, 'lane')?.height, node(document, 'half')?.height, placeOf(document, 'half').y],
    before: [200, undefined, undefined],
    after: [114, 100, 214],
  },
  'lanes.resize': {
    args: { id: nodeId('lane'), box: { x: 100, y: 100, width: 640, height: 240 }, neighbours: 'push' },
    shows: (document) => [node(document, 'next')?.width, placeOf(document, 'next').y],
    before: [600, 300],
    after: [640, 340],
  },
  'nodes.makeRoom': {
    args: { ids: [nodeId('tall')] },
    shows: (document) => [node(document, 'next')?.height, node(document, 'lane')?.height],
    before: [100, 200],
    after: [138, 200],
  },
  'nodes.collapse': {
    args: { ids: [nodeId('lane')], collapsed: true },
    shows: (document) => [node(document, 'lane')?.height, node(document, 'lane')?.props, placeOf(document, 'next').y],
    before: [200, { direction: 'horizontal' }, 300],
    after: [40, { direction: 'horizontal', collapsed: { width: 600, height: 200 } }, 140],
  },
  'space.insert': {
    args: { axis: 'x', at: 400, by: 80 },
    shows: (document) => [placeOf(document, 'a').x, placeOf(document, 'b').x, node(document, 'lane')?.width],
    before: [150, 350, 600],
    after: [150, 430, 680],
  },
  'texts.set': {
    args: {
      nodes: new Map([[nodeId('b'), { label: 'Look again' }]]),
      edges: new Map([[edgeId('flow'), { description: 'By mail' }]]),
      roles: new Map([[roleId('designer'), { name: 'Drafter', tools: ['Pencil'] }]]),
    },
    shows: (document) => [
      node(document, 'b')?.label,
      edge(document, 'flow')?.description,
      document.roles.get(roleId('designer'))?.name,
      document.roles.get(roleId('designer'))?.tools,
    ],
    before: ['Review', '', 'Designer', []],
    after: ['Look again', 'By mail', 'Drafter', ['Pencil']],
  },
  'document.setLook': {
    args: { look: { bridges: true, legend: true } },
    shows: (document) => document.look,
    before: { bridges: false, legend: false },
    after: { bridges: true, legend: true },
  },
  'document.setTitle': {
    args: { title: 'After' },
    shows: (document) => document.title,
    before: 'Before',
    after: 'After',
  },
};
