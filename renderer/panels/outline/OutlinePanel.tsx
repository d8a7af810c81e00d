import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { NodeId } from '../../../shared/model/ids';
import { nodeName } from '../../../shared/model/nodeName';
import type { OutlineRow } from '../../../shared/model/outline';
import { boxOfNode } from '../../../shared/model/query';
import type { ActionId } from '../../actions/index';
import { bringIntoView, scrollTo } from '../../actions/reveal';
import { runAction } from '../../actions/runAction';
import { isComposition } from '../../actions/shortcuts';
import { isTextField } from '../../actions/textField';
import { setNodeLabel } from '../../actions/texts';
import { useLabelLanguage, useLanguage, useOpenDocument, useServices, useT } from '../../state/hooks';
import styles from './Outline.module.css';
import { type ItemHandlers, OutlineItem } from './OutlineItem';
import { rowByTyping, treeStep } from './outlineKeys';
import { useOutline } from './useOutline';
import { useOutlineDrag } from './useOutlineDrag';

const ROW_PX = 30;
/** Letters that follow each other faster are one word. */
const TYPING_MS = 700;

/** Keys that do to the selection what they do on the canvas. */
const actionKeys: Readonly<Record<string, ActionId>> = {
  Delete: 'edit.delete',
  Backspace: 'edit.delete',
  ArrowUp: 'arrange.toPreviousContainer',
  ArrowDown: 'arrange.toNextContainer',
  ArrowLeft: 'arrange.outOfContainer',
};

