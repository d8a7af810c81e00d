import { modelLimits } from '../model/limits';

/**
 * What a project file may hold. High enough for every drawing that people make; a file beyond them was made by a
 * program gone wrong or to do harm, and is refused before it can freeze the window.
 */
export const limits = {
  ...modelLimits,
  fileMiB: 64,
  /** Of JSON brackets. `JSON.parse` goes far deeper than `structuredClone`, so deep files would open and never save. */
  depth: 64,
  /** Of containers within containers; looking up where a node lies costs that much. */
  nesting: 1_000,
  nodes: 20_000,
  edges: 40_000,
  roles: 2_000,
  people: 10_000,
  rolesPerPerson: 200,
  separations: 2_000,
  images: 1_000,
  /** Of one text, in UTF-16 code units. */
  textChars: 100_000,
  toolsPerRole: 200,
  waypointsPerEdge: 1_000,
  pointsPerRoute: 10_000,
  bridgesPerEdge: 10_000,
} as const;
