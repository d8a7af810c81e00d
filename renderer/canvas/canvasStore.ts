import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Box, Point } from '../../shared/geometry/box';
import type { Guide } from '../../shared/geometry/guides';
import type { Selection } from '../../shared/history/history';
import type { Bridge } from '../../shared/ipc/contract';
import type { EdgeId, NodeId } from '../../shared/model/ids';
import { invariant } from '../../shared/util/invariant';
import type { AppStore } from '../state/appStore';
import type { EditorStore } from '../state/editorStore';
import type { Session } from '../state/session';
import type { CanvasController, ViewStore } from '../state/viewStore';
import type { Scene } from './overview/scene';

/** What the canvas shows of the pointer's doing beside the diagram itself; gone when the canvas is. */
export interface CanvasState {
  /** The node under the pointer (or just beside it, on the way to its dots). */
  readonly hover: NodeId | null;
  /** In a large diagram: what is in the page for the Tab key to go on to, in its order. */
  readonly tabStops: readonly NodeId[];
  /** Space is held down: the pointer moves the canvas, whatever the tool. */
  readonly space: boolean;
  /** A gesture is under way: grips, dots and the hover outline stay out of its way. */
  readonly busy: 'move' | 'resize' | 'connect' | 'bend' | 'marquee' | 'space' | null;
  readonly guides: readonly Guide[];
  /** The container that what is dragged would fall into. */
  readonly dropInto: NodeId | null;
  readonly marquee: Box | null;
  /** What the marquee would select. */
  readonly candidates: Selection | null;
  /** The space that is opened (`by` above zero) or closed at a line across an axis, and what of the line is in view. */
  readonly opening: (Guide & { readonly by: number }) | null;
  readonly connecting: Connecting | null;
  /** A gesture drags this edge's line: its own grips follow. */
  readonly dragsEdge: EdgeId | null;
  /** The middle of the piece of a line that keys move. */
  readonly bending: Point | null;
}

/** A line that is drawn or rehung. */
export interface Connecting {
  /** The node it would end at. */
  readonly target: NodeId | null;
  /** The line to the pointer while there is nothing to connect to: SVG path data. */
  readonly looseLine: string | null;
}

const atRest: CanvasState = {
  hover: null,
  space: false,
  tabStops: [],
  busy: null,
  guides: [],
  dropInto: null,
  marquee: null,
  candidates: null,
  opening: null,
  connecting: null,
  dragsEdge: null,
  bending: null,
};

export type CanvasStore = StoreApi<CanvasState>;

export function createCanvasStore(): CanvasStore {
  return createStore<CanvasState>(() => atRest);
}

/** What is shown of a gesture goes when it ends, however it ends. */
export function clearGesture(store: CanvasStore): void {
  const { hover, space, tabStops } = store.getState();
  store.setState({ ...atRest, hover, space, tabStops });
}

/** What gestures work with: the stores of the document and the canvas that shows it. */
export interface CanvasTools {
  readonly editor: EditorStore;
  readonly view: ViewStore;
  readonly app: AppStore;
  /** To open links in labels. */
  readonly bridge: Bridge;
  readonly session: Session;
  readonly canvas: CanvasStore;
  readonly controller: CanvasController;
  /** Where everything lies in a diagram that is too large to be in the page as a whole. */
  readonly scene: Scene;
  /** Where the button went down last, in diagram units: drags of nodes are measured from there. */
  readonly press: { at: Point };
  /** The canvas on the screen, in client pixels. */
  clientBox(): Box;
  /** The keyboard is with the canvas, not with a panel, a dialog or a text field of theirs. */
  hasFocus(): boolean;
  /**
   * Boxes of the nodes that are in view now (of a large diagram: or near a box), as they were before the gesture: what
   * one can align with.
   */
  nodeBoxes(within?: Box): Iterable<readonly [NodeId, Box]>;
}

export const CanvasContext = createContext<CanvasTools | null>(null);

export function useCanvasTools(): CanvasTools {
  const tools = useContext(CanvasContext);
  invariant(tools !== null, 'layers of the canvas are rendered inside CanvasContext');
  return tools;
}

export function useCanvas<T>(select: (state: CanvasState) => T): T {
  return useStore(useCanvasTools().canvas, select);
}
