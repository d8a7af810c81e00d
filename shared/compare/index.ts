import type { Comparer } from './comparer';
import { edgeAdded, edgeChanged, edgeRehung, edgeRelabelled, edgeRemoved, handoffAdded, handoffRemoved } from './edges';
import { nodeAdded, nodeChanged, nodeRegrouped, nodeRemoved, nodeRenamed, raciChanged, stepMoved } from './nodes';
import {
  personAdded,
  personChanged,
  personRemoved,
  personRenamed,
  separationAdded,
  separationChanged,
  separationRemoved,
} from './people';
import { roleAdded, roleChanged, roleRemoved, roleRenamed } from './roles';
import { imageChanged, lookChanged, titleChanged, unknownChanged } from './wholeDocument';

const registry = {
  titleChanged,
  lookChanged,
  imageChanged,
  unknownChanged,
  roleAdded,
  roleRemoved,
  roleRenamed,
  roleChanged,
  stepMoved,
  nodeAdded,
  nodeRemoved,
  nodeRenamed,
  nodeRegrouped,
  raciChanged,
  nodeChanged,
  handoffAdded,
  handoffRemoved,
  edgeAdded,
  edgeRemoved,
  edgeRehung,
  edgeRelabelled,
  edgeChanged,
  personAdded,
  personRemoved,
  personRenamed,
  personChanged,
  separationAdded,
  separationRemoved,
  separationChanged,
} as const satisfies Readonly<Record<string, Comparer>>;

/** Every kind of difference, in the order in which they are told within their section. */
export type DifferenceName = keyof typeof registry;
export const comparers: Readonly<Record<DifferenceName, Comparer>> = registry;
export const differenceNames = Object.keys(registry) as readonly DifferenceName[];
