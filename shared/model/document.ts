import type { Point, Side } from '../geometry/box';
import type { NodeKindName, PropsOf } from '../kinds/index';
import type { IconName } from '../scene/icons.generated';
import type { EdgeKindName } from './edgeKinds';
import type { EdgeId, ImageId, NodeId, PersonId, RoleId, SeparationId } from './ids';
import type { LocalizedText } from './localizedText';

/** Fields of a file that this version does not know; they are kept and written back. */
export type UnknownFields = Readonly<Record<string, unknown>>;

/** Somebody's function in the organisation; steps, lanes and responsibilities refer to it by id. */
export interface Role {
  readonly id: RoleId;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  /** `#rrggbb`; the themes derive fills, outlines and inks from it */
  readonly color: string;
  readonly icon: IconName;
  readonly tools: readonly LocalizedText[];
  /** The part of the organisation it belongs to, e.g. "Engineering"; '' for none. */
  readonly team: LocalizedText;
  /** How many people it needs: a whole number from 0. */
  readonly headcount: number;
  /** `open`: nobody fills it yet. */
  readonly status: RoleStatus;
  /** The role that steps in when nobody of this one is there. */
  readonly backupId: RoleId | null;
  /** Its place in lists; ties go by id. */
  readonly order: number;
  readonly unknown?: UnknownFields;
}

export const roleStatuses = ['filled', 'open'] as const;
export type RoleStatus = (typeof roleStatuses)[number];

/** Somebody who takes roles: one or several, or none yet. */
export interface Person {
  readonly id: PersonId;
  readonly name: LocalizedText;
  readonly roleIds: readonly RoleId[];
  /** Its place in lists; ties go by id. */
  readonly order: number;
  readonly unknown?: UnknownFields;
}

/** Two steps that must not be done by the same role, e.g. building and approving ("separation of duties"). */
export interface Separation {
  readonly id: SeparationId;
  readonly nodeIds: readonly [NodeId, NodeId];
  /** Why, for whoever breaks it. */
  readonly reason: LocalizedText;
  readonly unknown?: UnknownFields;
}

/** A picture that nodes show: kept once, however many of them do. */
export interface DocumentImage {
  readonly id: ImageId;
  /** `data:` address, base64; what it says was checked (`shared/image`). */
  readonly source: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly unknown?: UnknownFields;
}

/** R does it, A answers for it, AR does both, C is asked before, I is told after. In the order of lists and badges. */
export const raciLevels = ['R', 'A', 'AR', 'C', 'I'] as const;
export type RaciLevel = (typeof raciLevels)[number];

/** How long a step or a hand-off takes and how well it goes; `null` where nobody said. */
export interface Timing {
  /** Time that somebody works on it, in minutes. */
  readonly workMinutes: number | null;
  /** Time that it lies before somebody does, in minutes. */
  readonly waitMinutes: number | null;
  /** Percent complete and accurate, 0…100: how much of it the next one can use without asking back. */
  readonly accuratePercent: number | null;
}
export const noTiming: Timing = { workMinutes: null, waitMinutes: null, accuratePercent: null };

/** What two roles agree on where work goes from one to the other; what is handed over is the edge's label. */
export interface HandoffTerms {
  readonly format: LocalizedText;
  /** By which the receiver accepts it. */
  readonly acceptance: LocalizedText;
  /** Within which time, in minutes; `null` for none agreed. */
  readonly withinMinutes: number | null;
}
export const noTerms: HandoffTerms = { format: '', acceptance: '', withinMinutes: null };

/** `fit`: grows so that its whole label shows; `fixed`: keeps its size, and a longer label is cut. */
export const nodeSizings = ['fit', 'fixed'] as const;
export type NodeSizing = (typeof nodeSizings)[number];

export interface NodeCommon {
  readonly id: NodeId;
  /** The container it lies in; its position is measured from that container's top left corner. */
  readonly parentId: NodeId | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Within its layer (containers, nodes) higher ones lie above lower ones; ties go by id. */
  readonly z: number;
  readonly label: LocalizedText;
  readonly description: LocalizedText;
  readonly sizing: NodeSizing;
  readonly roleId: RoleId | null;
  readonly raci: ReadonlyMap<RoleId, RaciLevel>;
  readonly timing: Timing;
  /** Kept as and where it is until somebody unlocks it. */
  readonly locked: boolean;
  readonly unknown?: UnknownFields;
}

export type NodeOf<K extends NodeKindName> = NodeCommon & { readonly kind: K; readonly props: PropsOf<K> };
/** A union over the registry of kinds: `{ kind: 'task', props: <a lane's> }` does not compile. */
export type DiagramNode = { readonly [K in NodeKindName]: NodeOf<K> }[NodeKindName];

