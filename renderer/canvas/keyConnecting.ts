import type { Edit } from '../../shared/edits/args';
import { centerOf } from '../../shared/geometry/box';
import { autoEnd, createEdge } from '../../shared/model/create';
import type { DiagramNode } from '../../shared/model/document';
import { type EdgeId, newId } from '../../shared/model/ids';
import { boxOfNode } from '../../shared/model/query';
import { spokenName } from '../actions/describing';
import { byDistance, isConnectable, neighbourIn } from '../actions/neighbours';
import type { Direction } from '../actions/nextStep';
import { scrollTo } from '../actions/reveal';
import { isComposition } from '../actions/shortcuts';
import { languageOf } from '../state/appStore';
import { translator } from '../state/messages';
import { announce, dismissNotice, notify } from '../state/notices';
import type { KeyConnection } from '../state/viewStore';
import { type CanvasTools, clearGesture } from './canvasStore';

const directions: Readonly<Record<string, Direction>> = {
  ArrowRight: 'right',
  ArrowLeft: 'left',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/**
 * Connects without a mouse: the edge is shown to the step it would reach, arrow keys and Tab choose another one, Enter
 * connects, Escape gives up. One step of the history, and none when given up.
 */
export function connectByKeys(tools: CanvasTools, connection: KeyConnection): void {
  const { editor, canvas, view, app } = tools;
  if (editor.hasGesture()) return;
  const { document } = editor.getState().history.present;
  const language = languageOf(app.getState());
  const t = translator(language);
  const { routing } = app.getState().settings.edges;
  const edgeId = newId<EdgeId>('e');
  // The end that stays is where the search starts, and no edge leads from a step to itself.
  const fixedId =
    connection.type === 'new' ? connection.from.id : connection.edge[connection.which === 'to' ? 'from' : 'to'].nodeId;
  const fixed = document.nodes.get(fixedId);
  if (fixed === undefined) return;
  const suits = (node: DiagramNode) => node.id !== fixedId && isConnectable(node);
  const near = byDistance(document, centerOf(boxOfNode(document.nodes, fixed)), suits);
  const current = connection.type === 'end' ? connection.edge[connection.which].nodeId : null;
  const first = neighbourIn(document, boxOfNode(document.nodes, fixed), 'right', suits) ?? near[0];
  let target = near.find(({ id }) => id === current) ?? first;
  if (target === undefined) {
    announce(app, t('said.nothingThere'));
    return;
  }

  const nameOf = (node: DiagramNode) => spokenName(document, node, { t, language });
  const gesture = editor.beginGesture(connection.type === 'new' ? 'edit.edges.add' : 'canvas.step.reconnect');
  const listening = new AbortController();
  const hintId = notify(app, 'info', t('connect.hint'));
  show(target);
  window.addEventListener('keydown', onKey, { capture: true, signal: listening.signal });
  // The mouse means something else, and so does what comes from a menu.
  window.addEventListener('pointerdown', cancel, { capture: true, signal: listening.signal });
  window.addEventListener('blur', cancel, { signal: listening.signal });
  const stopWatching = editor.subscribe(() => {
    if (!editor.hasGesture()) cancel();
  });

  function workFor(node: DiagramNode): (edit: Edit) => void {
    if (connection.type === 'end') {
      const { edge, which } = connection;
      return (edit) => edit('edges.set', { ids: [edge.id], patch: { [which]: autoEnd(node.id) } });
    }
    const edge = createEdge(view.getState().edgeKind, autoEnd(fixedId), autoEnd(node.id), { id: edgeId, routing });
    return (edit) => edit('edges.add', { edges: [edge] });
  }

  function show(node: DiagramNode): void {
    target = node;
    scrollTo(view, boxOfNode(document.nodes, node));
    gesture.previewAll(workFor(node));
    canvas.setState({ busy: 'connect', hover: null, connecting: { target: node.id, looseLine: null } });
    announce(app, t('said.connecting', { from: fixed === undefined ? '' : nameOf(fixed), to: nameOf(node) }));
  }

  function stop(): void {
    listening.abort();
    stopWatching();
    dismissNotice(app, hintId);
    gesture.cancel();
    clearGesture(canvas);
  }

  function cancel(): void {
    if (listening.signal.aborted) return;
    stop();
    announce(app, t('said.givenUp'));
  }

  function commit(): void {
    const chosen = target;
    stop();
    if (chosen === undefined) return;
    const id = connection.type === 'end' ? connection.edge.id : edgeId;
    const selection =
      connection.type === 'end'
        ? { nodes: new Set<never>(), edges: new Set([id]) }
        : { nodes: new Set([fixedId]), edges: new Set<never>() };
    editor.transact(connection.type === 'end' ? 'canvas.step.reconnect' : 'edit.edges.add', workFor(chosen), selection);
  }

  function onKey(event: KeyboardEvent): void {
    if (isComposition(event)) return;
    const direction = directions[event.key];
    const at = target === undefined ? fixed : target;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') commit();
    else if (event.key === 'Escape') cancel();
    else if (event.key === 'Tab') {
      const index = near.findIndex(({ id }) => id === target?.id);
      const next = near[(index + (event.shiftKey ? -1 : 1) + near.length) % near.length];
      if (next !== undefined) show(next);
    } else if (direction !== undefined && at !== undefined) {
      const next = neighbourIn(
        document,
        boxOfNode(document.nodes, at),
        direction,
        (node) => node.id !== at.id && suits(node),
      );
      if (next === null) announce(app, t('said.nothingThere'));
      else show(next);
    }
  }
}
