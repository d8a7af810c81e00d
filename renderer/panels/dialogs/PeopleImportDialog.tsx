import { useMemo, useState } from 'react';
import type { Translate } from '../../../shared/i18n/messages';
import { fileErrorMessage } from '../../../shared/ipc/fileErrorMessage';
import { wordsIn } from '../../../shared/model/localizedText';
import { readTable } from '../../../shared/tables/csv';
import { type PeopleReadError, peopleChanges, readPeople } from '../../../shared/tables/peopleImport';
import { Button } from '../../chrome/Button';
import { Dialog } from '../../chrome/Dialog';
import { SwitchField } from '../../chrome/SwitchField';
import { useEditor, useLanguage, useOpenDocument, useServices, useT } from '../../state/hooks';
import { notify } from '../../state/notices';
import styles from './PeopleImportDialog.module.css';

/** A pasted table of people and their roles; what it would change is said before anything changes, and is one step. */
export function PeopleImportDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const language = useLanguage();
  const { editor } = useOpenDocument();
  const { app, bridge } = useServices();
  const document = useEditor((state) => state.history.present.document);
  const [text, setText] = useState('');
  const [makesRoles, setMakesRoles] = useState(false);
  const reading = useMemo(() => {
    const rows = readTable(text);
    return rows.ok ? readPeople(document, rows.value) : rows;
  }, [document, text]);
  const changes = reading.ok ? peopleChanges(document, reading.value, makesRoles) : null;
  const changed = (changes?.set ?? []).flatMap(({ id }) => document.people.get(id) ?? []);
  const isEmpty = changes === null || (changes.roles.length === 0 && changes.add.length === 0 && changed.length === 0);
  const error = reading.ok ? null : errorText(reading.error, t);

  /** What the file says comes into the field, to be looked at before anything changes. */
  async function chooseFile(): Promise<void> {
    const chosen = await bridge.request['table.choose']();
    if (chosen === null) return;
    if (chosen.bytes.ok) setText((await import('../../actions/tableWork')).decodeTable(chosen.bytes.value));
    else notify(app, 'error', fileErrorMessage(chosen.bytes.error, t));
  }

  function apply(): void {
    if (changes === null) return;
    editor.transact('edit.people.import', (edit) => {
      edit('roles.add', { roles: changes.roles });
      for (const args of changes.set) edit('people.set', args);
      edit('people.add', { people: changes.add });
    });
    onClose();
  }

  const namesOf = (people: readonly { readonly name: Parameters<typeof wordsIn>[0] }[]) =>
    people.map(({ name }) => wordsIn(name, language)).join(', ');
  return (
    <Dialog
      title={t('peopleImport.title')}
      onClose={onClose}
      footer={
        <>
          <Button className={styles.file} onClick={() => void chooseFile()}>
            {t('peopleImport.file')}
          </Button>
          <Button onClick={onClose}>{t('panel.cancel')}</Button>
          <Button tone="primary" disabled={isEmpty} onClick={apply}>
            {t('peopleImport.apply')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.hint}>{t('peopleImport.hint')}</p>
        <textarea
          className={styles.table}
          rows={8}
          aria-label={t('peopleImport.table')}
          placeholder={t('peopleImport.example')}
          value={text}
          spellCheck={false}
          data-autofocus=""
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {reading.ok && reading.value.unknownRoles.length > 0 && (
          <div className={styles.unknown}>
            <span>{t('peopleImport.unknown', { names: reading.value.unknownRoles.join(', ') })}</span>
            <SwitchField
              label={t('peopleImport.unknown', { names: reading.value.unknownRoles.join(', ') })}
              checked={makesRoles}
              onChange={setMakesRoles}
            />
          </div>
        )}
        <div role="status">
          {changes !== null && changes.add.length > 0 && (
            <p>{t('peopleImport.new', { names: namesOf(changes.add) })}</p>
          )}
          {changed.length > 0 && <p>{t('peopleImport.changed', { names: namesOf(changed) })}</p>}
          {changes !== null && isEmpty && <p>{t('peopleImport.same')}</p>}
        </div>
        {error !== null && (
          <p role="alert" className={styles.error}>
            {error}
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** Nothing typed yet is no mistake. */
function errorText(error: PeopleReadError, t: Translate): string | null {
  switch (error.type) {
    case 'empty':
      return null;
    case 'openQuote':
      return t('peopleImport.error.openQuote', { row: error.row });
    case 'tooLarge':
    case 'noNames':
      return t(`peopleImport.error.${error.type}`);
  }
}
