import * as z from 'zod/mini';
import { nodeKindNames } from '../kinds/index';
import { mustGet } from '../util/invariant';
import { FORMAT } from './format';
import { limits } from './limits';
import { FORMAT_VERSION } from './migrations/index';
import { edgeSchema, nodeSchemas, roleSchema, titleSchema } from './schema';

/** The JSON Schema of a project file, for other programs and for editors; from the very schemas that read files. */
export function createProjectJsonSchema(): object {
  const project = z.object({
    $schema: z.optional(z.string()),
    format: z.literal(FORMAT),
    version: z.literal(FORMAT_VERSION),
    title: z._default(titleSchema, ''),
    roles: z.array(roleSchema).check(z.maxLength(limits.roles)),
    nodes: z.array(z.union(nodeKindNames.map((kind) => mustGet(nodeSchemas, kind)))).check(z.maxLength(limits.nodes)),
    edges: z.array(edgeSchema).check(z.maxLength(limits.edges)),
  });
  return { title: `Roleweave project, version ${FORMAT_VERSION}`, ...z.toJSONSchema(project, { io: 'input' }) };
}
