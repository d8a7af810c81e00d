import type { DiagramDocument, Person } from '../model/document';
import { handoffsOf } from '../model/handoffs';
import type { PersonId, RoleId } from '../model/ids';
import { peopleInOrder } from '../model/vacancy';
import { roleLoads } from './load';

/** One of a proposed team. */
export interface Member {
  /** Who of the document's people; `null` for somebody who is still to come. */
  readonly personId: PersonId | null;
  /** In the order in which they are needed. */
  readonly roleIds: readonly RoleId[];
}

/**
 * Who takes which roles in a team of so many, at least one and at most one a role. Each takes roles that follow each
 * other in the order given, in turn: so that the one with most steps has as few as can be; then so that as many hand-offs
 * as can be are hand-offs to oneself; then as evenly as can be. People of the document keep what they have: a part goes
 * to whoever takes most of its roles already.
 */
export function proposeTeam(document: DiagramDocument, roleIds: readonly RoleId[], size: number): readonly Member[] {
  if (roleIds.length === 0) return [];
  const loads = roleLoads(document);
  const steps = roleIds.map((id) => loads.get(id)?.steps ?? 0);
  const parts = inTurn(steps, bondsOf(document, roleIds), Math.min(Math.max(1, size), roleIds.length));
  const own = parts.map(([from, to]) => roleIds.slice(from, to));
  const people = assigned(own, peopleInOrder(document.people));
  return own.map((ids, at): Member => ({ personId: people.get(at) ?? null, roleIds: ids }));
}

/** Who takes which part: first those who have most of it already, then the others in their order. */
function assigned(parts: readonly (readonly RoleId[])[], people: readonly Person[]): ReadonlyMap<number, PersonId> {
  const found = new Map<number, PersonId>();
  const free = new Set(people.map(({ id }) => id));
  const assign = (part: number, id: PersonId | undefined) => {
    if (id === undefined || !free.has(id) || found.has(part)) return;
    free.delete(id);
    found.set(part, id);
  };
  const pairs = parts.flatMap((roleIds, part) =>
    people.map(({ id, roleIds: own }) => ({ part, id, shared: own.filter((role) => roleIds.includes(role)).length })),
  );
  const likely = pairs.filter(({ shared }) => shared > 0).sort((a, b) => b.shared - a.shared);
  for (const { part, id } of likely) assign(part, id);
  for (const part of parts.keys()) assign(part, [...free][0]);
  return found;
}

/** For two places in the list of roles how many hand-offs there are between them, either way. */
type Bonds = ReadonlyMap<number, ReadonlyMap<number, number>>;

function bondsOf(document: DiagramDocument, roleIds: readonly RoleId[]): Bonds {
  const places = new Map(roleIds.map((id, place) => [id, place]));
  const bonds = new Map<number, Map<number, number>>();
  for (const handoff of handoffsOf(document)) {
    const [from, to] = [places.get(handoff.from), places.get(handoff.to)];
    if (from === undefined || to === undefined) continue;
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    const row = bonds.get(last) ?? new Map<number, number>();
    bonds.set(last, row);
    row.set(first, (row.get(first) ?? 0) + 1);
  }
  return bonds;
}

/** From a place in the list of roles up to, not including, another one. */
type Part = readonly [from: number, to: number];

/** The list in so many parts, none empty; the "linear partition problem", by dynamic programming. */
function inTurn(steps: readonly number[], bonds: Bonds, count: number): readonly Part[] {
  const sums = [0];
  for (const number of steps) sums.push((sums.at(-1) ?? 0) + number);
  const stepsIn = ([from, to]: Part) => (sums[to] ?? 0) - (sums[from] ?? 0);
  const heaviest = cut(steps.length, count, stepsIn, Math.max).value;
  const kept = keptIn(steps.length, bonds);
  // One hand-off counts more than any evenness.
  const weight = (sums.at(-1) ?? 0) ** 2 + 1;
  const cost = (part: Part) => {
    const load = stepsIn(part);
    return load > heaviest ? Number.POSITIVE_INFINITY : load ** 2 - weight * kept(part);
  };
  return cut(steps.length, count, cost, (a, b) => a + b).parts;
}

interface Cut {
  readonly value: number;
  readonly parts: readonly Part[];
}

/** The cheapest way to cut a list of a length into parts, where `join` makes one cost of two. */
function cut(length: number, count: number, cost: (part: Part) => number, join: (a: number, b: number) => number): Cut {
  const whole = (to: number): Cut => ({ value: cost([0, to]), parts: [[0, to]] });
  let best = new Map<number, Cut>();
  for (let to = 1; to <= length; to++) best.set(to, whole(to));
  for (let parts = 2; parts <= count; parts++) {
    const next = new Map<number, Cut>();
    for (let to = parts; to <= length; to++) {
      for (const [from, before] of best) {
        if (from >= to) continue;
        const value = join(before.value, cost([from, to]));
        const known = next.get(to);
        if (known === undefined || value < known.value) {
          next.set(to, { value, parts: [...before.parts, [from, to]] });
        }
      }
    }
    best = next;
  }
  return best.get(length) ?? whole(length);
}

/** How many hand-offs begin and end within a part of the list. */
function keptIn(length: number, bonds: Bonds): (part: Part) => number {
  const kept = Array.from({ length }, () => new Map<number, number>());
  for (let from = 0; from < length; from++) {
    let sum = 0;
    for (let last = from; last < length; last++) {
      for (const [first, count] of bonds.get(last) ?? []) if (first >= from) sum += count;
      kept[from]?.set(last + 1, sum);
    }
  }
  return ([from, to]) => kept[from]?.get(to) ?? 0;
}

/** What making the proposal real changes: who gets which roles, and who comes. */
export interface TeamChanges {
  readonly set: readonly { readonly id: PersonId; readonly roleIds: readonly RoleId[] }[];
  /** The roles of people who come, in their order. */
  readonly add: readonly (readonly RoleId[])[];
}

/**
 * People who are not of the team give up the roles that it shares out and keep all others; so do those who are.
 */
export function teamChanges(document: DiagramDocument, members: readonly Member[]): TeamChanges {
  const shared = new Set(members.flatMap(({ roleIds }) => roleIds));
  const ownOf = (id: PersonId) => members.find(({ personId }) => personId === id)?.roleIds ?? [];
  return {
    set: peopleInOrder(document.people).map(({ id, roleIds }) => ({
      id,
      roleIds: [...ownOf(id), ...roleIds.filter((roleId) => !shared.has(roleId))],
    })),
    add: members.filter(({ personId }) => personId === null).map(({ roleIds }) => roleIds),
  };
}
