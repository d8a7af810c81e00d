import { type ReactNode, useId } from 'react';
import { languages } from '../../../../shared/i18n/language';
import type { MessageKey } from '../../../../shared/i18n/messages';
import { gridSteps, type Settings } from '../../../../shared/ipc/settings';
import { edgeRoutings } from '../../../../shared/model/document';
import { edgeKindNames, edgeKinds } from '../../../../shared/model/edgeKinds';
import { routingIcons } from '../../../actions/arrange';
import { Segmented } from '../../../chrome/Segmented';
import { SelectField } from '../../../chrome/SelectField';
import { SwitchField } from '../../../chrome/SwitchField';
import { useApp, useServices, useT } from '../../../state/hooks';
import { changeSettings } from '../../../state/settings';
import styles from './SettingsDialog.module.css';

const themes = ['system', 'light', 'dark'] as const satisfies readonly Settings['theme'][];
const isGridStep = (step: number): step is Settings['grid']['step'] => gridSteps.some((known) => known === step);

/** How the app looks, what the canvas does, and what new edges start out as. */
export function GeneralSettings() {
  const t = useT();
  const services = useServices();
  const settings = useApp((state) => state.settings);
  const { language, theme, autosave, reopen, grid, edges } = settings;
  const set = (patch: Partial<Settings>) => changeSettings(services, (now) => ({ ...now, ...patch }));
  const setGrid = (patch: Partial<Settings['grid']>) => set({ grid: { ...grid, ...patch } });
  const setEdges = (patch: Partial<Settings['edges']>) => set({ edges: { ...edges, ...patch } });
  return (
    <>
      <Part titleKey="settings.app">
        <Row labelKey="settings.language">
          <SelectField
            label={t('settings.language')}
            value={language}
            choices={(['system', ...languages] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
            onChange={(value) => set({ language: value })}
          />
        </Row>
        <Row labelKey="settings.theme">
          <SelectField
            label={t('settings.theme')}
            value={theme}
            choices={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
            onChange={(value) => set({ theme: value })}
          />
        </Row>
        <Row labelKey="settings.reopen" hintKey="settings.reopen.hint">
          <SwitchField label={t('settings.reopen')} checked={reopen} onChange={(value) => set({ reopen: value })} />
        </Row>
        <Row labelKey="settings.autosave" hintKey="settings.autosave.hint">
          <SwitchField
            label={t('settings.autosave')}
            checked={autosave}
            onChange={(value) => set({ autosave: value })}
          />
        </Row>
      </Part>
      <Part titleKey="settings.canvas">
        <Row labelKey="settings.grid.show">
          <SwitchField label={t('settings.grid.show')} checked={grid.show} onChange={(show) => setGrid({ show })} />
        </Row>
        <Row labelKey="settings.grid.snap" hintKey="settings.grid.snap.hint">
          <SwitchField label={t('settings.grid.snap')} checked={grid.snap} onChange={(snap) => setGrid({ snap })} />
        </Row>
        <Row labelKey="settings.grid.step" hintKey="settings.grid.step.hint">
          <Segmented
            label={t('settings.grid.step')}
            value={String(grid.step)}
            segments={gridSteps.map((step) => ({ value: String(step), label: String(step) }))}
            onChange={(value) => {
              const step = Number(value);
              if (isGridStep(step)) setGrid({ step });
            }}
          />
        </Row>
      </Part>
      <Part titleKey="settings.edges">
        <Row labelKey="settings.edges.kind">
          <SelectField
            label={t('settings.edges.kind')}
            value={edges.kind}
            choices={edgeKindNames.map((value) => ({
              value,
              label: t(edgeKinds[value].labelKey),
              icon: edgeKinds[value].icon,
            }))}
            onChange={(kind) => {
              setEdges({ kind });
              // Open diagrams draw with it, too: who changes it here means the very next edge.
              for (const open of services.session.store.getState().documents) open.view.setState({ edgeKind: kind });
            }}
          />
        </Row>
        <Row labelKey="settings.edges.routing">
          <SelectField
            label={t('settings.edges.routing')}
            value={edges.routing}
            choices={edgeRoutings.map((value) => ({
              value,
              label: t(`routing.${value}`),
              icon: routingIcons[value],
            }))}
            onChange={(routing) => setEdges({ routing })}
          />
        </Row>
      </Part>
    </>
  );
}

function Part({ titleKey, children }: { readonly titleKey: MessageKey; readonly children: ReactNode }) {
  const t = useT();
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        {t(titleKey)}
      </h3>
      {children}
    </section>
  );
}

function Row({
  labelKey,
  hintKey,
  children,
}: {
  readonly labelKey: MessageKey;
  readonly hintKey?: MessageKey;
  readonly children: ReactNode;
}) {
  const t = useT();
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <p>{t(labelKey)}</p>
        {hintKey !== undefined && <p className={styles.hint}>{t(hintKey)}</p>}
      </div>
      <div className={styles.control}>{children}</div>
    </div>
  );
}
