import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { emptySelection } from '../../../shared/history/history';
import type { NodeId } from '../../../shared/model/ids';
import { rolesInOrder } from '../../../shared/model/query';
import { type RaciLetter, raciFaults, raciLetters } from '../../../shared/model/raci';
import { stepGroups } from '../../../shared/model/steps';
import { oncePer } from '../../../shared/util/perMap';
import { showNode } from '../../actions/reveal';
import { isTextField } from '../../actions/textField';
import { useApp, useEditor, useOpenDocument, useServices, useT } from '../../state/hooks';
import { announce } from '../../state/notices';
import { type Cell, clampRange, type GridRange, HEADING, oneCell, rowSpan } from '../grid/gridRange';
import type { GridLine } from '../grid/MatrixGrid';
import {
  blockText,
  cleared,
  haveLetter,
  type Levels,
  pastedBlock,
  type RaciAxes,
  readBlock,
  touchesLocked,
  withLetterIn,
} from './raciCells';

/** A step's faults, found once for as long as its responsibilities stay. */
export const faultsOf = oncePer(raciFaults);

/** A line of the matrix, before its group has a name. */
export type RaciLine =
  | Extract<GridLine, { readonly type: 'row' }>
  | { readonly type: 'group'; readonly placeId: NodeId };

export type RaciMatrix = ReturnType<typeof useRaciMatrix>;

/** The matrix of responsibilities as it stands, and what keys and buttons do with it. */
export function useRaciMatrix() {
  const t = useT();
  const { app, bridge } = useServices();
  const open = useOpenDocument();
  const { editor } = open;
  const platform = useApp((state) => state.platform);
  const document = useEditor((state) => state.history.present.document);
  const selection = useDeferredValue(useEditor((state) => state.selection));
  const groups = stepGroups(document.nodes);
  const axes = useMemo(
    (): RaciAxes => ({ stepIds: groups.flatMap(({ stepIds }) => stepIds), roles: rolesInOrder(document.roles) }),
    [groups, document.roles],
  );
  const lines = useMemo((): readonly RaciLine[] => {
    let row = 0;
    return groups.flatMap(({ placeId, stepIds }) => [
      ...(placeId === null ? [] : [{ type: 'group' as const, placeId }]),
      ...stepIds.map(() => ({ type: 'row' as const, row: row++ })),
    ]);
  }, [groups]);
  const rowOfStep = useMemo(() => new Map(axes.stepIds.map((id, row) => [id, row])), [axes]);
  const faultCount = useMemo(
    () => axes.stepIds.filter((id) => faultsOf(document.nodes.get(id)?.raci ?? new Map()).length > 0).length,
    [axes, document.nodes],
  );

  const size = { rows: axes.stepIds.length, columns: axes.roles.length };
  const [stored, setRange] = useState<GridRange>(() => {
    const [first] = editor.getState().selection.nodes;
    return oneCell((first === undefined ? undefined : rowOfStep.get(first)) ?? 0, 0);
  });
  const range = clampRange(stored, size);

  // What is selected elsewhere, in the outline say, is where the next key goes.
  const chosenHere = useRef<ReadonlySet<NodeId>>(new Set());
  useEffect(() => {
    // The deferred selection may be that of an earlier key: it must not take the latest one back.
    if (selection !== editor.getState().selection) return;
    const [only] = selection.nodes;
    const row = only === undefined || selection.nodes.size > 1 ? undefined : rowOfStep.get(only);
    if (row === undefined || selection.nodes === chosenHere.current) return;
    setRange((old) => (old.active.row === row ? old : oneCell(row, old.active.column)));
  }, [editor, selection, rowOfStep]);

  /** Moves on, and selects the steps of the marked rows in the diagram. */
  function mark(next: GridRange): void {
    setRange(next);
    const { from, to } = rowSpan(next);
    const nodes = new Set(axes.stepIds.slice(from, to));
    chosenHere.current = nodes;
    editor.select({ nodes, edges: emptySelection.edges });
  }

  function change(levels: Levels, label: 'edit.raci.set' | 'step.raci.paste' | 'step.cut' = 'edit.raci.set'): void {
    editor.transact(label, (edit) => edit('raci.set', { levels }));
    if (touchesLocked(document.nodes, levels)) announce(app, t('raci.locked'));
  }

  function type(letter: RaciLetter): void {
    change(withLetterIn(document, axes, range, letter));
  }

  function clear(): void {
    change(cleared(document, axes, range));
  }

  async function copy(isCut: boolean): Promise<void> {
    const text = blockText(document, axes, range);
    await bridge.request['clipboard.writeText'](text);
    if (isCut) change(cleared(document, axes, range), 'step.cut');
    else announce(app, t('raci.copied', { count: text.split(/\t|\r\n/).length - 1 }));
  }

  /** Letters go into the cells; anything else is a table whose names have to be looked at first. */
  async function paste(): Promise<void> {
    const text = await bridge.request['clipboard.readText']();
    const block = size.rows === 0 || size.columns === 0 ? null : readBlock(text);
    if (block === null) {
      app.setState({ dialog: { type: 'raciImport', name: t('raciImport.clipboard'), text } });
      return;
    }
    const pasted = pastedBlock(axes, range, block);
    change(pasted.levels, 'step.raci.paste');
    mark(pasted.range);
    const said = [t('raci.pasted', { count: pasted.cells })];
    if (pasted.leftOut > 0) said.push(t('raci.leftOut', { count: pasted.leftOut }));
    if (touchesLocked(document.nodes, pasted.levels)) said.push(t('raci.locked'));
    announce(app, said.join('. '));
  }

  function show({ row }: Cell): void {
    const id = axes.stepIds[row];
    if (id !== undefined) showNode(open, id);
  }

  const isMod = (event: KeyboardEvent) => (platform === 'darwin' ? event.metaKey : event.ctrlKey);

  /** Keys of the cells themselves; the letters by where they are, so that they work while Korean is typed. */
  function onKey(event: KeyboardEvent<HTMLElement>): boolean {
    if (event.altKey) return false;
    const { code, key, shiftKey } = event;
    if (isMod(event)) {
      if (shiftKey) return false;
      if (code === 'KeyC') void copy(false);
      else if (code === 'KeyX') void copy(true);
      else if (code === 'KeyV') void paste();
      else return false;
      return true;
    }
    const letter = raciLetters.find((each) => code === `Key${each}`);
    if (letter !== undefined) type(letter);
    else if (key === 'Delete' || key === 'Backspace') clear();
    else if (key === 'Enter' && range.active.column === HEADING && !shiftKey) show(range.active);
    else return false;
    return true;
  }

  /** A table may be pasted wherever on the page the focus is. */
  function onPageKey(event: KeyboardEvent<HTMLElement>): void {
    if (!isMod(event) || event.shiftKey || event.altKey || event.code !== 'KeyV' || isTextField(event.target)) return;
    event.preventDefault();
    void paste();
  }

  return {
    document,
    axes,
    lines,
    size,
    range,
    faultCount,
    selectedIds: selection.nodes,
    hasLetter: (letter: RaciLetter) => haveLetter(document, axes, range, letter),
    mark,
    type,
    clear,
    show,
    onKey,
    onPageKey,
  };
}
