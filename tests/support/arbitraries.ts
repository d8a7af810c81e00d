import fc from 'fast-check';
import * as z from 'zod/mini';
import { sides } from '../../shared/geometry/box';
import { kindOf, nodeKindNames } from '../../shared/kinds/index';
import {
  type DiagramDocument,
  type DiagramEdge,
  type DiagramNode,
  edgeHeads,
  edgeRoutings,
  nodeSizings,
  noTerms,
  noTiming,
  type Role,
  raciLevels,
  roleStatuses,
} from '../../shared/model/document';
import { edgeKindNames } from '../../shared/model/edgeKinds';
import { iconNames } from '../../shared/scene/icons.generated';
import { aDocument, aNode, anEdge, aPerson, aRole, aSeparation } from './builders';
import { anImage } from './pictures';

/** Random values for property tests. All that is made here obeys `checkInvariants`. */

export const coordinateArbitrary = fc.integer({ min: -4000, max: 4000 }).map((halves) => halves / 2);
const pointArbitrary = fc.record({ x: coordinateArbitrary, y: coordinateArbitrary });
const sizeArbitrary = fc.integer({ min: 2, max: 1600 }).map((halves) => halves / 2);
const shareArbitrary = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);

const lineArbitrary = fc.oneof(
  fc.constantFrom('', '데이터 수집', '모델 학습·평가', 'Collect data', 'Hand over\nthe model', '__proto__', '<b>&"'),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
export const textArbitrary = fc.oneof(
  { weight: 3, arbitrary: lineArbitrary },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.record({ ko: lineArbitrary, en: lineArbitrary }),
      fc.record({ ko: lineArbitrary }),
      fc.record({ en: lineArbitrary }),
    ),
  },
);

/** Fields of a later version, or none; as ever with what JSON can say. */
const unknownArbitrary = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc
      .dictionary(fc.constantFrom('later', 'x-size', 'zeta'), fc.oneof(fc.boolean(), fc.nat(9), lineArbitrary), {
        minKeys: 1,
        noNullPrototype: true,
      })
      .map((unknown) => ({ unknown })),
  },
);

const minutesArbitrary = fc.option(fc.oneof(fc.nat(600), fc.constant(0.5)));
const timingArbitrary = fc.oneof(
  { weight: 3, arbitrary: fc.constant(noTiming) },
  {
    weight: 1,
    arbitrary: fc.record({
      workMinutes: minutesArbitrary,
      waitMinutes: minutesArbitrary,
      accuratePercent: fc.option(fc.nat(100)),
    }),
  },
);
const termsArbitrary = fc.oneof(
  { weight: 3, arbitrary: fc.constant(noTerms) },
  {
    weight: 1,
    arbitrary: fc.record({ format: textArbitrary, acceptance: textArbitrary, withinMinutes: minutesArbitrary }),
  },
);

const idsArbitrary = (prefix: string, maxLength: number) =>
  fc
    .uniqueArray(fc.nat(9999), { maxLength })
    .map((numbers) => numbers.map((number) => `${prefix}${number.toString(36)}`));

