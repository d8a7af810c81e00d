import type { Point } from '../../shared/geometry/box';
import type { NodeKindName } from '../../shared/kinds/index';
import { homeOf } from '../../shared/layout/spots';
import { createNode } from '../../shared/model/create';
import type { CanvasTools } from './canvasStore';

/** Adds a node around a point, into the container that is there, and selects it. */
export function addNodeAt(tools: CanvasTools, kind: NodeKindName, at: Point, edit: boolean): void {
  const { editor, view, app } = tools;
  const { step } = app.getState().settings.grid;
  const { document } = editor.getState().history.present;
  const draft = createNode(document, kind, at, null, {}, step);
  const node = createNode(document, kind, at, homeOf(document, kind, draft), { id: draft.id }, step);
  editor.transact(
    'edit.nodes.add',
    (add) => {
      add('nodes.add', { nodes: [node] });
      add('nodes.makeRoom', { ids: [node.id] });
    },
    { nodes: new Set([node.id]), edges: new Set() },
  );
  if (edit) view.setState({ editing: { type: 'node', id: node.id, selectAll: true } });
}
