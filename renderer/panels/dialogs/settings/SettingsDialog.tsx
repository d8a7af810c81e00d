import { useState } from 'react';
import { Dialog } from '../../../chrome/Dialog';
import { Segmented } from '../../../chrome/Segmented';
import type { OpenDialog } from '../../../state/appStore';
import { useT } from '../../../state/hooks';
import { GeneralSettings } from './GeneralSettings';
import styles from './SettingsDialog.module.css';
import { ShortcutSettings } from './ShortcutSettings';

type Page = Extract<OpenDialog, { readonly type: 'settings' }>['page'];
const pages = { general: GeneralSettings, shortcuts: ShortcutSettings } as const satisfies Record<Page, unknown>;
const pageNames = Object.keys(pages) as readonly Page[];

/** Everything that can be chosen for all documents, in one place. It holds at once: there is nothing to confirm. */
export function SettingsDialog({ page, onClose }: { readonly page: Page; readonly onClose: () => void }) {
  const t = useT();
  const [shown, setShown] = useState(page);
  const Shown = pages[shown];
  return (
    <Dialog title={t('settings.title')} size="large" onClose={onClose}>
      <div className={styles.dialog}>
        <div className={styles.pages}>
          <Segmented
            label={t('settings.pages')}
            value={shown}
            segments={pageNames.map((value) => ({ value, label: t(`settings.page.${value}`) }))}
            onChange={setShown}
          />
        </div>
        <Shown />
      </div>
    </Dialog>
  );
}