function roleArbitrary(id: string): fc.Arbitrary<Role> {
  return fc
    .tuple(
      fc.record({
        name: textArbitrary,
        description: textArbitrary,
        color: fc.integer({ min: 0, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, '0')}`),
        icon: fc.constantFrom(...iconNames),
        tools: fc.array(textArbitrary, { maxLength: 3 }),
        team: textArbitrary,
        headcount: fc.nat(4),
        status: fc.constantFrom(...roleStatuses),
        order: fc.integer({ min: -3, max: 12 }),
      }),
      unknownArbitrary,
    )
    .map(([fields, unknown]) => aRole({ id, ...fields, ...unknown }));
}

interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minimum?: number;
  readonly maximum?: number;
}

// From the kinds' own schemas, so that a new kind is tested with all its values without a line here.
function valueArbitrary(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(valueArbitrary));
  const { minimum = -100, maximum = 100 } = schema;
  switch (schema.type) {
    case 'object': {
      const fields: Record<string, fc.Arbitrary<unknown>> = {};
      for (const [key, value] of Object.entries(schema.properties ?? {})) fields[key] = valueArbitrary(value);
      return fc.record(fields, { requiredKeys: [...(schema.required ?? [])], noNullPrototype: true });
    }
    case 'array':
      return fc.array(valueArbitrary(schema.items ?? { type: 'null' }), { maxLength: 3 });
    case 'string':
      return lineArbitrary;
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) });
    case 'null':
      return fc.constant(null);
    default:
      throw new Error(`valueArbitrary cannot make a value for ${JSON.stringify(schema)}; teach it`);
  }
}

const kindArbitrary = fc
  .constantFrom(...nodeKindNames)
  .chain((kind) =>
    fc.record({ kind: fc.constant(kind), props: valueArbitrary(z.toJSONSchema(kindOf(kind).props) as JsonSchema) }),
  );

/** Indexes into lists whose length is known only later. */
const pickArbitrary = fc.nat(1000);
const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

const nodeSeedArbitrary = fc.record({
  fields: fc.record({
    x: coordinateArbitrary,
    y: coordinateArbitrary,
    width: sizeArbitrary,
    height: sizeArbitrary,
    z: fc.integer({ min: -3, max: 3 }),
    label: textArbitrary,
    description: textArbitrary,
    sizing: fc.constantFrom(...nodeSizings),
    timing: timingArbitrary,
  }),
  kind: kindArbitrary,
  unknown: unknownArbitrary,
  parent: fc.option(pickArbitrary),
  role: fc.option(pickArbitrary),
  raci: fc.array(fc.tuple(pickArbitrary, fc.constantFrom(...raciLevels)), { maxLength: 3 }),
  // Records stand in no particular order: a child may come before its container.
  place: fc.nat(),
});
type NodeSeed = typeof nodeSeedArbitrary extends fc.Arbitrary<infer Seed> ? Seed : never;

function nodesFrom(ids: readonly string[], seeds: readonly NodeSeed[], roles: readonly Role[]): readonly DiagramNode[] {
  const containers: string[] = [];
  const made = ids.map((id, index) => {
    const seed = seeds[index % seeds.length];
    if (seed === undefined) throw new Error('there is a seed for each node');
    const { traits } = kindOf(seed.kind.kind);
    const parentId = seed.parent === null ? undefined : pick(containers, seed.parent);
    if (traits.container) containers.push(id);
    const role = seed.role === null || !traits.takesRole ? undefined : pick(roles, seed.role);
    const raci = traits.takesRaci ? seed.raci : [];
    const levels = raci.flatMap(([index, level]) => {
      const of = pick(roles, index);
      return of === undefined ? [] : [[of.id, level] as const];
    });
    const node = aNode(seed.kind.kind, {
      ...seed.fields,
      ...seed.unknown,
      id,
      parentId: parentId ?? null,
      roleId: role?.id ?? null,
      raci: Object.fromEntries(levels),
    });
    return { node: { ...node, props: seed.kind.props } as DiagramNode, place: seed.place };
  });
  return made.sort((a, b) => a.place - b.place).map(({ node }) => node);
}

const endSeedArbitrary = fc.record({
  node: pickArbitrary,
  side: fc.constantFrom('auto' as const, ...sides),
  at: shareArbitrary,
});
const edgeSeedArbitrary = fc.record({
  from: endSeedArbitrary,
  to: endSeedArbitrary,
  fields: fc.record({
    kind: fc.constantFrom(...edgeKindNames),
    label: textArbitrary,
    description: textArbitrary,
    labelAt: shareArbitrary,
    routing: fc.constantFrom(...edgeRoutings),
    heads: fc.constantFrom(...edgeHeads),
    terms: termsArbitrary,
    timing: timingArbitrary,
    waypoints: fc.array(pointArbitrary, { maxLength: 3 }),
  }),
  labelSpot: fc.option(shareArbitrary, { nil: undefined }),
  route: fc.option(fc.array(pointArbitrary, { minLength: 2, maxLength: 4 }), { nil: undefined }),
  bridges: fc.option(fc.array(pointArbitrary, { minLength: 1, maxLength: 3 }), { nil: undefined }),
  unknown: unknownArbitrary,
});
type EdgeSeed = typeof edgeSeedArbitrary extends fc.Arbitrary<infer Seed> ? Seed : never;

const foundOf = ({ route, labelSpot, bridges }: EdgeSeed) => ({
  ...(bridges === undefined ? {} : { bridges }),
  ...(route === undefined ? {} : { route }),
  ...(labelSpot === undefined ? {} : { labelSpot }),
});

function edgesFrom(ids: readonly string[], seeds: readonly EdgeSeed[], nodes: readonly DiagramNode[]) {
  const connectable = nodes.filter((node) => kindOf(node.kind).traits.connectable);
  return ids.flatMap((id, index): readonly DiagramEdge[] => {
    const seed = seeds[index % seeds.length];
    const from = seed && pick(connectable, seed.from.node);
    const to = seed && pick(connectable, seed.to.node);
    if (seed === undefined || from === undefined || to === undefined) return [];
    const end = (node: DiagramNode, { side, at }: EdgeSeed['from']) => ({ nodeId: node.id, side, at });
    return [
      anEdge({
        id,
        from: end(from, seed.from),
        to: end(to, seed.to),
        ...seed.fields,
        ...foundOf(seed),
        ...seed.unknown,
      }),
    ];
  });
}

/**
 * Any document: nested containers, all kinds with all their values, roles and responsibilities, bent edges, texts in
 * one or two languages, fields of later versions; records in no particular order.
 */
export const documentArbitrary: fc.Arbitrary<DiagramDocument> = fc
  .record({
    title: textArbitrary,
    look: fc.record({ bridges: fc.boolean(), legend: fc.boolean() }),
    roles: idsArbitrary('r', 4).chain((ids) => fc.tuple(...ids.map(roleArbitrary))),
    nodeIds: idsArbitrary('n', 14),
    nodeSeeds: fc.array(nodeSeedArbitrary, { minLength: 6, maxLength: 14 }),
    edgeIds: idsArbitrary('e', 10),
    edgeSeeds: fc.array(edgeSeedArbitrary, { minLength: 4, maxLength: 10 }),
    people: fc.array(
      fc.record({ name: textArbitrary, order: fc.nat(5), roles: fc.array(pickArbitrary, { maxLength: 3 }) }),
      {
        maxLength: 3,
      },
    ),
    separations: fc.array(fc.tuple(pickArbitrary, pickArbitrary), { maxLength: 2 }),
    backup: fc.option(pickArbitrary),
    unknown: unknownArbitrary,
  })
  .map(({ title, look, roles: plainRoles, nodeIds, nodeSeeds, edgeIds, edgeSeeds, unknown, backup, ...seeds }) => {
    const backupId = backup === null ? null : (pick(plainRoles.slice(1), backup)?.id ?? null);
    const roles = plainRoles.map((role, index) => (index === 0 ? { ...role, backupId } : role));
    const nodes = nodesFrom(nodeIds, nodeSeeds, roles).map(
      (node, index): DiagramNode =>
        node.kind === 'image' && index % 2 === 0 ? { ...node, props: { imageId: 'i0' } } : node,
    );
    const images = nodes.some((node) => node.kind === 'image' && node.props.imageId === 'i0') ? [anImage('i0')] : [];
    const edges = edgesFrom(edgeIds, edgeSeeds, nodes);
    const people = seeds.people.map(({ name, order, roles: picks }, index) => {
      const roleIds = [...new Set(picks.flatMap((index) => pick(roles, index)?.id ?? []))];
      return aPerson({ id: `p${index}`, name, order, roleIds });
    });
    const steps = nodes.filter(({ kind }) => kindOf(kind).traits.takesRaci);
    const separations = seeds.separations.flatMap(([first, second], index) => {
      const [a, b] = [pick(steps, first), pick(steps, second)];
      return a === undefined || b === undefined || a === b ? [] : [aSeparation(`s${index}`, a.id, b.id)];
    });
    return { ...aDocument({ title, look, roles, nodes, edges, people, separations, images }), ...unknown };
  });

/** The same, with some of its nodes locked. */
export const partlyLockedArbitrary: fc.Arbitrary<DiagramDocument> = fc
  .tuple(documentArbitrary, fc.infiniteStream(fc.nat(3)))
  .map(([document, picks]) => ({
    ...document,
    nodes: new Map(
      [...document.nodes].map(([id, node]) => [id, picks.next().value === 0 ? { ...node, locked: true } : node]),
    ),
  }));
