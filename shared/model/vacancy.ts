import { groupsPer } from '../util/perMap';
import type { DiagramDocument, Person, Role } from './document';
import type { PersonId, RoleId } from './ids';
import { byOrder } from './query';

/** Who takes each role, in no order. */
export const takersByRole: (people: DiagramDocument['people']) => ReadonlyMap<RoleId, readonly PersonId[]> = groupsPer(
  (person: Person) => person.roleIds,
);

/** People in the order somebody gave them. */
export const peopleInOrder = byOrder<PersonId, Person>();

/** The people who take a role, in their order. */
export function takersOf({ people }: Pick<DiagramDocument, 'people'>, id: RoleId): readonly Person[] {
  const takers = takersByRole(people).get(id);
  return takers === undefined ? [] : peopleInOrder(people).filter((person) => takers.includes(person.id));
}

/**
 * Whether somebody is missing: nobody takes the role though it is said to be open, or though the document names people.
 * A role that needs nobody, such as a user's, is not vacant.
 */
export function isVacant({ people }: Pick<DiagramDocument, 'people'>, role: Role): boolean {
  if (role.headcount === 0 || takersByRole(people).has(role.id)) return false;
  return role.status === 'open' || people.size > 0;
}
