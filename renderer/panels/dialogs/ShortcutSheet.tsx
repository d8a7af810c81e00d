import type { MessageKey } from '../../../shared/i18n/messages';
import { type ActionSection, actionSections } from '../../actions/action';
import { actionContext } from '../../actions/context';
import { formatNames, formats } from '../../actions/formatting';
import { actionIds, actions } from '../../actions/index';
import { shortcutsOf } from '../../actions/keymap';
import { labelOf } from '../../actions/labels';
import { shortcutLabel } from '../../actions/shortcuts';
import { Button } from '../../chrome/Button';
import { Dialog } from '../../chrome/Dialog';
import { useApp, useServices, useT } from '../../state/hooks';
import styles from './ShortcutSheet.module.css';

/** What the pointer does together with keys; not actions, so they are told here. */
const gestures = [
  { keysKey: 'gesture.pan.keys', labelKey: 'gesture.pan' },
  { keysKey: 'gesture.zoom.keys', labelKey: 'gesture.zoom' },
  { keysKey: 'gesture.add.keys', labelKey: 'gesture.add' },
  { keysKey: 'gesture.select.keys', labelKey: 'gesture.select' },
  { keysKey: 'gesture.copy.keys', labelKey: 'gesture.copy' },
  { keysKey: 'gesture.break.keys', labelKey: 'gesture.break' },
  { keysKey: 'gesture.openLink.keys', labelKey: 'gesture.openLink' },
  { keysKey: 'gesture.menu.keys', labelKey: 'gesture.menu' },
  { keysKey: 'gesture.walk.keys', labelKey: 'gesture.walk' },
] as const satisfies readonly { readonly keysKey: MessageKey; readonly labelKey: MessageKey }[];

/** Every key there is, read from the actions themselves. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const services = useServices();
  const platform = useApp((state) => state.platform);
  const changed = useApp((state) => state.settings.shortcuts);
  const context = actionContext(services);
  const rowsOf = (section: ActionSection) =>
    actionIds.flatMap((id) => {
      const { section: own } = actions[id];
      const shortcuts = shortcutsOf(id, changed);
      return own !== section || shortcuts.length === 0 ? [] : [{ id, label: labelOf(id, context), keys: shortcuts }];
    });
  return (
    <Dialog
      title={t('shortcuts.title')}
      size="large"
      isReading
      onClose={onClose}
      footer={
        <Button
          icon="settings"
          onClick={() => services.app.setState({ dialog: { type: 'settings', page: 'shortcuts' } })}
        >
          {t('shortcuts.change')}
        </Button>
      }
    >
      <div className={styles.sheet}>
        {actionSections.map((section) => {
          const rows = rowsOf(section);
          return (
            rows.length > 0 && (
              <section key={section} className={styles.section}>
                <h3 className={styles.heading}>{t(`section.${section}`)}</h3>
                <dl>
                  {rows.map(({ id, label, keys }) => (
                    <div key={id} className={styles.row}>
                      <dt>{label}</dt>
                      <dd>
                        {keys.slice(0, 2).map((key) => (
                          <kbd key={key}>{shortcutLabel(key, platform)}</kbd>
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            )
          );
        })}
        <section className={styles.section}>
          <h3 className={styles.heading}>{t('gesture.title')}</h3>
          <dl>
            {gestures.map(({ keysKey, labelKey }) => (
              <div key={labelKey} className={styles.row}>
                <dt>{t(labelKey)}</dt>
                <dd>
                  <kbd>{t(keysKey)}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
        <section className={styles.section}>
          <h3 className={styles.heading}>{t('format.bar')}</h3>
          <dl>
            {formatNames.map((name) => (
              <div key={name} className={styles.row}>
                <dt>{t(formats[name].labelKey)}</dt>
                <dd>
                  <kbd>{shortcutLabel(formats[name].shortcut, platform)}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
