import fc from 'fast-check';
import type { EditArgs, EditName } from '../../shared/edits/args';
import { sides } from '../../shared/geometry/box';
import { nodeKindNames } from '../../shared/kinds/index';
import { type DiagramDocument, type EdgeEnd, raciLevels, roleStatuses } from '../../shared/model/document';
import { coordinateArbitrary, documentArbitrary, textArbitrary } from './arbitraries';
import { aNode, aPerson, aSeparation, edgeId, nodeId, personId, roleId, separationId } from './builders';
import { anImage } from './pictures';

/** One of the ids, or one that is not there: what was selected may have been removed by another edit. */
function idIn<Id extends string>(ids: Iterable<Id>, unknown: Id): fc.Arbitrary<Id> {
  const known = [...ids];
  const missing = fc.constant(unknown);
  return known.length === 0 ? missing : fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, missing);
}
const idsIn = <Id extends string>(ids: Iterable<Id>, unknown: Id) => fc.array(idIn(ids, unknown), { maxLength: 5 });
const nodeIn = ({ nodes }: DiagramDocument) => idIn(nodes.keys(), nodeId('missing'));
const nodesIn = ({ nodes }: DiagramDocument) => idsIn(nodes.keys(), nodeId('missing'));
const edgeIn = ({ edges }: DiagramDocument) => idIn(edges.keys(), edgeId('missing'));
const edgesIn = ({ edges }: DiagramDocument) => idsIn(edges.keys(), edgeId('missing'));
const roleIn = ({ roles }: DiagramDocument) => idIn(roles.keys(), roleId('missing'));

/** Mostly what a mouse gives, now and then what only a fault gives. */
const anyNumberArbitrary = fc.oneof(
  { weight: 12, arbitrary: coordinateArbitrary },
  fc.double({ min: -1000, max: 1000 }),
  fc.constantFrom(0, Number.NaN, Number.POSITIVE_INFINITY, 1e300, -1e300),
);
const anyPointArbitrary = fc.record({ x: anyNumberArbitrary, y: anyNumberArbitrary });
const anyBoxArbitrary = fc.record({
  x: anyNumberArbitrary,
  y: anyNumberArbitrary,
  width: anyNumberArbitrary,
  height: anyNumberArbitrary,
});

// Parts of another document: ids that clash, parents, ends and roles that are not there.
const partsArbitrary = documentArbitrary.map(({ roles, nodes, edges }) => ({
  roles: [...roles.values()],
  nodes: [...nodes.values()],
  edges: [...edges.values()],
}));
const edgePartsArbitrary = (document: DiagramDocument) =>
  fc
    .tuple(
      partsArbitrary,
      fc.infiniteStream(nodeIn(document)).map((ends) => ({ next: () => ends.next().value })),
    )
    .map(([{ edges }, ends]) =>
      edges.map((edge) => ({
        ...edge,
        from: { ...edge.from, nodeId: ends.next() },
        to: { ...edge.to, nodeId: ends.next() },
      })),
    );

/** Ends at the edge's own nodes, and now and then at others, for an edge that was reconnected meanwhile. */
const endArbitrary = (document: DiagramDocument, own: EdgeEnd): fc.Arbitrary<EdgeEnd> =>
  fc.record({
    nodeId: fc.oneof({ weight: 9, arbitrary: fc.constant(own.nodeId) }, nodeIn(document)),
    side: fc.constantFrom('auto' as const, ...sides),
    at: anyNumberArbitrary,
  });
const endsArbitrary = (document: DiagramDocument): fc.Arbitrary<EditArgs['layout.apply']['ends']> =>
  fc
    .tuple(
      ...[...document.edges.values()].map(({ id, from, to }) =>
        fc.tuple(fc.constant(id), fc.record({ from: endArbitrary(document, from), to: endArbitrary(document, to) })),
      ),
    )
    .map((entries) => new Map(entries));
/** Mostly a lane, where there is one. */
const laneIn = (document: DiagramDocument) => {
  const lanes = [...document.nodes.values()].filter(({ kind }) => kind === 'lane').map(({ id }) => id);
  return lanes.length === 0
    ? nodeIn(document)
    : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...lanes) }, nodeIn(document));
};
const newLaneArbitrary = fc
  .integer({ min: 0, max: 5 })
  .map((index) => aNode(index === 0 ? 'task' : 'lane', { id: `added${index}` }));

