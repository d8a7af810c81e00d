import { useMemo, useState } from 'react';
import type { RoleId } from '../../../../shared/model/ids';
import { mainLanguage, wordsIn } from '../../../../shared/model/localizedText';
import { rolesInOrder } from '../../../../shared/model/query';
import { roleSheet, roleSheetMarkdown } from '../../../../shared/tables/roleSheet';
import { saveExport } from '../../../actions/saveExport';
import { Button } from '../../../chrome/Button';
import { Dialog } from '../../../chrome/Dialog';
import { SelectField } from '../../../chrome/SelectField';
import { useLabelLanguage, useOpenDocument, useServices, useT } from '../../../state/hooks';
import { translator } from '../../../state/messages';
import { notify } from '../../../state/notices';
import styles from './RoleSheet.module.css';
import { RoleSheetView } from './RoleSheetView';

/** All that the diagram says of one role, to be read and given on. */
export function RoleSheetDialog({ roleId, onClose }: { readonly roleId: RoleId; readonly onClose: () => void }) {
  const t = useT();
  const services = useServices();
  const { app, bridge } = services;
  const { source } = useOpenDocument();
  const document = source.getState().history.present.document;
  // In the language that labels are shown in: a sheet says what the picture says.
  const language = mainLanguage(useLabelLanguage());
  const [shownId, setShownId] = useState(roleId);
  const sheet = useMemo(
    () => roleSheet(document, shownId, language, translator(language)),
    [document, shownId, language],
  );
  const roles = rolesInOrder(document.roles);
  if (sheet === undefined) return null;
  const fileName = (extension: string) => `${t('sheet.fileName', { name: sheet.name })}.${extension}`;
  const markdown = () => roleSheetMarkdown(sheet, translator(language));

  const save = () => void saveExport(services, 'md', fileName('md'), new TextEncoder().encode(markdown()));

  async function copy(): Promise<void> {
    await bridge.request['clipboard.writeText'](markdown());
    notify(app, 'info', t('sheet.copied'));
  }

  return (
    <Dialog
      title={t('sheet.title')}
      size="large"
      isReading
      onClose={onClose}
      footer={
        <>
          <div className={styles.choice}>
            <SelectField
              label={t('sheet.role')}
              value={shownId}
              choices={roles.map(({ id, name }) => ({ value: id, label: wordsIn(name, language) }))}
              onChange={(id) => setShownId(id as RoleId)}
            />
          </div>
          <Button onClick={() => app.setState({ printing: { selection: null, roleId: shownId } })}>
            {t('sheet.print')}
          </Button>
          <Button onClick={copy}>{t('sheet.copy')}</Button>
          <Button
            onClick={() => app.setState({ printing: { selection: null, roleId: shownId, pdfName: fileName('pdf') } })}
          >
            {t('sheet.savePdf')}
          </Button>
          <Button tone="primary" onClick={save}>
            {t('sheet.save')}
          </Button>
        </>
      }
    >
      <RoleSheetView document={document} sheet={sheet} />
    </Dialog>
  );
}
