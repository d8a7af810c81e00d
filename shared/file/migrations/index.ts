import { invariant } from '../../util/invariant';
import type { JsonObject } from '../json';

/**
 * One step from a format version to the next. It gets the whole file as parsed, of which nothing is known but that
 * `version` says `to - 1`, and answers it as the next version would have written it.
 */
export interface Migration {
  readonly to: number;
  migrate(project: JsonObject): JsonObject;
}

/**
 * Every step since version 1, oldest first: `0002-what-it-does.ts` exports the one that leads to version 2. Steps
 * are never changed once released, and a file of each version lies in tests/fixtures.
 */
const migrations: readonly Migration[] = [];

/** The versions that can be read, and how. */
export interface Versions {
  readonly current: number;
  readonly migrations: readonly Migration[];
}

/** The versions that a list of migrations leads through; throws when it leaves one out. */
export function versionsOf(list: readonly Migration[]): Versions {
  list.forEach(({ to }, index) => {
    invariant(to === index + 2, `migration ${index + 1} of the list leads to version ${index + 2}, not ${to}`);
  });
  return { current: list.length + 1, migrations: list };
}

export const versions: Versions = versionsOf(migrations);
/** What this version of the program writes. */
export const FORMAT_VERSION = versions.current;

/** A project of an older version as the current one would have written it. */
export function migrated(project: JsonObject, from: number, { migrations: list }: Versions): JsonObject {
  return list.slice(from - 1).reduce((older, { migrate }) => migrate(older), project);
}
