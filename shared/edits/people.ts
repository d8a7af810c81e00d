import type { DiagramDocument, Person } from '../model/document';
import type { PersonId } from '../model/ids';
import type { EditArgs } from './args';
import { soundPerson, withFields, withRecords } from './records';

/** Ids that are taken are left out. */
export function addPeople(document: DiagramDocument, { people }: EditArgs['people.add']): DiagramDocument {
  const added = new Map<PersonId, Person>();
  for (const person of people) {
    if (!document.people.has(person.id) && !added.has(person.id)) {
      added.set(person.id, soundPerson(person, document.roles));
    }
  }
  return withRecords(document, { people: added });
}

export function setPerson(document: DiagramDocument, { id, patch }: EditArgs['people.set']): DiagramDocument {
  const person = document.people.get(id);
  if (person === undefined) return document;
  const sound = soundPerson(withFields<Person>(person, { ...patch, id }), document.roles);
  return withRecords(document, { people: new Map([[id, sound]]) });
}

export function removePeople(document: DiagramDocument, { ids }: EditArgs['people.remove']): DiagramDocument {
  return withRecords(document, { people: new Map(ids.map((id) => [id, undefined])) });
}
