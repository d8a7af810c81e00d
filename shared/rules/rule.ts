import type { EditArgs, EditName } from '../edits/args';
import type { Translate } from '../i18n/messages';
import type { DiagramDocument } from '../model/document';
import type { EdgeId, NodeId, RoleId } from '../model/ids';

/** An edit with its arguments. */
export type EditCall = { readonly [K in EditName]: { readonly name: K; readonly args: EditArgs[K] } }[EditName];

/** What mends a problem for certain: there is no second way that somebody may have meant. */
export interface Fix {
  /** The message `fix.<name>` says what it does. */
  readonly name: 'giveRole' | 'makeResponsible';
  readonly roleId: RoleId;
  readonly edit: EditCall;
}

/** One place where a rule does not hold. Ids are those of the place; the first of each kind names it. */
export interface Finding {
  readonly nodeIds: readonly NodeId[];
  readonly edgeIds: readonly EdgeId[];
  readonly roleIds: readonly RoleId[];
  /** How many there are of what the rule counts. */
  readonly count?: number;
  readonly fix?: Fix;
}

/** What sentences about a document call its parts. */
export interface Names {
  readonly t: Translate;
  node(id: NodeId | undefined): string;
  role(id: RoleId | undefined): string;
  /** The two ends of an edge. */
  ends(id: EdgeId | undefined): { readonly from: string; readonly to: string };
  /** Why two steps must not be done by one role, as somebody wrote it; '' without. */
  reason(a: NodeId | undefined, b: NodeId | undefined): string;
}

/**
 * Something that holds in a sound diagram. The messages `rule.<name>` and `rule.<name>.why` say what is wrong where it
 * does not, and why that matters.
 */
export interface Rule {
  /** `error`: somebody will be stuck, or two will argue; `warning`: it works, and not well. */
  readonly severity: 'error' | 'warning';
  /** Nodes of its findings are a way, kept in its order; otherwise they come in reading order. */
  readonly findsWays?: true;
  /** What of a document it looks at; findings are kept as long as all of these stay the very same objects. */
  reads(document: DiagramDocument): readonly object[];
  /** Pure; in any order, as `checker.ts` puts findings in order. */
  find(document: DiagramDocument): readonly Finding[];
  /** The sentence about one place. */
  what(finding: Finding, names: Names): string;
}

/** A finding about some nodes alone. */
export function atNodes(nodeIds: readonly NodeId[], more: Partial<Finding> = {}): Finding {
  return { nodeIds, edgeIds: [], roleIds: [], ...more };
}
