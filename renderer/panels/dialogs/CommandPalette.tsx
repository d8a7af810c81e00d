import { Dialog } from '@base-ui/react/dialog';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { actionContext } from '../../actions/context';
import type { ActionId } from '../../actions/index';
import { shownShortcut } from '../../actions/keymap';
import { runAction } from '../../actions/runAction';
import { isComposition, shortcutLabel } from '../../actions/shortcuts';
import dialogStyles from '../../chrome/Dialog.module.css';
import { Icon } from '../../chrome/Icon';
import { useApp, useServices, useT } from '../../state/hooks';
import styles from './CommandPalette.module.css';
import { actionEntries, findEntries, type PaletteEntry } from './paletteEntries';

const PAGE = 8;
const KEPT_RECENT = 5;
/** What was run last, newest first; forgotten with the window. */
let recent: readonly ActionId[] = [];

/** Finds every command in both languages, by first consonants too, and every step of the diagram; Enter runs it. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const services = useServices();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const chosen = useRef(false);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  // As it was when the palette opened: nothing else can change the diagram meanwhile.
  const [context] = useState(() => actionContext(services));
  const fromActions = useMemo(
    () =>
      actionEntries(context, (id) => {
        recent = [id, ...recent.filter((other) => other !== id)].slice(0, KEPT_RECENT);
        void runAction(id, services);
      }),
    [context, services],
  );
  const found = useMemo(
    () => (query.trim() === '' ? withRecentFirst(fromActions) : findEntries(query, fromActions, context)),
    [query, fromActions, context],
  );
  const index = Math.min(at, found.length - 1);
  const current = found[index];
  const optionId = (i: number) => `${listId}-${i}`;

  // Not a frame later, as dialogs do it: the next letter may be on its way.
  useLayoutEffect(() => input.current?.focus(), []);

  useEffect(() => {
    document.getElementById(`${listId}-${index}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, index]);

  function choose(entry: PaletteEntry | undefined): void {
    if (entry === undefined || !entry.isEnabled) return;
    chosen.current = true;
    onClose();
    // After the dialog has given up the focus, so that a command that starts typing on the canvas keeps it.
    setTimeout(() => {
      context.active?.view.canvas?.focus();
      entry.run();
    });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposition(event.nativeEvent)) return;
    const last = found.length - 1;
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: index >= last ? 0 : index + 1,
      ArrowUp: index <= 0 ? last : index - 1,
      PageDown: Math.min(last, index + PAGE),
      PageUp: Math.max(0, index - PAGE),
    };
    const target = targets[event.key];
    if (target !== undefined) setAt(target);
    else if (event.key === 'Enter') choose(current);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialogStyles.backdrop} />
        <Dialog.Popup
          className={styles.popup}
          aria-label={t('palette.command')}
          initialFocus={input}
          finalFocus={() => !chosen.current}
        >
          <div className={styles.search}>
            <Icon name="search" />
            <input
              ref={input}
              className={styles.input}
              type="text"
              role="combobox"
              aria-expanded="true"
              aria-autocomplete="list"
              aria-controls={listId}
              aria-activedescendant={current === undefined ? undefined : optionId(index)}
              aria-label={t('command.find')}
              placeholder={t('command.find')}
              value={query}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => {
                setQuery(event.currentTarget.value);
                setAt(0);
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <div id={listId} className={styles.list} role="listbox" aria-label={t('palette.results')}>
            {found.map((entry, i) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field that has the focus
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field; options are pointed at
              <div
                key={entry.id}
                id={optionId(i)}
                className={styles.option}
                role="option"
                aria-selected={i === index}
                aria-disabled={!entry.isEnabled}
                onPointerMove={() => setAt(i)}
                onClick={() => choose(entry)}
              >
                <span className={styles.icon}>{entry.icon !== undefined && <Icon name={entry.icon} />}</span>
                <span className={styles.label}>
                  {entry.label}
                  {entry.place !== '' && <span className={styles.place}>{entry.place}</span>}
                </span>
                <span className={styles.note}>{entry.note}</span>
                <Keys id={entry.actionId} />
              </div>
            ))}
          </div>
          {found.length === 0 && (
            <p className={styles.none} role="status">
              {t('palette.none', { text: query })}
            </p>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function withRecentFirst(entries: readonly PaletteEntry[]): readonly PaletteEntry[] {
  const place = (entry: PaletteEntry) => {
    const index = entry.actionId === undefined ? -1 : recent.indexOf(entry.actionId);
    return index < 0 ? recent.length : index;
  };
  return [...entries].sort((a, b) => Number(b.isEnabled) - Number(a.isEnabled) || place(a) - place(b));
}

function Keys({ id }: { readonly id: ActionId | undefined }) {
  const platform = useApp((state) => state.platform);
  const shortcut = useApp(({ settings }) => (id === undefined ? undefined : shownShortcut(id, settings.shortcuts)));
  return shortcut === undefined ? null : <kbd className={styles.keys}>{shortcutLabel(shortcut, platform)}</kbd>;
}
