import * as z from 'zod/mini';
import { nodeKindNames } from '../kinds/index';
import { mustGet } from '../util/invariant';
import { FORMAT } from './format';
import { limits } from './limits';
import { FORMAT_VERSION } from './migrations/index';
import {
  edgeEndSchema,
  edgeSchema,
  headSchema,
  iconSchema,
  imageSchema,
  nodeSchemas,
  personSchema,
  roleSchema,
  separationSchema,
  textSchema,
} from './schema';

// Parts that stand in many places get a name, so that the schema can be read.
const parts = z.registry<{ readonly id: string }>();
parts.add(textSchema, { id: 'text' });
parts.add(edgeEndSchema, { id: 'edgeEnd' });

/** The JSON Schema of a project file, for other programs and for editors; from the very schemas that read files. */
export function createProjectJsonSchema(): object {
  const project = z.object({
    $schema: z.optional(z.string()),
    format: z.literal(FORMAT),
    version: z.literal(FORMAT_VERSION),
    ...headSchema.shape,
    roles: z.array(roleSchema).check(z.maxLength(limits.roles)),
    nodes: z.array(z.union(nodeKindNames.map((kind) => mustGet(nodeSchemas, kind)))).check(z.maxLength(limits.nodes)),
    edges: z.array(edgeSchema).check(z.maxLength(limits.edges)),
    people: z.optional(z.array(personSchema).check(z.maxLength(limits.people))),
    separations: z.optional(z.array(separationSchema).check(z.maxLength(limits.separations))),
    images: z.optional(z.array(imageSchema).check(z.maxLength(limits.images))),
  });
  const schema = z.toJSONSchema(project, {
    io: 'input',
    metadata: parts,
    // Icons come with every release, without a new version of the format; an unknown one does no harm.
    override({ zodSchema, jsonSchema }) {
      if (zodSchema === iconSchema) delete jsonSchema.enum;
    },
  });
  return { title: `Roleweave project, version ${FORMAT_VERSION}`, ...schema };
}