/** The diagram as a tree, in reading order: to get about, to rename, to move steps between containers, to delete. */
export function OutlinePanel() {
  const t = useT();
  const language = useLanguage();
  const labelLanguage = useLabelLanguage();
  const services = useServices();
  const { editor, view } = useOpenDocument();
  const outline = useOutline();
  const { rows, document, activeIndex } = outline;
  const [renaming, setRenaming] = useState<NodeId | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', atMs: 0 });
  const treeId = useId();
  const itemId = (index: number) => `${treeId}-${index}`;
  const drag = useOutlineDrag((row) => outline.goTo(row, 'alone'));

  // The row that has the keyboard stays in the page, however far one scrolls.
  const withActive = useCallback(
    (range: Range) => [...new Set([...defaultRangeExtractor(range), Math.max(0, activeIndex)])].sort((a, b) => a - b),
    [activeIndex],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => tree.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => rows[index]?.node.id ?? index,
    rangeExtractor: withActive,
    overscan: 8,
  });
  const activeId = rows[activeIndex]?.node.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: edits above it move the row, and must not move what is read
  useEffect(() => {
    if (activeId !== undefined) virtual.scrollToIndex(activeIndex, { align: 'auto' });
  }, [virtual, activeId]);

  function show(row: OutlineRow, jump: boolean): void {
    const { nodes } = editor.getState().history.present.document;
    const node = nodes.get(row.node.id);
    if (node === undefined) return;
    const box = boxOfNode(nodes, node);
    if (!jump) scrollTo(view, box);
    else {
      bringIntoView(view, box);
      view.canvas?.focus();
    }
  }

  function goTo(row: OutlineRow, how: 'alone' | 'toggle' | 'upTo' = 'alone'): void {
    outline.goTo(row, how);
    show(row, false);
  }

  function openMenu(row: OutlineRow, client: { readonly x: number; readonly y: number }): void {
    const { nodes } = editor.getState().history.present.document;
    const node = nodes.get(row.node.id);
    if (node === undefined) return;
    if (!editor.getState().selection.nodes.has(node.id)) outline.goTo(row, 'alone');
    const { x, y, width, height } = boxOfNode(nodes, node);
    const diagram = { x: x + width / 2, y: y + height / 2 };
    services.app.setState({ contextMenu: { client, diagram, target: { type: 'node', id: node.id } } });
  }

  const handlers: ItemHandlers = {
    onPress: (row, event) => goTo(row, event.shiftKey ? 'upTo' : event.ctrlKey || event.metaKey ? 'toggle' : 'alone'),
    onToggle: (row) => outline.setOpen(row.node.id, row.isOpen !== true),
    onJump: (row) => show(row, true),
    onMenu(row, event: MouseEvent) {
      event.preventDefault();
      openMenu(row, { x: event.clientX, y: event.clientY });
    },
    onRenamed(row, text) {
      setRenaming(null);
      tree.current?.focus();
      if (text !== null) setNodeLabel(editor, row.node.id, text, language, labelLanguage);
    },
    onDragStart: drag.onDragStart,
    onDragOver: drag.onDragOver,
    onDrop: drag.onDrop,
  };

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const row = rows[activeIndex];
    if (row === undefined || isTextField(event.target) || isComposition(event.nativeEvent)) return;
    if (actOn(row, event) || typeAhead(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  /** Answers whether the key was one of the tree's. */
  function actOn(row: OutlineRow, { key, shiftKey, ctrlKey, metaKey, altKey, currentTarget }: KeyboardEvent): boolean {
    const isMod = ctrlKey || metaKey;
    const action = key.startsWith('Arrow') === (isMod && altKey) ? actionKeys[key] : undefined;
    if (action !== undefined) {
      if (!outline.selection.nodes.has(row.node.id)) outline.goTo(row, 'alone');
      void runAction(action, services);
      return true;
    }
    if (altKey || isMod) return false;
    if (key === 'F2') setRenaming(row.node.id);
    else if (key === 'Enter') {
      outline.goTo(row, 'alone');
      show(row, true);
    } else if (key === ' ') outline.goTo(row, 'toggle');
    else if (key === 'Escape') view.canvas?.focus();
    else if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) {
      const at = currentTarget.querySelector(`[id="${itemId(activeIndex)}"]`)?.getBoundingClientRect();
      if (at !== undefined) openMenu(row, { x: at.x + 48, y: at.bottom });
    } else {
      const step = treeStep(key, rows, activeIndex);
      if (step === null) return key.startsWith('Arrow');
      if (step.type !== 'go') outline.setOpen(step.id, step.type === 'open');
      else {
        const target = rows[step.index];
        if (target !== undefined) goTo(target, shiftKey ? 'upTo' : 'alone');
      }
    }
    return true;
  }

  function typeAhead({ key, altKey, ctrlKey, metaKey, timeStamp }: KeyboardEvent): boolean {
    if (key.length !== 1 || altKey || ctrlKey || metaKey) return false;
    const isGoingOn = timeStamp - typed.current.atMs < TYPING_MS;
    typed.current = { text: isGoingOn ? typed.current.text + key : key, atMs: timeStamp };
    const found = rowByTyping(typed.current.text, rows, activeIndex, ({ node }) =>
      nodeName(document, node, language, t),
    );
    const row = found === null ? undefined : rows[found];
    if (row !== undefined) goTo(row);
    return true;
  }

  if (rows.length === 0) {
    return (
      <div className={styles.empty}>
        <p className={styles.emptyTitle}>{t('outline.empty.title')}</p>
        <p className={styles.emptyHint}>{t('outline.empty.hint')}</p>
      </div>
    );
  }
  return (
    <div
      ref={tree}
      role="tree"
      aria-label={t('outline.tree')}
      aria-multiselectable="true"
      aria-activedescendant={activeIndex < 0 ? undefined : itemId(activeIndex)}
      tabIndex={0}
      className={styles.tree}
      data-drop-out={drag.target === null || undefined}
      onKeyDown={onKeyDown}
      onDragOver={(event) => drag.onDragOver(null, event)}
      onDrop={(event) => drag.onDrop(null, event)}
      onDragEnd={drag.onDragEnd}
    >
      <div role="presentation" className={styles.sizer} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start, size }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const { id } = row.node;
          return (
            <div
              key={key}
              role="presentation"
              className={styles.place}
              style={{ height: size, transform: `translateY(${start}px)`, zIndex: renaming === id ? 1 : 0 }}
            >
              <OutlineItem
                id={itemId(index)}
                row={row}
                document={document}
                isSelected={outline.selection.nodes.has(id)}
                isActive={index === activeIndex}
                isDropTarget={drag.target === id}
                isRenaming={renaming === id}
                handlers={handlers}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
