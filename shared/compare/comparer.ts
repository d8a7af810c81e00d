import type { Translate } from '../i18n/messages';
import type { AnyRecord, DiagramDocument, RecordList, RecordOf } from '../model/document';
import type { EdgeId, NodeId, RoleId } from '../model/ids';
import type { LocalizedText } from '../model/localizedText';

/** Two documents, or two versions of one, whose ids mean the same things (`alignedWith`). */
export interface Pair {
  readonly before: DiagramDocument;
  readonly after: DiagramDocument;
  /** What of a list has come, gone or changed. */
  of<L extends RecordList>(list: L): RecordDifferences<RecordOf<L>>;
}

export interface RecordDifferences<Item = AnyRecord> {
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
  /** As it was and as it is. */
  readonly changed: readonly (readonly [Item, Item])[];
}

/** One thing that is different. Ids are those of its place, in whichever of the documents it is. */
export interface Finding {
  readonly nodeIds: readonly NodeId[];
  readonly edgeIds: readonly EdgeId[];
  readonly roleIds: readonly RoleId[];
  /** In which words it is told where a kind has several. */
  readonly as?: string;
  /** What of it has changed: the message `compare.field.<name>` says each. */
  readonly fields?: readonly string[];
  /** Further values of the sentence. */
  readonly texts?: Readonly<Record<string, LocalizedText>>;
}

/** What sentences about two documents call their parts: as they are now, else as they were. */
export interface PairNames {
  readonly t: Translate;
  text(text: LocalizedText): string;
  node(id: NodeId | undefined): string;
  /** "Task", "Lane" … */
  kind(id: NodeId | undefined): string;
  role(id: RoleId | undefined): string;
  ends(id: EdgeId | undefined): { readonly from: string; readonly to: string };
  /** Names of fields in a row. */
  fields(names: readonly string[]): string;
}

/** Where in the list a difference is told. */
export const sections = ['document', 'roles', 'steps', 'edges', 'people'] as const;
export type Section = (typeof sections)[number];

/** A kind of difference. */
export interface Comparer {
  readonly section: Section;
  /** What has become of its place; the canvas marks it so. */
  readonly tone: 'added' | 'removed' | 'changed' | 'moved';
  find(pair: Pair): readonly Finding[];
  /** The sentence about one of them. */
  what(finding: Finding, names: PairNames): string;
}

/** A finding about one place. */
export function at(
  place: Partial<Pick<Finding, 'nodeIds' | 'edgeIds' | 'roleIds'>>,
  more: Partial<Finding> = {},
): Finding {
  return { nodeIds: [], edgeIds: [], roleIds: [], ...place, ...more };
}
