/** Ids are branded so that a node's id is never passed where a role's is meant. */
export type NodeId = string & { readonly __brand: 'NodeId' };
export type EdgeId = string & { readonly __brand: 'EdgeId' };
export type RoleId = string & { readonly __brand: 'RoleId' };
export type PersonId = string & { readonly __brand: 'PersonId' };
export type SeparationId = string & { readonly __brand: 'SeparationId' };
export type ImageId = string & { readonly __brand: 'ImageId' };

/** The letter that new ids of a kind of record begin with. */
interface IdOf {
  readonly n: NodeId;
  readonly e: EdgeId;
  readonly r: RoleId;
  readonly p: PersonId;
  readonly s: SeparationId;
  readonly i: ImageId;
}

/**
 * What an id may look like in a file: random ones for what people draw, readable ones, in any script, for files that
 * people or programs write (`고객-문의`). Without quotes, brackets and spaces it can stand in a selector or a message.
 */
export const ID_PATTERN = /^[\p{L}\p{N}][^\s\p{Cc}\p{Cs}"'`\\<>&[\]]{0,63}$/u;

const ID_ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';
const ID_LENGTH = 10;

/** A new id: a letter for the kind and ten random characters (36^10 ≈ 3.7e15). */
export function newId<Id extends IdOf[keyof IdOf]>(prefix: keyof IdOf, random: () => number = Math.random): Id {
  let id: string = prefix;
  for (let i = 0; i < ID_LENGTH; i++) id += ID_ALPHABET[Math.floor(random() * ID_ALPHABET.length)] ?? '0';
  return id as Id;
}
