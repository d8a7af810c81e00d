/** Ids are branded so that a node's id is never passed where a role's is meant. */
export type NodeId = string & { readonly __brand: 'NodeId' };
export type EdgeId = string & { readonly __brand: 'EdgeId' };
export type RoleId = string & { readonly __brand: 'RoleId' };

/** What an id may look like in a file: readable ones for built-in diagrams, random ones for what people draw. */
export const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;

const ID_ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';
const ID_LENGTH = 10;

/** A new id: a letter for the kind and ten random characters (36^10 ≈ 3.7e15). */
export function newId<Id extends NodeId | EdgeId | RoleId>(
  prefix: 'n' | 'e' | 'r',
  random: () => number = Math.random,
): Id {
  let id: string = prefix;
  for (let i = 0; i < ID_LENGTH; i++) id += ID_ALPHABET[Math.floor(random() * ID_ALPHABET.length)] ?? '0';
  return id as Id;
}
