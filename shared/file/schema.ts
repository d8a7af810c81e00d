import * as z from 'zod/mini';
import { sides } from '../geometry/box';
import { kindOf, type NodeKindName, nodeKindNames } from '../kinds/index';
import { edgeHeads, edgeRoutings, nodeSizings, raciLevels, roleStatuses } from '../model/document';
import { edgeKindNames } from '../model/edgeKinds';
import { ID_PATTERN } from '../model/ids';
import { iconNames } from '../scene/icons.generated';
import { limits } from './limits';

/**
 * The records of a project file, one definition for reading and for the JSON Schema. Fields that may be left out have
 * their default here; fields that are not here belong to a later version and are kept. References (`parentId`, a
 * role of a responsibility) are any text: whether they lead somewhere is a question about the whole file.
 */

const string = z.string().check(z.maxLength(limits.textChars));
/** One text, or one per language; languages we do not show are kept too. */
export const textSchema = z.union([
  string,
  z.catchall(z.object({ ko: z.optional(string), en: z.optional(string) }), string),
]);
const optionalText = z._default(textSchema, '');
const id = z.string().check(z.regex(ID_PATTERN));
const reference = z._default(z.nullable(z.string()), null);
const coordinate = z.number().check(z.gte(-limits.coordinate), z.lte(limits.coordinate));
const size = z.number().check(z.gte(limits.minSize), z.lte(limits.maxSize));
const order = z._default(z.number().check(z.gte(-limits.order), z.lte(limits.order)), 0);
const share = z._default(z.number().check(z.gte(0), z.lte(1)), 0.5);

export const iconSchema = z.enum(iconNames);

export const DEFAULT_ROLE_COLOR = '#64748b';
export const DEFAULT_ROLE_ICON = 'user-round';

const count = z.number().check(z.multipleOf(1), z.gte(0), z.lte(limits.headcount));
const minutes = z._default(z.nullable(z.number().check(z.gte(0), z.lte(limits.minutes))), null);

export const roleSchema = z.object({
  backupId: reference,
  color: z._default(z.string().check(z.regex(/^#[0-9A-Fa-f]{6}$/)), DEFAULT_ROLE_COLOR),
  description: optionalText,
  headcount: z._default(count, 1),
  icon: z._default(iconSchema, DEFAULT_ROLE_ICON),
  id,
  name: optionalText,
  order,
  status: z._default(z.enum(roleStatuses), 'filled'),
  team: optionalText,
  tools: z._default(z.array(textSchema).check(z.maxLength(limits.toolsPerRole)), []),
});

export const personSchema = z.object({
  id,
  name: optionalText,
  order,
  roleIds: z._default(z.array(z.string()).check(z.maxLength(limits.rolesPerPerson)), []),
});

export const separationSchema = z.object({
  id,
  nodeIds: z.tuple([z.string(), z.string()]),
  reason: optionalText,
});

export const imageSchema = z.object({
  height: z.number().check(z.gte(1), z.lte(limits.maxSize)),
  id,
  /** `data:` address of a PNG, JPEG or SVG, base64 */
  source: z.string(),
  width: z.number().check(z.gte(1), z.lte(limits.maxSize)),
});

/** Left out: nobody said. */
const timing = z.prefault(
  z.object({
    accuratePercent: z._default(z.nullable(z.number().check(z.gte(0), z.lte(100))), null),
    waitMinutes: minutes,
    workMinutes: minutes,
  }),
  {},
);

const terms = z.prefault(z.object({ acceptance: optionalText, format: optionalText, withinMinutes: minutes }), {});

function nodeSchemaOf(kind: NodeKindName) {
  return z.object({
    description: optionalText,
    height: size,
    id,
    kind: z.literal(kind),
    label: optionalText,
    locked: z._default(z.boolean(), false),
    parentId: reference,
    props: z.prefault(kindOf(kind).props, {}),
    raci: z._default(z.record(z.string(), z.enum(raciLevels)), {}),
    roleId: reference,
    sizing: z._default(z.enum(nodeSizings), 'fit'),
    timing,
    width: size,
    x: coordinate,
    y: coordinate,
    z: order,
  });
}

/** A schema per kind of node, each with the props of its kind. */
export const nodeSchemas: ReadonlyMap<NodeKindName, ReturnType<typeof nodeSchemaOf>> = new Map(
  nodeKindNames.map((kind) => [kind, nodeSchemaOf(kind)]),
);

/** What a file says beside its lists of records. */
export const headSchema = z.object({
  look: z.prefault(z.object({ bridges: z._default(z.boolean(), false), legend: z._default(z.boolean(), false) }), {}),
  title: optionalText,
});

export const edgeEndSchema = z.object({
  at: share,
  nodeId: z.string(),
  side: z._default(z.enum(['auto', ...sides]), 'auto'),
});

export const edgeSchema = z.object({
  /** Left out: it passes over no other line. */
  bridges: z.optional(z.array(z.tuple([coordinate, coordinate])).check(z.maxLength(limits.bridgesPerEdge))),
  description: optionalText,
  from: edgeEndSchema,
  /** Left out: those of the kind. */
  heads: z.optional(z.enum(edgeHeads)),
  id,
  kind: z.enum(edgeKindNames),
  label: optionalText,
  labelAt: share,
  /** Left out: where `labelAt` says. */
  labelSpot: z.optional(z.number().check(z.gte(0), z.lte(1))),
  /** Left out: the way that only looks at its own two nodes. */
  route: z.optional(z.array(z.tuple([coordinate, coordinate])).check(z.maxLength(limits.pointsPerRoute))),
  routing: z._default(z.enum(edgeRoutings), 'orthogonal'),
  terms,
  timing,
  to: edgeEndSchema,
  waypoints: z._default(z.array(z.tuple([coordinate, coordinate])).check(z.maxLength(limits.waypointsPerEdge)), []),
});
