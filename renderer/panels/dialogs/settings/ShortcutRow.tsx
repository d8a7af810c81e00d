import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { MOST_SHORTCUTS, type Settings, type Shortcut } from '../../../../shared/ipc/settings';
import { actionContext } from '../../../actions/context';
import { type ActionId, actions } from '../../../actions/index';
import { isChanged, othersWith, shortcutsOf, withShortcutMoved, withShortcuts } from '../../../actions/keymap';
import { labelOf } from '../../../actions/labels';
import { isSameShortcut, shortcutLabel, shortcutOf, typesText } from '../../../actions/shortcuts';
import { Button, IconButton } from '../../../chrome/Button';
import { classNames } from '../../../chrome/classNames';
import { useApp, useServices, useT } from '../../../state/hooks';
import { announce } from '../../../state/notices';
import styles from './SettingsDialog.module.css';

/** What is being recorded: the key at a place, or one more. */
interface Recording {
  readonly at: number;
  /** Pressed, but another command has it: the person decides. */
  readonly conflict: Shortcut | null;
  /** Pressed, but it would keep people from writing. */
  readonly refused: Shortcut | null;
}

/** A command with its keys: press one and then the new keys, add one, or take back what was changed. */
export function ShortcutRow({
  id,
  label,
  onChange,
}: {
  readonly id: ActionId;
  readonly label: string;
  readonly onChange: (shortcuts: Settings['shortcuts']) => void;
}) {
  const t = useT();
  const services = useServices();
  const platform = useApp((state) => state.platform);
  const changed = useApp((state) => state.settings.shortcuts);
  const [recording, setRecording] = useState<Recording | null>(null);
  const row = useRef<HTMLDivElement>(null);
  const focusAt = useRef<number | null>(null);
  const keys = shortcutsOf(id, changed);
  const shown = (key: Shortcut) => shortcutLabel(key, platform);
  const nameOf = (other: ActionId) => labelOf(other, { ...actionContext(services), active: null });
  const namesOf = (others: readonly ActionId[]) => others.map((other) => `‘${nameOf(other)}’`).join(', ');
  const rivals = keys.flatMap((key) => othersWith(key, id, changed, platform).map((other) => ({ key, other })));

  function finish(next: Settings['shortcuts'], message: string): void {
    onChange(next);
    announce(services.app, message);
    end();
  }

  /** The button that was recorded with goes: the keyboard goes back to the key it stood for. */
  function end(): void {
    focusAt.current = recording?.at ?? 0;
    setRecording(null);
  }

  useEffect(() => {
    if (recording !== null || focusAt.current === null) return;
    const buttons = row.current?.querySelectorAll('button') ?? [];
    (buttons[focusAt.current] ?? buttons[0])?.focus();
    focusAt.current = null;
  });

  function withKeyAt(at: number, key: Shortcut): readonly Shortcut[] {
    const others = keys.filter((own, index) => index !== at && !isSameShortcut(own, key, platform));
    return [...others.slice(0, at), key, ...others.slice(at)];
  }

  function assign(at: number, key: Shortcut): void {
    const message = t('settings.shortcut.set', { action: label, keys: shown(key) });
    finish(withShortcutMoved(changed, id, withKeyAt(at, key), key, platform), message);
  }

  function take(at: number, key: Shortcut): void {
    if (typesText(key)) setRecording({ at, conflict: null, refused: key });
    else if (othersWith(key, id, changed, platform).length > 0) setRecording({ at, conflict: key, refused: null });
    else assign(at, key);
  }

  function onKeyDown(event: KeyboardEvent, at: number): void {
    const { nativeEvent } = event;
    // Tab goes on, as everywhere.
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) return;
    // Neither the dialog nor the diagram behind it may act on what is only shown to us.
    event.preventDefault();
    event.stopPropagation();
    nativeEvent.stopImmediatePropagation();
    const key = shortcutOf(nativeEvent, platform);
    if (event.key === 'Escape') end();
    else if (key !== null) take(at, key);
  }

  function remove(at: number): void {
    const rest = keys.filter((_, index) => index !== at);
    finish(withShortcuts(changed, id, rest), t('settings.shortcut.removed', { action: label }));
  }

  return (
    <div ref={row} className={styles.keyRow} data-action={id}>
      <p className={styles.words}>{label}</p>
      <div className={styles.chips}>
        {keys.map((key, at) =>
          recording?.at === at ? (
            <Recorder key={key} onKeyDown={(event) => onKeyDown(event, at)} onLeave={() => setRecording(null)} />
          ) : (
            <button
              key={key}
              type="button"
              className={styles.chip}
              aria-label={t('settings.shortcut.change', { action: label, keys: shown(key) })}
              onClick={() => setRecording({ at, conflict: null, refused: null })}
            >
              {shown(key)}
            </button>
          ),
        )}
        {recording?.at === keys.length && (
          <Recorder onKeyDown={(event) => onKeyDown(event, keys.length)} onLeave={() => setRecording(null)} />
        )}
        {recording !== null && recording.at < keys.length && (
          <IconButton
            icon="trash-2"
            iconSize={16}
            label={t('settings.shortcut.remove', { action: label, keys: shown(keys[recording.at] ?? '') })}
            data-keeps-recording=""
            onClick={() => remove(recording.at)}
          />
        )}
        {recording === null && keys.length < MOST_SHORTCUTS && (
          <IconButton
            icon="plus"
            iconSize={16}
            label={t('settings.shortcut.add', { action: label })}
            onClick={() => setRecording({ at: keys.length, conflict: null, refused: null })}
          />
        )}
        {recording === null && isChanged(id, changed) && (
          <IconButton
            icon="rotate-ccw"
            iconSize={16}
            label={t('settings.shortcut.reset', { action: label })}
            onClick={() => {
              const own = actions[id].shortcuts ?? [];
              finish(withShortcuts(changed, id, own), t('settings.shortcut.isReset', { action: label }));
            }}
          />
        )}
      </div>
      {recording !== null && recording.conflict !== null && (
        <div className={classNames(styles.message, styles.warning)} role="alert" data-keeps-recording="">
          <p>
            {t('settings.shortcut.conflict', {
              keys: shown(recording.conflict),
              actions: namesOf(othersWith(recording.conflict, id, changed, platform)),
            })}
          </p>
          <Button onClick={() => recording.conflict !== null && assign(recording.at, recording.conflict)}>
            {t('settings.shortcut.take')}
          </Button>
          <Button tone="quiet" onClick={end}>
            {t('panel.cancel')}
          </Button>
        </div>
      )}
      {recording !== null && recording.refused !== null && (
        <p className={classNames(styles.message, styles.warning)} role="alert">
          {t('settings.shortcut.typesText', { keys: shown(recording.refused) })}
        </p>
      )}
      {recording === null && rivals.length > 0 && (
        <p className={classNames(styles.message, styles.warning)}>
          {rivals
            .map(({ key, other }) => t('settings.shortcut.conflict', { keys: shown(key), actions: namesOf([other]) }))
            .join(' ')}
        </p>
      )}
    </div>
  );
}

/** Takes the next keys that are pressed; leaving it calls it off, but for what belongs to it. */
function Recorder({
  onKeyDown,
  onLeave,
}: {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onLeave: () => void;
}) {
  const t = useT();
  const field = useRef<HTMLButtonElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <button
      ref={field}
      type="button"
      className={classNames(styles.chip, styles.recording)}
      onKeyDown={onKeyDown}
      // A key that is let go would press a button.
      onKeyUp={(event) => event.preventDefault()}
      onBlur={({ relatedTarget }) => {
        const stays = relatedTarget instanceof Element && relatedTarget.closest('[data-keeps-recording]') !== null;
        if (!stays) onLeave();
      }}
    >
      {t('settings.shortcut.press')}
    </button>
  );
}
