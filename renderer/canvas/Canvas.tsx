import { roleFocus } from '../../shared/model/roleFocus';
import '@xyflow/react/dist/base.css';
import { ReactFlow, ReactFlowProvider, useReactFlow, useStore, ViewportPortal } from '@xyflow/react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { mainLanguage } from '../../shared/model/localizedText';
import { themes } from '../../shared/scene/theme';
import { shownDocument } from '../state/editorStore';
import {
  useApp,
  useEditor,
  useLabelLanguage,
  useOpenDocument,
  useServices,
  useT,
  useThemeName,
  useView,
} from '../state/hooks';
import { laterPart } from '../state/laterPart';
import { markReady } from '../state/ready';
import type { Viewport } from '../state/viewStore';
import { AppearanceContext } from './appearance';
import styles from './Canvas.module.css';
import { ConnectDots } from './ConnectDots';
import { CanvasContext, type CanvasTools, useCanvas, useCanvasTools } from './canvasStore';
import { createCanvasTools } from './canvasTools';
import { drawnDocument } from './drawnDocument';
import { EdgeGrips } from './EdgeGrips';
import { EdgeTextEditor } from './EdgeTextEditor';
import { EdgeView } from './EdgeView';
import { EmptyCanvas } from './EmptyCanvas';
import { createElementNames } from './elementNames';
import { FindLayer } from './FindLayer';
import { createFlowModel, type FlowEdge, type FlowNode } from './flowModel';
import { GestureLayer } from './GestureLayer';
import { Grid } from './Grid';
import { LockBadges } from './LockBadges';
import { MiniMap } from './MiniMap';
import { NodeView } from './NodeView';
import { Overview } from './overview/Overview';
import { OVERVIEW_FROM_NODES } from './overview/scene';
import { ProblemBadges } from './ProblemBadges';
import { SelectionLayer } from './SelectionLayer';
import { useShownSelection } from './shownSelection';
import { useCanvasEvents } from './useCanvasEvents';
import { useKeptView } from './useKeptView';
import { useSpaceKey } from './useSpaceKey';
import { useVisibleIds } from './useVisibleIds';
import { contentBox, MAX_ZOOM, MIN_ZOOM, sharp, viewportFor } from './viewport';
import { WalkRing } from './WalkRing';

const compareMarks = laterPart(() => import('./CompareMarks').then((module) => module.CompareMarks));
const nodeTypes = { node: NodeView };
const edgeTypes = { edge: EdgeView };
/** Below this zoom text is smaller than 3 pixels: leaving it out halves what a frame costs. */
const FAR_ZOOM = 0.24;

/** The diagram of the document in front, to look at and to edit. One canvas a tab. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <Surface />
    </ReactFlowProvider>
  );
}

/** Few diagrams have one: it comes after the first picture. */
const legend = laterPart(() => import('./Legend').then(({ Legend }) => Legend));

function LegendPart() {
  const Legend = legend.use();
  return Legend === null ? null : <Legend />;
}

/** Measures the room there is before anything is drawn, so that the first picture already fits. */
function Surface() {
  const { editor, view } = useOpenDocument();
  const { app, bridge, session } = useServices();
  // React Flow answers another one once it can be moved, with the same functions: all would be drawn twice for that.
  const nowFlow = useReactFlow<FlowNode, FlowEdge>();
  const [flow] = useState(nowFlow);
  const root = useRef<HTMLDivElement>(null);
  const [tools, setTools] = useState<CanvasTools | null>(null);
  const language = useLabelLanguage();
  const themeName = useThemeName();
  const focusedRole = useView((state) => state.focus);
  const focus = useEditor(({ history }) => {
    const { document } = history.present;
    return focusedRole === null || !document.roles.has(focusedRole) ? null : roleFocus(document, focusedRole);
  });
  const spotlight = useView((state) => state.spotlight);
  const lit = spotlight ?? focus;
  const appearance = useMemo(() => ({ language, theme: themes[themeName], focus: lit }), [language, themeName, lit]);
  const isEmpty = useEditor((state) => shownDocument(state).nodes.size === 0);
  const showsLegend = useEditor((state) => state.history.present.document.look.legend);

  useLayoutEffect(() => {
    if (root.current === null) return;
    const made = createCanvasTools({ root: root.current, flow, editor, view, app, bridge, session });
    const { arrangement } = view.getState();
    if (!view.shownBefore.has(arrangement)) {
      view.shownBefore.add(arrangement);
      const box = contentBox(editor.getState().history.present.document);
      if (box !== null) view.setState({ viewport: viewportFor(box, made.clientBox()) });
    }
    view.canvas = made.controller;
    setTools(made);
    return () => {
      editor.cancelGesture();
      view.canvas = null;
      view.setState({ pointer: null });
    };
  }, [flow, editor, view, app, bridge, session]);

  return (
    <div ref={root} className={styles.canvas} data-region="canvas">
      {tools !== null && root.current !== null && (
        <CanvasContext value={tools}>
          <AppearanceContext value={appearance}>
            <Diagram root={root.current} isEmpty={isEmpty} />
            {showsLegend && <LegendPart />}
          </AppearanceContext>
          <MiniMap />
          {isEmpty && <EmptyCanvas />}
        </CanvasContext>
      )}
    </div>
  );
}

