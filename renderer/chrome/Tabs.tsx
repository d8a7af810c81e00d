import { type MouseEvent, type PointerEvent, useEffect, useRef, type WheelEvent } from 'react';
import { useStore } from 'zustand';
import type { Point } from '../../shared/geometry/box';
import { moveTab } from '../actions/moveTab';
import { placeInRow, TAB_ROW_PX } from '../actions/tabRow';
import { isDirty } from '../state/editorStore';
import { useLanguage, useServices, useSession, useT } from '../state/hooks';
import type { OpenDocument } from '../state/session';
import { ActionIcon } from './ActionButton';
import { classNames } from './classNames';
import { Icon } from './Icon';
import styles from './Tabs.module.css';

/** The open diagrams; the one in front is marked as current. A middle press closes, as in browsers. */
export function Tabs() {
  const t = useT();
  const documents = useSession((state) => state.documents);
  const activeKey = useSession((state) => state.activeKey);
  return (
    <nav className={styles.tabs} aria-label={t('tabs.label')}>
      <ul className={styles.list} data-tab-row="" onWheel={scrollSideways}>
        {documents.map((open) => (
          <Tab
            key={open.key}
            open={open}
            isActive={open.key === activeKey}
            isOnly={documents.length === 1}
            isNameShared={documents.some((other) => other !== open && isNamedAlike(other, open))}
          />
        ))}
      </ul>
      <ActionIcon id="file.new" icon="plus" />
    </nav>
  );
}

/** Two files of one name in two folders; only their folders tell them apart. */
function isNamedAlike(a: OpenDocument, b: OpenDocument): boolean {
  return a.file !== null && b.file !== null && a.file.name === b.file.name;
}

/** Most mice turn up and down only. */
function scrollSideways({ currentTarget, deltaX, deltaY }: WheelEvent<HTMLElement>): void {
  if (deltaX === 0) currentTarget.scrollLeft += deltaY;
}

function Tab({
  open,
  isActive,
  isOnly,
  isNameShared,
}: {
  readonly open: OpenDocument;
  readonly isActive: boolean;
  readonly isOnly: boolean;
  readonly isNameShared: boolean;
}) {
  const t = useT();
  const language = useLanguage();
  const { app, session } = useServices();
  const dirty = useStore(open.editor.store, isDirty);
  // The name follows the diagram's title while it has no file.
  useStore(open.editor.store, (state) => state.history.present.document.title);
  const name = session.nameOf(open, language);
  const close = () => void session.close(open.key);
  /** Commands are about the tab in front, as those of a step are about what is selected. */
  const openMenu = (client: Point) => {
    session.activate(open.key);
    app.setState({ contextMenu: { client, diagram: null, target: { type: 'tab', key: open.key } } });
  };
  const folder = isNameShared ? (open.file?.folder.split(/[\\/]/).at(-1) ?? '') : '';
  const item = useRef<HTMLLIElement>(null);
  const drag = useTabDrag(open.key);
  useEffect(() => {
    // With many tabs the row scrolls; the one in front must be in sight, however it came there.
    if (!isActive) return;
    const show = () => item.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    show();
    window.addEventListener('resize', show);
    return () => window.removeEventListener('resize', show);
  }, [isActive]);

  return (
    <li
      ref={item}
      {...drag}
      data-tab={open.key}
      onContextMenu={(event) => {
        event.preventDefault();
        openMenu({ x: event.clientX, y: event.clientY });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
        event.preventDefault();
        const { x, bottom } = event.currentTarget.getBoundingClientRect();
        openMenu({ x, y: bottom });
      }}
      className={classNames(styles.tab, isActive && styles.active, isOnly && styles.only)}
    >
      <button
        type="button"
        className={styles.name}
        aria-current={isActive ? 'page' : undefined}
        aria-label={[dirty ? t('tabs.unsaved', { name }) : name, folder].filter((part) => part !== '').join(', ')}
        title={open.file === null ? name : `${open.file.folder}/${open.file.name}`}
        onClick={() => session.activate(open.key)}
        onAuxClick={(event: MouseEvent) => event.button === 1 && close()}
      >
        <span className={styles.text}>{name}</span>
        {folder !== '' && <span className={styles.folder}>{folder}</span>}
        {dirty && <span className={styles.dot} />}
      </button>
      <button type="button" className={styles.close} aria-label={t('tabs.close', { name })} onClick={close}>
        <Icon name="x" size={14} />
      </button>
    </li>
  );
}

/** So far a press may stray before it drags, in pixels. */
const DRAG_PX = 6;

/** A tab that is dragged along the row changes places with the one whose middle it passes; Escape puts it back. */
function useTabDrag(key: OpenDocument['key']): { readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void } {
  const services = useServices();
  const { session } = services;
  return {
    onPointerDown({ button, currentTarget, clientX: startX, clientY: startY }) {
      if (button !== 0) return;
      const placeOf = () => session.store.getState().documents.findIndex((open) => open.key === key);
      const from = placeOf();
      let isDragging = false;
      const row = currentTarget.parentElement;
      const ending = new AbortController();
      const { signal } = ending;
      /** Away from the row it is on its way to another window, or to one of its own. */
      const { movesTabs } = services.app.getState();
      const isAway = ({ clientX, clientY }: globalThis.PointerEvent) =>
        movesTabs &&
        (clientY > TAB_ROW_PX || clientY < -DRAG_PX || clientX < -DRAG_PX || clientX > window.innerWidth + DRAG_PX);
      const onMove = (event: globalThis.PointerEvent) => {
        const { clientX } = event;
        isDragging ||= Math.hypot(clientX - startX, event.clientY - startY) > DRAG_PX;
        if (!isDragging || row === null) return;
        currentTarget.dataset.away = String(isAway(event));
        if (isAway(event)) return;
        const own = placeOf();
        const to = placeInRow(row, clientX, own);
        if (to !== own) session.move(key, to);
      };
      const onKeyDown = (event: KeyboardEvent) => {
        if (event.key !== 'Escape' || !isDragging) return;
        event.stopPropagation();
        session.move(key, from);
        ending.abort();
      };
      window.addEventListener('pointermove', onMove, { signal });
      window.addEventListener('keydown', onKeyDown, { signal, capture: true });
      signal.addEventListener('abort', () => delete currentTarget.dataset.away);
      window.addEventListener('pointercancel', () => ending.abort(), { signal });
      window.addEventListener(
        'pointerup',
        (event) => {
          ending.abort();
          if (!isDragging || !isAway(event)) return;
          session.move(key, from);
          const { screenX, screenY } = event;
          void moveTab(services, key, { screenX, screenY });
        },
        { signal },
      );
    },
  };
}
