import { type DragEvent, useState } from 'react';
import { kindOf } from '../../../shared/kinds/index';
import { movableInto } from '../../../shared/layout/giving';
import type { NodeId } from '../../../shared/model/ids';
import type { OutlineRow } from '../../../shared/model/outline';
import { moveInto } from '../../actions/moveInto';
import { useOpenDocument } from '../../state/hooks';

/** What a dragged row says it is. */
const MEDIA_TYPE = 'application/x-roleweave-outline';

/** Where what is dragged would go: into a container, `null`: out of all of them; `undefined`: nowhere. */
type DropTarget = NodeId | null | undefined;

/** Rows dragged onto a container, or a row in it, move into it; onto the free room below, out of every container. */
export function useOutlineDrag(select: (row: OutlineRow) => void) {
  const { editor } = useOpenDocument();
  const [target, setTarget] = useState<DropTarget>(undefined);

  function targetOf(row: OutlineRow | null): NodeId | null {
    if (row === null) return null;
    return kindOf(row.node.kind).traits.container ? row.node.id : row.node.parentId;
  }

  return {
    target,
    onDragStart(row: OutlineRow, event: DragEvent): void {
      if (!editor.getState().selection.nodes.has(row.node.id)) select(row);
      event.dataTransfer.setData(MEDIA_TYPE, row.node.id);
      event.dataTransfer.effectAllowed = 'move';
    },
    /** `null`: over no row. */
    onDragOver(row: OutlineRow | null, event: DragEvent): void {
      if (!event.dataTransfer.types.includes(MEDIA_TYPE)) return;
      event.stopPropagation();
      const { history, selection } = editor.getState();
      const parentId = targetOf(row);
      const isPossible = movableInto(history.present.document, selection.nodes, parentId).length > 0;
      setTarget(isPossible ? parentId : undefined);
      if (!isPossible) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
    },
    onDrop(row: OutlineRow | null, event: DragEvent): void {
      setTarget(undefined);
      if (!event.dataTransfer.types.includes(MEDIA_TYPE)) return;
      event.preventDefault();
      event.stopPropagation();
      moveInto(editor, editor.getState().selection.nodes, targetOf(row));
    },
    onDragEnd: () => setTarget(undefined),
  };
}
