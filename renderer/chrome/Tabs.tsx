import { type MouseEvent, useEffect, useRef, type WheelEvent } from 'react';
import { useStore } from 'zustand';
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
      <ul className={styles.list} onWheel={scrollSideways}>
        {documents.map((open) => (
          <Tab key={open.key} open={open} isActive={open.key === activeKey} isOnly={documents.length === 1} />
        ))}
      </ul>
      <ActionIcon id="file.new" icon="plus" />
    </nav>
  );
}

/** Most mice turn up and down only. */
function scrollSideways({ currentTarget, deltaX, deltaY }: WheelEvent<HTMLElement>): void {
  if (deltaX === 0) currentTarget.scrollLeft += deltaY;
}

function Tab({
  open,
  isActive,
  isOnly,
}: {
  readonly open: OpenDocument;
  readonly isActive: boolean;
  readonly isOnly: boolean;
}) {
  const t = useT();
  const language = useLanguage();
  const { session } = useServices();
  const dirty = useStore(open.editor.store, isDirty);
  // The name follows the diagram's title while it has no file.
  useStore(open.editor.store, (state) => state.history.present.document.title);
  const name = session.nameOf(open, language);
  const close = () => void session.close(open.key);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // With many tabs the row scrolls; the one in front must be in sight, however it came there.
    if (!isActive) return;
    const show = () => item.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    show();
    window.addEventListener('resize', show);
    return () => window.removeEventListener('resize', show);
  }, [isActive]);

  return (
    <li ref={item} className={classNames(styles.tab, isActive && styles.active, isOnly && styles.only)}>
      <button
        type="button"
        className={styles.name}
        aria-current={isActive ? 'page' : undefined}
        aria-label={dirty ? t('tabs.unsaved', { name }) : name}
        title={open.file === null ? name : `${open.file.folder}/${open.file.name}`}
        onClick={() => session.activate(open.key)}
        onAuxClick={(event: MouseEvent) => event.button === 1 && close()}
      >
        <span className={styles.text}>{name}</span>
        {dirty && <span className={styles.dot} />}
      </button>
      <button type="button" className={styles.close} aria-label={t('tabs.close', { name })} onClick={close}>
        <Icon name="x" size={14} />
      </button>
    </li>
  );
}