function Diagram({ root, isEmpty }: { readonly root: HTMLElement; readonly isEmpty: boolean }) {
  const tools = useCanvasTools();
  const { view } = useOpenDocument();
  const t = useT();
  const theme = useThemeName();
  const grid = useApp((state) => state.settings.grid);
  const tool = useView((state) => state.tool);
  const space = useCanvas((state) => state.space);
  const { elements, isPainted } = useFlowElements();
  const isBusy = useCanvas((state) => state.busy !== null);
  const isFar = useView((state) => state.viewport.zoom < FAR_ZOOM);
  const panning = tool === 'hand' || space;
  useCanvasEvents(root);
  useKeptView(root);
  useSpaceKey(root);
  useReadyMark();
  // React Flow wants the first viewport only; afterwards it keeps its own.
  const [defaultViewport] = useState(() => view.getState().viewport);
  const ariaLabelConfig = useMemo(
    () => ({
      // React Flow's names mislead: this one is shown while the keyboard is enabled.
      'node.a11yDescription.keyboardDisabled': t('canvas.nodeHint'),
      'node.a11yDescription.default': t('canvas.nodeHint'),
      'edge.a11yDescription.default': t('canvas.edgeHint'),
    }),
    [t],
  );

  useEffect(() => {
    root.dataset.tool = panning ? 'hand' : 'select';
    root.dataset.far = String(isFar);
    root.dataset.busy = String(isBusy);
  }, [root, panning, isFar, isBusy]);

  // Together with what the overview paints: one frame without either would flicker.
  useLayoutEffect(() => {
    root.dataset.shownBy = isPainted ? 'overview' : 'page';
  }, [root, isPainted]);

  return (
    <ReactFlow<FlowNode, FlowEdge>
      aria-label={t('canvas.label')}
      // Nodes are reached by Tab; a canvas with none in the page can be, too: its keys add the first step, or look around.
      tabIndex={isEmpty || elements.nodes.length === 0 ? 0 : -1}
      nodes={elements.nodes}
      edges={elements.edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      colorMode={theme}
      defaultViewport={defaultViewport}
      minZoom={MIN_ZOOM}
      maxZoom={MAX_ZOOM}
      onViewportChange={(viewport) => view.setState({ viewport })}
      onMoveEnd={(_, viewport) => restSharply(tools, viewport)}
      // Selection, keys and connecting are our own: they follow the document, in one step of its history each.
      elementsSelectable={false}
      elevateNodesOnSelect={false}
      zIndexMode="manual"
      nodesConnectable={false}
      disableKeyboardA11y
      deleteKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      panActivationKeyCode={null}
      zoomActivationKeyCode={null}
      nodesDraggable={false}
      panOnDrag={panning ? [0, 1, 2] : [1, 2]}
      panOnScroll
      panOnScrollSpeed={1}
      zoomOnScroll={false}
      zoomOnDoubleClick={false}
      attributionPosition="bottom-left"
      ariaLabelConfig={ariaLabelConfig}
    >
      {grid.show && <Grid step={grid.step} />}
      {isPainted && <Overview />}
      <ViewportPortal>
        <Layers isPainted={isPainted} />
        <EdgeTextEditor />
      </ViewportPortal>
    </ReactFlow>
  );
}

/** What is drawn over the diagram, in its coordinates. */
function Layers({ isPainted }: { readonly isPainted: boolean }) {
  const zoom = useStore((state) => state.transform[2]);
  const Compare = compareMarks.use();
  return (
    <svg className={styles.layers} aria-hidden="true" focusable="false">
      <FindLayer />
      {Compare !== null && <Compare zoom={zoom} />}
      <SelectionLayer zoom={zoom} isPainted={isPainted} />
      <LockBadges zoom={zoom} />
      <ProblemBadges zoom={zoom} />
      <EdgeGrips zoom={zoom} />
      <ConnectDots zoom={zoom} />
      <GestureLayer zoom={zoom} />
      <WalkRing zoom={zoom} />
    </svg>
  );
}

/** The document as React Flow elements; those that did not change keep their identity. */
function useFlowElements() {
  const [model] = useState(createFlowModel);
  const t = useT();
  const language = mainLanguage(useLabelLanguage());
  const names = useMemo(() => createElementNames(t, language), [t, language]);
  const base = useEditor((state) => state.history.present.document);
  // What gestures change, and what a frame would select, is shown by the overview: the page need not hear of it.
  const isLarge = base.nodes.size >= OVERVIEW_FROM_NODES;
  const shown = useEditor((state) => (isLarge ? state.history.present.document : shownDocument(state)));
  const selection = useShownSelection(!isLarge);
  const editing = useView((state) => state.editing);
  const { ids: visible, isPainted } = useVisibleIds(base, selection, editing);
  const withNames = useView((state) => state.names);
  const drawn = drawnDocument(base, withNames);
  const drawnNow = drawnDocument(shown, withNames);
  const elements = useMemo(
    () => model.show({ base: drawn, shown: drawnNow, visible, selection, editing, names }),
    [model, drawn, drawnNow, visible, selection, editing, names],
  );
  // Lines follow in the same frame: before the page is painted.
  useLayoutEffect(() => model.feed.publish());
  return { elements, isPainted };
}

/** Text is sharp on whole pixels only. An end of movement that is told late must not stop what moves the view since. */
function restSharply({ view, canvas, controller }: CanvasTools, ended: Viewport): void {
  const now = view.getState().viewport;
  const rest = sharp(now);
  const isOver = now.x === ended.x && now.y === ended.y && now.zoom === ended.zoom;
  if (!isOver || canvas.getState().busy !== null || (rest.x === now.x && rest.y === now.y)) return;
  controller.panBy({ x: rest.x - now.x, y: rest.y - now.y });
}

/** Two frames after it was made, the diagram can be seen. */
function useReadyMark(): void {
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        markReady();
      });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
}
