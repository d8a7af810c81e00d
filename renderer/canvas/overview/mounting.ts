import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Box, intersects } from '../../../shared/geometry/box';
import type { EdgeId, NodeId } from '../../../shared/model/ids';
import type { EditorStore } from '../../state/editorStore';
import type { ViewState, ViewStore } from '../../state/viewStore';
import { visibleBoxOf } from '../viewport';
import { windowFor } from '../visible';
import type { Scene } from './scene';
import type { SceneEntry, SceneIndex } from './sceneIndex';

/** Below this zoom only what somebody is working with is in the page. */
export const MOUNT_ZOOM = 0.45;
/** A few at a time, so that no frame is long. */
const ADDED_A_FRAME = 24;
const REMOVED_A_FRAME = 60;
/** The view rests when it has not moved for so long. */
const REST_MS = 140;

/** What of a large diagram is in the page. */
export interface Mounted {
  readonly nodes: ReadonlySet<NodeId>;
  readonly edges: ReadonlySet<EdgeId>;
  /** The part of the diagram that should be; `null` while the overview shows all of it. */
  readonly window: Box | null;
  /** The page has what it should have, no more and no less. */
  readonly isReached: boolean;
  /** The view moves: it is shown by the overview alone, which is moved at no cost. */
  readonly isMoving: boolean;
}

const none: Mounted = { nodes: new Set(), edges: new Set(), window: null, isReached: false, isMoving: false };

export interface Mounting {
  readonly store: StoreApi<Mounted>;
  /** Follows the view and the document until it is stopped. */
  start(): () => void;
}

interface Parts {
  readonly scene: Scene;
  readonly view: ViewStore;
  readonly editor: EditorStore;
  clientBox(): Box;
}

/** Brings into the page what comes into view and takes out what leaves it, a few elements a frame. */
export function createMounting({ scene, view, editor, clientBox }: Parts): Mounting {
  const store = createStore<Mounted>(() => none);
  let animation = 0;
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  let window: Box | null = null;
  let wanted: {
    readonly index: SceneIndex;
    readonly document: object;
    readonly entries: readonly SceneEntry[];
  } | null = null;

  function entriesIn(index: SceneIndex): readonly SceneEntry[] {
    const { viewport } = view.getState();
    const before = window;
    window = viewport.zoom < MOUNT_ZOOM ? null : windowFor(visibleBoxOf(viewport, clientBox()), window);
    if (wanted === null || wanted.index !== index || wanted.document !== index.document || window !== before) {
      const found = window === null ? [] : index.search(window);
      const inWindow = found.filter(({ box }) => window !== null && intersects(box, window));
      // Containers last: what lies in them is what people look for.
      const entries = [...inWindow].sort((a, b) => mountOrder[a.layer] - mountOrder[b.layer]);
      wanted = { index, document: index.document, entries };
    }
    return wanted.entries;
  }

  function step(): void {
    animation = 0;
    const index = scene.index();
    const before = store.getState();
    if (index === null || before.isMoving) return;
    const next = stepTo(before, entriesIn(index), window);
    if (next === before) return;
    store.setState(next);
    if (!next.isReached) request();
  }

  function request(): void {
    if (animation === 0) animation = requestAnimationFrame(step);
  }

  function rest(): void {
    store.setState({ isMoving: false });
    request();
  }

  function onView({ viewport }: ViewState, before: ViewState): void {
    if (viewport === before.viewport) return;
    if (!store.getState().isMoving && scene.isPainted()) store.setState({ isMoving: true });
    clearTimeout(restTimer);
    restTimer = setTimeout(rest, REST_MS);
    request();
  }

  return {
    store,
    start() {
      step();
      const stops = [view.subscribe(onView), editor.subscribe(request)];
      return () => {
        cancelAnimationFrame(animation);
        clearTimeout(restTimer);
        animation = 0;
        store.setState({ isMoving: false });
        for (const stop of stops) stop();
      };
    },
  };
}

const mountOrder = [2, 1, 0] as const;

/** One step from what is in the page to what should be; the same object when nothing is left to do. */
function stepTo(before: Mounted, entries: readonly SceneEntry[], window: Box | null): Mounted {
  const wanted = new Set<NodeId | EdgeId>(entries.map(({ id }) => id));
  let removable = REMOVED_A_FRAME;
  const stays = (id: NodeId | EdgeId) => wanted.has(id) || removable-- <= 0;
  const nodes = new Set([...before.nodes].filter(stays));
  const edges = new Set([...before.edges].filter(stays));
  let addable = ADDED_A_FRAME;
  for (const entry of entries) {
    if (addable === 0) break;
    if (entry.type === 'node' ? nodes.has(entry.id) : edges.has(entry.id)) continue;
    if (entry.type === 'node') nodes.add(entry.id);
    else edges.add(entry.id);
    addable -= 1;
  }
  const isReached = nodes.size + edges.size === wanted.size;
  const hasChanged = addable < ADDED_A_FRAME || removable < REMOVED_A_FRAME;
  if (!hasChanged && before.window === window && before.isReached === isReached) return before;
  return hasChanged ? { ...before, nodes, edges, window, isReached } : { ...before, window, isReached };
}
