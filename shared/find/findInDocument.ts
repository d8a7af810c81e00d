import type { DiagramDocument, DiagramNode, Role } from '../model/document';
import type { EdgeId, NodeId, RoleId } from '../model/ids';
import { rolesInOrder } from '../model/query';
import { readingRanks } from '../model/readingOrder';
import {
  type FieldText,
  searchableEdge,
  searchableNode,
  searchableRole,
  textsOfEdge,
  textsOfNode,
  textsOfRole,
} from './fields';
import { literalRank, looseRank, matchRank, mayHold, type Query, type Searchable } from './searchText';

export type HitTarget =
  | { readonly type: 'node'; readonly id: NodeId }
  | { readonly type: 'edge'; readonly id: EdgeId }
  | { readonly type: 'role'; readonly id: RoleId };

/** A record that answers a query. */
export interface Hit {
  readonly target: HitTarget;
  /** The role by whose name a node is found, when none of its own texts answers. */
  readonly via: RoleId | null;
}

/**
 * Reads everything that searches will ask for, record by record, so that whoever has nothing else to do can do it a bit
 * at a time before the first letter is typed.
 */
export function* prepareSearch({ nodes, edges }: DiagramDocument): Generator<void> {
  for (const node of nodes.values()) {
    searchableNode(node)?.prepare();
    yield;
  }
  for (const edge of edges.values()) {
    searchableEdge(edge)?.prepare();
    yield;
  }
}

type How = 'literally' | 'loosely';

/**
 * What of a document answers a query, in reading order, lines after the step they leave, roles last. Where anything
 * holds the query as it was typed, only that is found: what it may stand for helps while nothing does.
 */
export function findInDocument(document: DiagramDocument, query: Query): readonly Hit[] {
  const literal = hitsOf(document, query, 'literally');
  return inReadingOrder(document, literal.length > 0 ? literal : hitsOf(document, query, 'loosely'));
}

function hitsOf({ nodes, edges, roles }: DiagramDocument, query: Query, how: How): readonly Hit[] {
  const isStrict = query.matchCase || query.wholeWords;
  if (isStrict && how === 'loosely') return [];
  const rank = how === 'literally' ? literalRank : looseRank;
  // Only what may hold it is taken apart into its texts.
  const answers = (all: Searchable | null, texts: () => readonly FieldText[]) =>
    all !== null &&
    mayHold(query, all, how) &&
    (!isStrict || texts().some(({ searchable }) => rank(query, searchable) !== null));
  const named = new Set<RoleId>();
  for (const role of roles.values()) {
    if (namesOf(role).some(({ searchable }) => rank(query, searchable) !== null)) named.add(role.id);
  }

  const hits: Hit[] = [];
  for (const node of nodes.values()) {
    if (answers(searchableNode(node), () => textsOfNode(node))) {
      hits.push({ target: { type: 'node', id: node.id }, via: null });
    } else if (named.size > 0) {
      const via = rolesOf(node).find((id) => named.has(id));
      if (via !== undefined) hits.push({ target: { type: 'node', id: node.id }, via });
    }
  }
  for (const edge of edges.values()) {
    if (answers(searchableEdge(edge), () => textsOfEdge(edge))) {
      hits.push({ target: { type: 'edge', id: edge.id }, via: null });
    }
  }
  for (const role of rolesInOrder(roles)) {
    if (answers(searchableRole(role), () => textsOfRole(role))) {
      hits.push({ target: { type: 'role', id: role.id }, via: null });
    }
  }
  return hits;
}

const namesOf = (role: Role) => textsOfRole(role).filter(({ field }) => field === 'name');

/** Its own role, and those that are responsible in any way; what a lane gives to its steps is found at the lane. */
function rolesOf({ roleId, raci }: DiagramNode): readonly RoleId[] {
  if (raci.size === 0) return roleId === null ? [] : [roleId];
  return [...(roleId === null ? [] : [roleId]), ...raci.keys()];
}

/** How well a hit answers the query, see `matchRank`: lower is better. */
export function rankOfHit({ nodes, edges, roles }: DiagramDocument, query: Query, { target, via }: Hit): number {
  const all =
    via !== null
      ? mapped(roles.get(via), searchableRole)
      : target.type === 'node'
        ? mapped(nodes.get(target.id), searchableNode)
        : target.type === 'edge'
          ? mapped(edges.get(target.id), searchableEdge)
          : mapped(roles.get(target.id), searchableRole);
  return (all === null ? null : matchRank(query, all)) ?? Number.POSITIVE_INFINITY;
}

/** What of a hit answers the query, and how well: see `matchRank`. */
export interface HitText {
  readonly text: FieldText;
  readonly rank: number;
}

/** The best of a hit's texts; `null` when the document no longer holds the hit. Asked of hits that are shown. */
export function textOfHit(document: DiagramDocument, query: Query, { target, via }: Hit): HitText | null {
  let best: HitText | null = null;
  for (const text of textsToShow(document, target, via)) {
    const rank = matchRank(query, text.searchable);
    if (rank !== null && (best === null || rank < best.rank)) best = { text, rank };
  }
  return best;
}

function textsToShow(
  { nodes, edges, roles }: DiagramDocument,
  target: HitTarget,
  via: RoleId | null,
): readonly FieldText[] {
  if (via !== null) return mapped(roles.get(via), namesOf) ?? [];
  if (target.type === 'node') return mapped(nodes.get(target.id), textsOfNode) ?? [];
  const texts =
    target.type === 'edge' ? mapped(edges.get(target.id), textsOfEdge) : mapped(roles.get(target.id), textsOfRole);
  return texts ?? [];
}

function mapped<T, Made>(record: T | undefined, make: (record: T) => Made): Made | null {
  return record === undefined ? null : make(record);
}

function inReadingOrder({ nodes, edges }: DiagramDocument, hits: readonly Hit[]): readonly Hit[] {
  if (hits.length < 2) return hits;
  const ranks = readingRanks(nodes);
  const rankOf = (id: NodeId | undefined) => (id === undefined ? undefined : ranks.get(id)) ?? ranks.size;
  const placeOf = ({ target }: Hit): number => {
    if (target.type === 'role') return ranks.size + 1;
    return target.type === 'node' ? rankOf(target.id) : rankOf(edges.get(target.id)?.from.nodeId) + 0.5;
  };
  return hits
    .map((hit) => ({ hit, place: placeOf(hit) }))
    .sort((a, b) => a.place - b.place)
    .map(({ hit }) => hit);
}
