import { languages } from '../i18n/language';
import type { DiagramDocument, DiagramEdge, DiagramNode } from '../model/document';
import type { EdgeId, NodeId, PersonId, RoleId } from '../model/ids';
import { type LocalizedText, nameKey, wordsIn } from '../model/localizedText';
import { oncePer } from '../util/perMap';

/**
 * A document whose records have the ids of those of another one that are certainly the same: what was drawn anew or
 * imported twice has other ids, and would else be told as all gone and all new. Certain is what has a name of its own
 * in both: a role, a node of the same kind, a person; and an edge of the same kind that is the only one between its two
 * nodes. Records whose id is in both are the same, whatever they are called.
 */
export function alignedWith(document: DiagramDocument, other: DiagramDocument): DiagramDocument {
  const roles = sameIn(document.roles, other.roles, nameOf);
  const nodes = sameIn(document.nodes, other.nodes, nameOfNode);
  const people = sameIn(document.people, other.people, nameOf);
  const nodeId = (id: NodeId) => nodes.get(id) ?? id;
  const edges = sameIn(
    document.edges,
    other.edges,
    ({ kind, from, to }) => `${kind} ${nodeId(from.nodeId)} ${nodeId(to.nodeId)}`,
    ({ kind, from, to }) => `${kind} ${from.nodeId} ${to.nodeId}`,
  );
  if (roles.size + nodes.size + people.size + edges.size === 0) return document;
  return withIds(document, { roles, nodes, edges, people });
}

interface NewIds {
  readonly roles: ReadonlyMap<RoleId, RoleId>;
  readonly nodes: ReadonlyMap<NodeId, NodeId>;
  readonly edges: ReadonlyMap<EdgeId, EdgeId>;
  readonly people: ReadonlyMap<PersonId, PersonId>;
}

function withIds(document: DiagramDocument, { roles, nodes, edges, people }: NewIds): DiagramDocument {
  const roleId = (id: RoleId) => roles.get(id) ?? id;
  const nodeId = (id: NodeId) => nodes.get(id) ?? id;
  const maybe = <Id>(id: Id | null, map: (id: Id) => Id) => (id === null ? null : map(id));
  const node = (record: DiagramNode): DiagramNode => ({
    ...record,
    id: nodeId(record.id),
    parentId: maybe(record.parentId, nodeId),
    roleId: maybe(record.roleId, roleId),
    raci: new Map([...record.raci].map(([id, level]) => [roleId(id), level])),
  });
  const edge = (record: DiagramEdge): DiagramEdge => ({
    ...record,
    id: edges.get(record.id) ?? record.id,
    from: { ...record.from, nodeId: nodeId(record.from.nodeId) },
    to: { ...record.to, nodeId: nodeId(record.to.nodeId) },
  });
  return {
    ...document,
    roles: byId(document.roles, (role) => ({ ...role, id: roleId(role.id), backupId: maybe(role.backupId, roleId) })),
    nodes: byId(document.nodes, node),
    edges: byId(document.edges, edge),
    people: byId(document.people, (person) => ({
      ...person,
      id: people.get(person.id) ?? person.id,
      roleIds: person.roleIds.map(roleId),
    })),
    separations: byId(document.separations, (separation) => ({
      ...separation,
      nodeIds: [nodeId(separation.nodeIds[0]), nodeId(separation.nodeIds[1])] as const,
    })),
  };
}

function byId<Id, Item extends { readonly id: Id }>(
  items: ReadonlyMap<Id, Item>,
  map: (item: Item) => Item,
): ReadonlyMap<Id, Item> {
  return new Map([...items.values()].map(map).map((item) => [item.id, item]));
}

/** For ids of a list that the other one does not have, the id of the one record that has the same key there. */
function sameIn<Id, Item>(
  items: ReadonlyMap<Id, Item>,
  others: ReadonlyMap<Id, Item>,
  keyIn: (item: Item) => string | null,
  keyInOther: (item: Item) => string | null = keyIn,
): ReadonlyMap<Id, Id> {
  // Two versions of one file: neither has anything that the other may know under another id.
  if (!hasStray(items, others) || !hasStray(others, items)) return new Map();
  const mine = uniqueByKey(items, others, keyIn);
  const theirs = uniqueByKey(others, items, keyInOther);
  const same = new Map<Id, Id>();
  for (const [key, id] of mine) {
    const other = theirs.get(key);
    if (id !== null && other != null) same.set(id, other);
  }
  return same;
}

function hasStray<Id>(items: ReadonlyMap<Id, unknown>, others: ReadonlyMap<Id, unknown>): boolean {
  for (const id of items.keys()) if (!others.has(id)) return true;
  return false;
}

function uniqueByKey<Id, Item>(
  items: ReadonlyMap<Id, Item>,
  known: ReadonlyMap<Id, Item>,
  keyIn: (item: Item) => string | null,
): ReadonlyMap<string, Id | null> {
  const found = new Map<string, Id | null>();
  for (const [id, item] of items) {
    const key = keyIn(item);
    // One that is the same by its id still takes the name away from others.
    if (key !== null) found.set(key, found.has(key) || known.has(id) ? null : id);
  }
  return found;
}

/** Known once for each record, as long as it is there: a document is compared again after each edit of it. */
const nameOf = oncePer(({ name }: { readonly name: LocalizedText }) => keyOf(name));
const nameOfNode = oncePer(({ kind, label }: DiagramNode) => withKey(kind, keyOf(label)));

function keyOf(text: LocalizedText): string | null {
  const words = languages.map((language) => nameKey(wordsIn(text, language)));
  return words.every((word) => word === '') ? null : words.join(' / ');
}

function withKey(kind: string, key: string | null): string | null {
  return key === null ? null : `${kind} ${key}`;
}
