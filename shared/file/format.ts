import { FORMAT_VERSION } from './migrations/index';

/** The project format's own name, in every file. */
export const FORMAT = 'roleweave';

/**
 * The value of `$schema`. A file name, not an address: the schema comes with the app, and an address that nobody
 * answers for today could lead anywhere tomorrow. Editors map the name to the shipped file.
 */
export const SCHEMA_NAME = `roleweave-project-${FORMAT_VERSION}.schema.json`;

/** Whether a `$schema` is one that we wrote, now or in an earlier version. */
export function isOurSchemaName(name: unknown): boolean {
  return typeof name === 'string' && /^roleweave-project-\d+\.schema\.json$/.test(name);
}