const anyMinutesArbitrary = fc.option(fc.constantFrom(0, 90, -5, Number.NaN, 1e12));
const anyTimingArbitrary = fc.record({
  workMinutes: anyMinutesArbitrary,
  waitMinutes: anyMinutesArbitrary,
  accuratePercent: fc.option(fc.constantFrom(0, 80, 101, Number.NaN)),
});

const personIn = (document: DiagramDocument) => fc.constantFrom(personId('nobody'), ...document.people.keys());
const peopleArbitrary = (document: DiagramDocument) =>
  fc
    .array(fc.array(roleIn(document), { maxLength: 3 }), { maxLength: 3 })
    .map((all) => all.map((roleIds, index) => aPerson({ id: `p${index}`, roleIds })));

type ArgsArbitraries = { readonly [K in EditName]: (document: DiagramDocument) => fc.Arbitrary<EditArgs[K]> };

/** Arguments for every edit of a document, sensible and senseless ones. */
export const editArgsArbitraries: ArgsArbitraries = {
  'nodes.add': () => partsArbitrary,
  'nodes.move': (document) => fc.record({ ids: nodesIn(document), by: anyPointArbitrary }),
  'nodes.place': (document) =>
    fc.record({
      boxes: fc.array(fc.tuple(nodeIn(document), anyBoxArbitrary), { maxLength: 5 }).map((entries) => new Map(entries)),
    }),
  'layout.apply': (document) =>
    fc.record({
      boxes: fc.array(fc.tuple(nodeIn(document), anyBoxArbitrary), { maxLength: 5 }).map((entries) => new Map(entries)),
      ends: endsArbitrary(document),
    }),
  'nodes.reparent': (document) =>
    fc.record({ ids: nodesIn(document), parentId: fc.option(nodeIn(document), { freq: 3 }) }),
  'nodes.set': (document) =>
    fc.record({
      ids: nodesIn(document),
      patch: fc.record(
        {
          label: textArbitrary,
          description: textArbitrary,
          sizing: fc.constantFrom('fit' as const, 'fixed' as const),
          roleId: fc.option(roleIn(document)),
          timing: anyTimingArbitrary,
          props: fc.constantFrom({}, { direction: 'vertical' }, { direction: 'up' }, { event: 'end' }, { other: 1 }),
        },
        { requiredKeys: [] },
      ),
    }),
  'nodes.changeKind': (document) => fc.record({ ids: nodesIn(document), kind: fc.constantFrom(...nodeKindNames) }),
  'nodes.restack': (document) =>
    fc.record({
      ids: nodesIn(document),
      to: fc.constantFrom('front' as const, 'back' as const, 'forward' as const, 'backward' as const),
    }),
  'nodes.lock': (document) => fc.record({ ids: nodesIn(document), locked: fc.boolean() }),
  'raci.assign': (document) =>
    fc.record({ ids: nodesIn(document), roleId: roleIn(document), level: fc.option(fc.constantFrom(...raciLevels)) }),
  'raci.set': (document) =>
    fc
      .array(fc.tuple(nodesIn(document), roleIn(document), fc.option(fc.constantFrom(...raciLevels))), { maxLength: 4 })
      .map((cells) => ({
        levels: new Map(
          cells.flatMap(([ids, role, level]) => ids.map((id) => [id, new Map([[role, level]])] as const)),
        ),
      })),
  'edges.add': (document) => fc.record({ edges: edgePartsArbitrary(document) }),
  'edges.set': (document) =>
    fc.record({
      ids: edgesIn(document),
      patch: fc.record(
        {
          label: textArbitrary,
          labelAt: fc.oneof(fc.double({ min: -1, max: 2 }), fc.constant(0.25)),
          from: fc.record({ nodeId: nodeIn(document), side: fc.constant('top' as const), at: fc.constant(0.25) }),
          to: fc.record({ nodeId: nodeIn(document), side: fc.constant('auto' as const), at: fc.constant(0.5) }),
          waypoints: fc.array(anyPointArbitrary, { maxLength: 3 }),
          timing: anyTimingArbitrary,
          terms: fc.record({ format: textArbitrary, acceptance: textArbitrary, withinMinutes: anyMinutesArbitrary }),
        },
        { requiredKeys: [] },
      ),
    }),
  'edges.route': (document) =>
    fc.record({
      routes: fc
        .array(fc.tuple(edgeIn(document), fc.option(fc.array(anyPointArbitrary, { maxLength: 4 }))), { maxLength: 3 })
        .map((entries) => new Map(entries)),
    }),
  'elements.remove': (document) => fc.record({ nodes: nodesIn(document), edges: edgesIn(document) }),
  'roles.add': () => partsArbitrary.map(({ roles }) => ({ roles })),
  'roles.set': (document) =>
    fc.record({
      id: roleIn(document),
      patch: fc.record(
        {
          name: textArbitrary,
          color: fc.constantFrom('#123abc', 'red', ''),
          order: fc.oneof(fc.integer(), fc.constant(Number.NaN)),
          headcount: fc.constantFrom(2, -1, 1.5, Number.NaN),
          status: fc.constantFrom(...roleStatuses),
          backupId: fc.option(roleIn(document)),
        },
        { requiredKeys: [] },
      ),
    }),
  'roles.remove': (document) => fc.record({ ids: fc.array(roleIn(document), { maxLength: 3 }) }),
  'roles.replace': (document) =>
    fc.record(
      { from: roleIn(document), to: roleIn(document), ids: fc.array(nodeIn(document), { maxLength: 4 }) },
      { requiredKeys: ['from', 'to'] },
    ),
  'images.add': () => fc.record({ images: fc.constantFrom([], [anImage('i1')], [anImage('i0'), anImage('i2')]) }),
  'people.add': (document) => fc.record({ people: peopleArbitrary(document) }),
  'people.set': (document) =>
    fc.record({
      id: personIn(document),
      patch: fc.record(
        {
          name: textArbitrary,
          roleIds: fc.array(roleIn(document), { maxLength: 3 }),
          order: fc.oneof(fc.integer(), fc.constant(Number.NaN)),
        },
        { requiredKeys: [] },
      ),
    }),
  'people.remove': (document) => fc.record({ ids: fc.array(personIn(document), { maxLength: 3 }) }),
  'separations.add': (document) =>
    fc.record({
      separations: fc
        .array(fc.tuple(nodeIn(document), nodeIn(document)), { maxLength: 3 })
        .map((pairs) => pairs.map(([a, b], index) => aSeparation(`added${index}`, a, b))),
    }),
  'separations.set': (document) =>
    fc.record({
      id: fc.constantFrom(separationId('nobody'), ...document.separations.keys()),
      patch: fc.record({ reason: textArbitrary }, { requiredKeys: [] }),
    }),
  'separations.remove': (document) =>
    fc.record({
      ids: fc.array(fc.constantFrom(separationId('nobody'), ...document.separations.keys()), { maxLength: 2 }),
    }),
  'lanes.reorder': (document) => fc.record({ id: laneIn(document), to: fc.integer({ min: -1, max: 5 }) }),
  'lanes.add': (document) =>
    fc.record({
      lane: newLaneArbitrary,
      beside: laneIn(document),
      where: fc.constantFrom('before' as const, 'after' as const, 'inside' as const),
    }),
  'lanes.split': (document) => fc.record({ id: laneIn(document), lane: newLaneArbitrary }),
  'lanes.resize': (document) =>
    fc.record({
      id: laneIn(document),
      box: anyBoxArbitrary,
      neighbours: fc.constantFrom('push' as const, 'share' as const),
    }),
  'nodes.collapse': (document) => fc.record({ ids: nodesIn(document), collapsed: fc.boolean() }),
  'nodes.makeRoom': (document) => fc.record({ ids: nodesIn(document) }),
  'space.insert': () =>
    fc.record({ axis: fc.constantFrom('x' as const, 'y' as const), at: anyNumberArbitrary, by: anyNumberArbitrary }),
  'texts.set': (document) => {
    const patch = fc.record({ label: textArbitrary, description: textArbitrary }, { requiredKeys: [] });
    const rolePatch = fc.record({ name: textArbitrary, team: textArbitrary }, { requiredKeys: [] });
    const each = <Id, Patch>(id: fc.Arbitrary<Id>, one: fc.Arbitrary<Patch>) =>
      fc.array(fc.tuple(id, one), { maxLength: 4 }).map((entries) => new Map(entries));
    return fc.record({
      nodes: each(nodeIn(document), patch),
      edges: each(idIn(document.edges.keys(), edgeId('missing')), patch),
      roles: each(roleIn(document), rolePatch),
    });
  },
  'document.setLook': () => fc.record({ look: fc.record({ bridges: fc.boolean(), legend: fc.boolean() }) }),
  'document.setTitle': () => fc.record({ title: textArbitrary }),
};
