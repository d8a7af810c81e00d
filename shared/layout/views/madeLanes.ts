import type { NodeId, RoleId } from '../../model/ids';

/** What the ids of lanes begin with that only a view has. No file can have them: its ids begin with a letter or a number. */
const MADE = '~';

/** Of the lane that a view makes for a role or a stage; `null`: for what has none. */
export function laneIdOf(key: RoleId | NodeId | null): NodeId {
  return `${MADE}${key ?? ''}` as NodeId;
}

/** Whether a node is a lane that a view made, and no record of the document. */
export function isMadeByView(id: NodeId): boolean {
  return id.startsWith(MADE);
}

/** The id of the role or stage that a lane was made for; '' for what has none. */
export function madeFor(id: NodeId): string {
  return id.slice(MADE.length);
}