export interface EdgeEnd {
  readonly nodeId: NodeId;
  /** `auto`: the side that gives the shortest tidy route. */
  readonly side: Side | 'auto';
  /** Where along that side, 0…1; 0.5 is its middle. */
  readonly at: number;
}

export const edgeRoutings = ['orthogonal', 'straight', 'curved'] as const;
export type EdgeRouting = (typeof edgeRoutings)[number];
export const edgeHeads = ['none', 'start', 'end', 'both'] as const;
export type EdgeHeads = (typeof edgeHeads)[number];

export interface DiagramEdge {
  readonly id: EdgeId;
  readonly kind: EdgeKindName;
  readonly from: EdgeEnd;
  readonly to: EdgeEnd;
  readonly label: LocalizedText;
  readonly description: LocalizedText;
  /** Where the label sits along the route, 0…1. */
  readonly labelAt: number;
  /** Where it sits instead, so that it lies under no node and on no other label: the nearest such place that was found. */
  readonly labelSpot?: number;
  readonly routing: EdgeRouting;
  readonly heads: EdgeHeads;
  /**
   * Bends that a person placed, in the coordinates of the innermost container that holds both ends, so that moving a
   * lane moves the bends inside it without a change to their records.
   */
  readonly waypoints: readonly Point[];
  /**
   * The way around other nodes that was found for an orthogonal line, both ends included, measured like `waypoints`.
   * Without it, or where it does not fit the ends any more, the line takes the way that only looks at its own two nodes.
   */
  readonly route?: readonly Point[];
  /**
   * Where its line passes over others on a bridge, measured like `waypoints`: found together with the ways of lines
   * while the document's look asks for bridges.
   */
  readonly bridges?: readonly Point[];
  readonly terms: HandoffTerms;
  readonly timing: Timing;
  readonly unknown?: UnknownFields;
}

/** The lists of records that a document holds; what goes over a document's records goes over these. */
export const recordLists = ['roles', 'nodes', 'edges', 'people', 'separations', 'images'] as const;
export type RecordList = (typeof recordLists)[number];
type MapOf<L extends RecordList> = DiagramDocument[L];
export type RecordOf<L extends RecordList> = MapOf<L> extends ReadonlyMap<infer _, infer Item> ? Item : never;
export type AnyRecord = RecordOf<RecordList>;

/** For each list the records to put in and, as `undefined`, to take out. */
export type RecordChanges = {
  readonly [L in RecordList]: MapOf<L> extends ReadonlyMap<infer Id, infer Item>
    ? ReadonlyMap<Id, Item | undefined>
    : never;
};

/** A value for each list. */
export function perList<Value>(make: (list: RecordList) => Value): Record<RecordList, Value> {
  return Object.fromEntries(recordLists.map((list) => [list, make(list)])) as Record<RecordList, Value>;
}

/** The document with what `change` answers for each of its maps; the same one when all of them stay. */
export function withMaps(
  document: DiagramDocument,
  change: (records: ReadonlyMap<string, AnyRecord>, list: RecordList) => ReadonlyMap<string, AnyRecord>,
): DiagramDocument {
  let changed = document;
  for (const list of recordLists) {
    const records = change(document[list], list);
    if (records !== document[list]) changed = { ...changed, [list]: records };
  }
  return changed;
}

/** How a document is drawn as a whole, on the screen and in every export. */
export interface DocumentLook {
  /** Lines that cross are told apart by a small bridge. */
  readonly bridges: boolean;
  /** The roles in use are listed with their colours and icons. */
  readonly legend: boolean;
}
export const plainLook: DocumentLook = { bridges: false, legend: false };

/** A project: immutable; edits answer a new one that shares all untouched records. */
export interface DiagramDocument {
  readonly title: LocalizedText;
  readonly look: DocumentLook;
  readonly roles: ReadonlyMap<RoleId, Role>;
  readonly nodes: ReadonlyMap<NodeId, DiagramNode>;
  readonly edges: ReadonlyMap<EdgeId, DiagramEdge>;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly separations: ReadonlyMap<SeparationId, Separation>;
  readonly images: ReadonlyMap<ImageId, DocumentImage>;
  readonly unknown?: UnknownFields;
}

export const emptyDocument: DiagramDocument = {
  title: '',
  look: plainLook,
  roles: new Map(),
  nodes: new Map(),
  edges: new Map(),
  people: new Map(),
  separations: new Map(),
  images: new Map(),
};
