import type { DiagramDocument, DiagramNode, Separation } from '../model/document';
import type { NodeId, SeparationId } from '../model/ids';
import { isSoundSeparation } from '../model/query';
import type { EditArgs } from './args';
import { withFields, withRecords } from './records';

export function addSeparations(document: DiagramDocument, args: EditArgs['separations.add']): DiagramDocument {
  const added = new Map<SeparationId, Separation>();
  for (const separation of args.separations) {
    const isTaken = document.separations.has(separation.id) || added.has(separation.id);
    const isKnown = [...document.separations.values(), ...added.values()].some((other) => isOfSame(other, separation));
    if (isTaken || isKnown || !isSoundSeparation(separation, (id) => document.nodes.get(id))) continue;
    added.set(separation.id, separation);
  }
  return withRecords(document, { separations: added });
}

const isOfSame = (a: Separation, b: Separation) => a.nodeIds.every((id) => b.nodeIds.includes(id));

export function setSeparation(document: DiagramDocument, { id, patch }: EditArgs['separations.set']): DiagramDocument {
  const separation = document.separations.get(id);
  if (separation === undefined) return document;
  return withRecords(document, { separations: new Map([[id, withFields<Separation>(separation, { ...patch, id })]]) });
}

export function removeSeparations(document: DiagramDocument, { ids }: EditArgs['separations.remove']): DiagramDocument {
  return withRecords(document, { separations: new Map(ids.map((id) => [id, undefined])) });
}

/** The rules that say nothing any more once nodes are what `nodeAt` answers, as changes for `withRecords`. */
export function unsoundSeparations(
  { separations }: DiagramDocument,
  nodeAt: (id: NodeId) => DiagramNode | undefined,
): ReadonlyMap<SeparationId, undefined> {
  const gone = [...separations.values()].filter((separation) => !isSoundSeparation(separation, nodeAt));
  return new Map(gone.map(({ id }) => [id, undefined]));
}
