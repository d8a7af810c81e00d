import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Selection } from '../../../shared/history/history';
import type { DiagramDocument } from '../../../shared/model/document';
import type { NodeId } from '../../../shared/model/ids';
import { type OutlineRow, outlineRows } from '../../../shared/model/outline';
import { ancestorsOf } from '../../../shared/model/query';
import { selectionFrom } from '../../actions/context';
import { useEditor, useOpenDocument, useView } from '../../state/hooks';

export interface Outline {
  /** What the rows tell: a moment behind what was just edited, so that no edit waits for the outline. */
  readonly document: DiagramDocument;
  readonly rows: readonly OutlineRow[];
  readonly selection: Selection;
  /** The row that keys act on; -1 without any. */
  readonly activeIndex: number;
  goTo(row: OutlineRow, how: 'alone' | 'toggle' | 'upTo'): void;
  setOpen(id: NodeId, isOpen: boolean): void;
}

/** The rows of the document in front, in step with what is selected on the canvas, both ways. */
export function useOutline(): Outline {
  const { editor, view } = useOpenDocument();
  const document = useDeferredValue(useEditor((state) => state.history.present.document));
  const selection = useEditor((state) => state.selection);
  const closed = useView((state) => state.outlineClosed);
  const rows = useMemo(() => outlineRows(document.nodes, closed), [document.nodes, closed]);
  const [activeId, setActiveId] = useState<NodeId | null>(null);
  const anchor = useRef<NodeId | null>(null);
  const lastIndex = useRef(0);

  const found = rows.findIndex(({ node }) => node.id === activeId);
  // The row is gone, deleted say: the keyboard goes on where it was.
  const activeIndex = found >= 0 ? found : Math.min(lastIndex.current, rows.length - 1);
  useEffect(() => {
    lastIndex.current = Math.max(0, activeIndex);
  }, [activeIndex]);

  // What is selected on the canvas is shown here, in containers that were closed, too.
  useEffect(() => {
    const [only] = selection.nodes;
    if (only === undefined || selection.nodes.size !== 1) return;
    setActiveId(only);
    const around = ancestorsOf(editor.getState().history.present.document.nodes, only);
    view.setState(({ outlineClosed }) => {
      if (!around.some((id) => outlineClosed.has(id))) return {};
      return { outlineClosed: new Set([...outlineClosed].filter((id) => !around.includes(id))) };
    });
  }, [selection, editor, view]);

  return {
    document,
    rows,
    selection,
    activeIndex,
    goTo(row, how) {
      const { id } = row.node;
      setActiveId(id);
      const { nodes, edges } = editor.getState().selection;
      if (how === 'toggle') {
        anchor.current = id;
        const others = [...nodes].filter((other) => other !== id);
        editor.select(selectionFrom(nodes.has(id) ? others : [...others, id], edges));
      } else if (how === 'upTo') {
        const start = rows.findIndex(({ node }) => node.id === (anchor.current ?? activeId));
        const end = rows.indexOf(row);
        const [from, to] = start < 0 ? [end, end] : [Math.min(start, end), Math.max(start, end)];
        editor.select(selectionFrom(rows.slice(from, to + 1).map(({ node }) => node.id)));
      } else {
        anchor.current = id;
        editor.select(selectionFrom([id]));
      }
    },
    setOpen(id, isOpen) {
      view.setState(({ outlineClosed }) => {
        const others = [...outlineClosed].filter((other) => other !== id);
        return { outlineClosed: new Set(isOpen ? others : [...others, id]) };
      });
    },
  };
}
