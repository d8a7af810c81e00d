import type { DiagramDocument } from '../model/document';
import { handoffsOf, rolesOfNodes } from '../model/handoffs';
import type { EdgeId, PersonId, RoleId } from '../model/ids';
import { lettersOf } from '../model/raci';
import { isWork } from '../model/steps';

/** How much a role or a person has to do. */
export interface Load {
  /** Tasks and decisions of the role. */
  readonly steps: number;
  /** Steps with its R, A/R among them. */
  readonly responsible: number;
  /** Steps with its A, A/R among them. */
  readonly accountable: number;
  /** Hand-offs to others. */
  readonly given: number;
  /** Hand-offs from others. */
  readonly taken: number;
}

/** Of one who takes several roles. */
export interface TakerLoad extends Load {
  /** Edges that lead from one of the own roles to another one: nothing is handed over there any more. */
  readonly toSelf: readonly EdgeId[];
}

/** Who takes which roles: people, or whoever is proposed. */
export type Takers<Key> = ReadonlyMap<Key, readonly RoleId[]>;

export const noLoad: Load = { steps: 0, responsible: 0, accountable: 0, given: 0, taken: 0 };

type Countable = { -readonly [Field in keyof Load]: number };

/** Of every role. Costs what the document holds. */
export function roleLoads(document: DiagramDocument): ReadonlyMap<RoleId, Load> {
  const loads = new Map<RoleId, Countable>([...document.roles.keys()].map((id) => [id, { ...noLoad }]));
  const count = (id: RoleId | null | undefined, field: keyof Load) => {
    const load = id == null ? undefined : loads.get(id);
    if (load !== undefined) load[field] += 1;
  };
  const roles = rolesOfNodes(document.nodes);
  for (const node of document.nodes.values()) {
    if (isWork(node)) count(roles.get(node.id), 'steps');
    for (const [id, level] of node.raci) {
      for (const letter of lettersOf(level)) {
        if (letter === 'R') count(id, 'responsible');
        if (letter === 'A') count(id, 'accountable');
      }
    }
  }
  for (const { from, to } of handoffsOf(document)) {
    count(from, 'given');
    count(to, 'taken');
  }
  return loads;
}

/**
 * Of each who takes roles. Several who take one role share what it has to do evenly; a hand-off is one to oneself where
 * both its roles are taken by one alone.
 */
export function takerLoads<Key>(document: DiagramDocument, takers: Takers<Key>): ReadonlyMap<Key, TakerLoad> {
  const loads = roleLoads(document);
  const byRole = new Map<RoleId, Key[]>();
  for (const [key, roleIds] of takers) for (const id of roleIds) byRole.set(id, [...(byRole.get(id) ?? []), key]);
  const onlyTaker = (id: RoleId) => (byRole.get(id)?.length === 1 ? byRole.get(id)?.[0] : undefined);
  const toSelf = new Map<Key, EdgeId[]>();
  for (const { id, from, to } of handoffsOf(document)) {
    const key = onlyTaker(from);
    if (key !== undefined && key === onlyTaker(to)) toSelf.set(key, [...(toSelf.get(key) ?? []), id]);
  }
  const found = new Map<Key, TakerLoad>();
  for (const [key, roleIds] of takers) {
    const own = toSelf.get(key) ?? [];
    const sumOf = (field: keyof Load) =>
      roleIds.reduce((sum, id) => sum + (loads.get(id)?.[field] ?? 0) / (byRole.get(id)?.length ?? 1), 0);
    found.set(key, {
      steps: sumOf('steps'),
      responsible: sumOf('responsible'),
      accountable: sumOf('accountable'),
      given: sumOf('given') - own.length,
      taken: sumOf('taken') - own.length,
      toSelf: own,
    });
  }
  return found;
}

/** The document's people and their roles. */
export function peopleAsTakers({ people }: Pick<DiagramDocument, 'people'>): Takers<PersonId> {
  return new Map([...people.values()].map(({ id, roleIds }) => [id, roleIds]));
}
