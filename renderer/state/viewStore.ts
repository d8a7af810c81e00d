import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Comparison } from '../../shared/compare/compareDocuments';
import type { Box, Point } from '../../shared/geometry/box';
import type { FlowDirection } from '../../shared/layout/bands';
import type { ViewId } from '../../shared/layout/views/index';
import type { DiagramEdge, DiagramNode } from '../../shared/model/document';
import type { EdgeKindName } from '../../shared/model/edgeKinds';
import type { EdgeId, NodeId, RoleId } from '../../shared/model/ids';
import type { Spotlight } from '../../shared/model/roleFocus';
import type { KeptView } from './luggage';
import type { PageId } from './pages';

export interface Viewport {
  readonly x: number;
  readonly y: number;
  /** 1 = 100 % */
  readonly zoom: number;
}

/** How the diagram is put in order: as it was drawn, or by what its steps are. */
export type Arrangement = 'free' | ViewId;

export type Tool = 'select' | 'hand';

/** What is being typed into on the canvas. */
export type TextEditing =
  | { readonly type: 'node'; readonly id: NodeId; readonly selectAll: boolean; readonly firstText?: string }
  | { readonly type: 'edge'; readonly id: EdgeId };

/** What is different from another document, or from what the disk holds. */
export interface ShownComparison {
  /** What the other one is called. */
  readonly name: string;
  readonly result: Comparison;
}

export interface ShownPaths {
  readonly fromId: NodeId;
  readonly toId: NodeId;
}

/** A presentation of the flow, step by step. */
export interface Walk {
  readonly stepIds: readonly NodeId[];
  readonly index: number;
  /** Whose steps they are; `null`: all. */
  readonly roleId: RoleId | null;
}

/** How a document is looked at: never saved with it, never undone. One per open document. */
export interface ViewState {
  /** Through whose eyes the diagram is seen: the rest is faded. */
  readonly focus: RoleId | null;
  /** What is not faded while paths are compared or steps presented, whatever role is looked through. */
  readonly spotlight: Spotlight | null;
  /** The paths between two steps that are listed. */
  readonly paths: ShownPaths | null;
  /** The steps that are presented one by one. */
  readonly walk: Walk | null;
  readonly page: PageId;
  readonly arrangement: Arrangement;
  /** The picture names who takes the roles. */
  readonly names: boolean;
  readonly viewport: Viewport;
  /** Where the other arrangements were last looked at. */
  readonly viewports: ReadonlyMap<Arrangement, Viewport>;
  readonly tool: Tool;
  readonly editing: TextEditing | null;
  /** The kind of the next edge that is drawn. */
  readonly edgeKind: EdgeKindName;
  /** Which way time runs when a diagram without lanes and stages is tidied. */
  readonly flowDirection: FlowDirection;
  /** Where the pointer was last over the canvas, in diagram units; `null` when it is elsewhere. */
  readonly pointer: Point | null;
  /** What the document is compared with; `null`: nothing. */
  readonly comparison: ShownComparison | null;
  /** Containers that the outline shows without what lies in them. */
  readonly outlineClosed: ReadonlySet<NodeId>;
}

/** What is connected by keys: a new edge from a step, or one end of an edge that is there. */
export type KeyConnection =
  | { readonly type: 'new'; readonly from: DiagramNode }
  | { readonly type: 'end'; readonly edge: DiagramEdge; readonly which: 'from' | 'to' };

/** What the mounted canvas can do for actions and panels; `null` while none is mounted. */
export interface CanvasController {
  fit(options?: { readonly animate?: boolean }): void;
  showBox(box: Box, options?: { readonly animate?: boolean; readonly maxZoom?: number }): void;
  zoomBy(factor: number): void;
  zoomTo(zoom: number): void;
  panBy(delta: Point): void;
  /** The part of the diagram in view, in diagram units. */
  visibleBox(): Box;
  toDiagram(clientPoint: Point): Point;
  toClient(diagramPoint: Point): Point;
  focus(): void;
  /** Lets somebody choose by keys what to connect to. */
  connect(connection: KeyConnection): void;
  /** Shows exactly this part, as it was shown before. */
  go(viewport: Viewport): void;
  /** Lets somebody move pieces of an edge's line by keys. */
  bend(edgeId: EdgeId): void;
}

export interface ViewStore extends StoreApi<ViewState> {
  canvas: CanvasController | null;
  /** Those that have been shown: they come back as they were left, others are shown whole. */
  readonly shownBefore: Set<Arrangement>;
}

/** `kept`: how a document from another window was looked at there, but for its arrangement, which is fetched later. */
export function createViewStore(edgeKind: EdgeKindName = 'flow', kept: KeptView | null = null): ViewStore {
  const { arrangement: _later, shownBefore = [], ...before }: Partial<KeptView> = kept ?? {};
  const store = createStore<ViewState>(() => ({
    focus: null,
    spotlight: null,
    paths: null,
    walk: null,
    page: 'diagram',
    arrangement: 'free',
    viewports: new Map(),
    viewport: { x: 0, y: 0, zoom: 1 },
    names: false,
    tool: 'select',
    editing: null,
    edgeKind,
    flowDirection: 'right',
    pointer: null,
    comparison: null,
    outlineClosed: new Set(),
    ...before,
  }));
  return Object.assign(store, { canvas: null, shownBefore: new Set(shownBefore) });
}
