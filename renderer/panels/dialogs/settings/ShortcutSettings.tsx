import { useMemo, useState } from 'react';
import { type Searchable, toQuery, toSearchable } from '../../../../shared/find/searchText';
import { languages } from '../../../../shared/i18n/language';
import type { Settings } from '../../../../shared/ipc/settings';
import { type ActionSection, actionSections } from '../../../actions/action';
import { actionContext } from '../../../actions/context';
import { recentActionIds } from '../../../actions/file';
import { type ActionId, actionIds, actions } from '../../../actions/index';
import { shortcutsOf } from '../../../actions/keymap';
import { labelOf } from '../../../actions/labels';
import { shortcutLabel } from '../../../actions/shortcuts';
import { Button } from '../../../chrome/Button';
import { TextField } from '../../../chrome/TextField';
import { useApp, useServices, useT } from '../../../state/hooks';
import { translator } from '../../../state/messages';
import { ask } from '../../../state/questions';
import { changeSettings } from '../../../state/settings';
import { commandRank } from '../searchText';
import styles from './SettingsDialog.module.css';
import { ShortcutRow } from './ShortcutRow';

interface Entry {
  readonly id: ActionId;
  readonly label: string;
  readonly texts: readonly Searchable[];
}

/** Places in a list of files are no commands that somebody would want a key for. */
const slots: ReadonlySet<ActionId> = new Set(recentActionIds);

/** Every command with its keys, to be looked up and changed. */
export function ShortcutSettings() {
  const t = useT();
  const services = useServices();
  const changed = useApp((state) => state.settings.shortcuts);
  const platform = useApp((state) => state.platform);
  const [query, setQuery] = useState('');
  const entries = useMemo(() => entriesOf(services, t), [services, t]);
  const wanted = toQuery(query);
  const found = entries.filter(({ id, texts }) => {
    if (wanted === null) return true;
    const keys = shortcutsOf(id, changed).map((key) => toSearchable(shortcutLabel(key, platform)));
    return [...texts, ...keys].some((text) => commandRank(wanted, text) !== null);
  });
  const change = (shortcuts: Settings['shortcuts']) => changeSettings(services, (now) => ({ ...now, shortcuts }));

  async function resetAll(): Promise<void> {
    const answer = await ask(services.bridge, {
      tone: 'question',
      message: t('settings.shortcut.askResetAll'),
      answers: [
        { answer: 'reset', label: t('settings.shortcut.resetAll') },
        { answer: 'cancel', label: t('panel.cancel') },
      ],
    });
    if (answer === 'reset') change({});
  }

  return (
    <div className={styles.part}>
      <div className={styles.search}>
        <TextField
          label={t('settings.shortcut.search')}
          placeholder={t('settings.shortcut.search')}
          value={query}
          isLive
          onCommit={setQuery}
        />
        <Button icon="rotate-ccw" disabled={Object.keys(changed).length === 0} onClick={() => void resetAll()}>
          {t('settings.shortcut.resetAll')}
        </Button>
      </div>
      <p className={styles.hint}>{t('settings.shortcut.hint')}</p>
      {actionSections.map((section) => (
        <SectionRows
          key={section}
          section={section}
          entries={found.filter(({ id }) => actions[id].section === section)}
          onChange={change}
        />
      ))}
      {found.length === 0 && (
        <p className={styles.none} role="status">
          {t('palette.none', { text: query })}
        </p>
      )}
    </div>
  );
}

function SectionRows({
  section,
  entries,
  onChange,
}: {
  readonly section: ActionSection;
  readonly entries: readonly Entry[];
  readonly onChange: (shortcuts: Settings['shortcuts']) => void;
}) {
  const t = useT();
  if (entries.length === 0) return null;
  return (
    <section className={styles.keys} aria-label={t(`section.${section}`)}>
      <h3 className={styles.heading}>{t(`section.${section}`)}</h3>
      {entries.map(({ id, label }) => (
        <ShortcutRow key={id} id={id} label={label} onChange={onChange} />
      ))}
    </section>
  );
}

function entriesOf(services: Parameters<typeof actionContext>[0], t: ReturnType<typeof translator>): readonly Entry[] {
  // What a command is called in general: "Undo", not "Undo Move".
  const context = { ...actionContext(services), active: null };
  return actionIds
    .filter((id) => !slots.has(id))
    .map((id) => ({
      id,
      label: labelOf(id, { ...context, t }),
      texts: languages.map((language) => toSearchable(labelOf(id, { ...context, t: translator(language) }))),
    }));
}
