import { useMemo, useState } from 'react';
import { exportErrorMessage } from '../../../shared/export/exportErrorMessage';
import { defaultExportOptions, type ExportOptions } from '../../../shared/export/exporter';
import { framedPicture } from '../../../shared/export/framedPicture';
import { type ExportFormat, exporters, exportFormats } from '../../../shared/export/index';
import { papers } from '../../../shared/export/pdfPage';
import { fileErrorMessage } from '../../../shared/ipc/fileErrorMessage';
import { labelLanguages, mainLanguage } from '../../../shared/model/localizedText';
import { rolesInUse } from '../../../shared/model/roleUse';
import { withTakers } from '../../../shared/picture/takers';
import { themeNames, themes } from '../../../shared/scene/theme';
import { Button } from '../../chrome/Button';
import { classNames } from '../../chrome/classNames';
import { Dialog } from '../../chrome/Dialog';
import { NumberField } from '../../chrome/NumberField';
import { PictureView } from '../../chrome/PictureView';
import { Segmented } from '../../chrome/Segmented';
import {
  useLabelLanguage,
  useLanguage,
  useOpenDocument,
  useServices,
  useT,
  useThemeName,
  useView,
} from '../../state/hooks';
import { notify } from '../../state/notices';
import { paintPdf } from '../../workers/pdf';
import { Section } from '../Section';
import styles from './ExportDialog.module.css';

const scales = ['1', '2', '3', '4'] as const;
const MAX_MARGIN = 400;

/** A picture of the diagram as a file or on the clipboard, with its size and its look before it is made. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { app, bridge, session } = useServices();
  const open = useOpenDocument();
  const language = useLanguage();
  const labels = useLabelLanguage();
  const ownTheme = useThemeName();
  const state = open.editor.getState();
  const { document } = state.history.present;
  const hasSelection = state.selection.nodes.size > 0;
  const [format, setFormat] = useState<ExportFormat>('png');
  const [onlySelection, setOnlySelection] = useState(false);
  const [chosen, setChosen] = useState<ExportOptions>({
    ...defaultExportOptions,
    language: labels,
    theme: ownTheme,
    names: open.view.getState().names,
    legend: document.look.legend,
  });
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const focus = useView((view) => view.focus);
  const options = useMemo(
    // What is seen is what is exported.
    (): ExportOptions => ({
      ...chosen,
      ...(focus === null ? {} : { roleId: focus }),
      ...(onlySelection ? { selection: state.selection } : {}),
    }),
    [chosen, focus, onlySelection, state.selection],
  );
  const framed = useMemo(() => framedPicture(document, options), [document, options]);
  const measured = useMemo(() => exporters[format].size(document, options), [format, document, options]);
  const set = (patch: Partial<ExportOptions>) => {
    setError(null);
    setChosen((old) => ({ ...old, ...patch }));
  };
  const theme = themes[options.theme];
  // In the footer, which never scrolls out of sight.
  const size =
    measured === null
      ? t('exporting.empty')
      : t(measured.unit === 'px' ? 'exporting.pixels' : 'exporting.millimetres', {
          width: measured.width.toLocaleString(language),
          height: measured.height.toLocaleString(language),
        });

  async function make(): Promise<Uint8Array | null> {
    const result = await exporters[format].write(document, options, {
      encodeUtf8: (text) => new TextEncoder().encode(text),
      rasterize: (svg, scale) => bridge.request['image.rasterize'](svg, scale),
      paintPdf,
    });
    if (result.ok) return result.value;
    setError(exportErrorMessage(result.error, t));
    return null;
  }

  async function whileBusy(work: () => Promise<void>): Promise<void> {
    setIsBusy(true);
    setError(null);
    try {
      await work();
    } catch (cause) {
      console.error(cause);
      setError(t('exporting.failed'));
    } finally {
      setIsBusy(false);
    }
  }

  const save = () =>
    whileBusy(async () => {
      const bytes = await make();
      if (bytes === null) return;
      const name = `${session.nameOf(open, mainLanguage(options.language)).replace(/\.(roleweave|json)$/i, '')}.${exporters[format].extension}`;
      const saved = await bridge.request['export.save'](format, name, bytes);
      if (!saved.ok) return setError(fileErrorMessage(saved.error, t));
      if (saved.value === null) return;
      notify(app, 'success', t('exporting.saved', { name: saved.value.name }), saved.value.folder);
      onClose();
    });

  const copy = () =>
    whileBusy(async () => {
      const bytes = await make();
      if (bytes === null) return;
      await bridge.request['clipboard.writeImage'](bytes);
      notify(app, 'success', t('exporting.copied'));
      onClose();
    });

  return (
    <Dialog
      title={t('exporting.title')}
      size="large"
      onClose={onClose}
      footer={
        <>
          <p
            className={classNames(styles.status, error !== null && styles.error)}
            role={error === null ? 'status' : 'alert'}
          >
            {error ?? (isBusy ? t('exporting.busy') : size)}
          </p>
          {format === 'png' && (
            <Button disabled={isBusy || framed === null} onClick={copy}>
              {t('exporting.copy')}
            </Button>
          )}
          <Button tone="primary" data-autofocus="" disabled={isBusy || framed === null} onClick={save}>
            {t('exporting.save')}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <figure
          className={classNames(styles.preview, options.background === 'transparent' && styles.checks)}
          data-picture-theme={options.theme}
          style={options.background === 'theme' ? { backgroundColor: theme.color('canvas') } : undefined}
        >
          {framed !== null && (
            <PictureView
              picture={framed.picture}
              view={framed.view}
              theme={theme}
              label={t('exporting.preview')}
              className={styles.picture}
            />
          )}
        </figure>
        <div className={styles.options}>
          <Section title={t('exporting.format')}>
            <Segmented
              label={t('exporting.format')}
              value={format}
              segments={exportFormats.map((value) => ({ value, label: value.toUpperCase() }))}
              onChange={setFormat}
            />
          </Section>
          {measured?.unit === 'mm' ? (
            <Section title={t('exporting.paper')}>
              <Segmented
                label={t('exporting.paper')}
                value={options.paper ?? 'picture'}
                segments={papers.map((value) => ({ value, label: t(`exporting.paper.${value}`) }))}
                onChange={(paper) => set({ paper })}
              />
            </Section>
          ) : (
            <Section title={t('exporting.scale')}>
              <Segmented
                label={t('exporting.scale')}
                value={scales.find((value) => Number(value) === options.scale) ?? null}
                segments={scales.map((value) => ({ value, label: `${value}×` }))}
                onChange={(value) => set({ scale: Number(value) })}
              />
            </Section>
          )}
          <Section title={t('exporting.background')}>
            <Segmented
              label={t('exporting.background')}
              value={options.background}
              segments={(['theme', 'transparent'] as const).map((value) => ({
                value,
                label: t(`exporting.background.${value}`),
              }))}
              onChange={(background) => set({ background })}
            />
          </Section>
          <Section title={t('exporting.theme')}>
            <Segmented
              label={t('exporting.theme')}
              value={options.theme}
              segments={themeNames.map((value) => ({ value, label: t(`exporting.theme.${value}`) }))}
              onChange={(value) => set({ theme: value })}
            />
          </Section>
          <Section title={t('exporting.language')}>
            <Segmented
              label={t('exporting.language')}
              value={options.language}
              segments={labelLanguages.map((value) => ({ value, label: t(`exporting.language.${value}`) }))}
              onChange={(value) => set({ language: value })}
            />
          </Section>
          {withTakers(document) !== document && (
            <Section title={t('exporting.who')}>
              <Segmented
                label={t('exporting.who')}
                value={options.names ? 'names' : 'roles'}
                segments={(['roles', 'names'] as const).map((value) => ({ value, label: t(`exporting.who.${value}`) }))}
                onChange={(value) => set({ names: value === 'names' })}
              />
            </Section>
          )}
          {rolesInUse(document, null).length > 0 && (
            <Section title={t('exporting.legend')}>
              <Segmented
                label={t('exporting.legend')}
                value={options.legend === true ? 'on' : 'off'}
                segments={(['on', 'off'] as const).map((value) => ({ value, label: t(`exporting.legend.${value}`) }))}
                onChange={(value) => set({ legend: value === 'on' })}
              />
            </Section>
          )}
          {hasSelection && (
            <Section title={t('exporting.what')}>
              <Segmented
                label={t('exporting.what')}
                value={onlySelection ? 'selection' : 'all'}
                segments={(['all', 'selection'] as const).map((value) => ({
                  value,
                  label: t(`exporting.what.${value}`),
                }))}
                onChange={(value) => setOnlySelection(value === 'selection')}
              />
            </Section>
          )}
          <Section title={t('exporting.margin')}>
            <NumberField
              label={t('exporting.marginUnit')}
              prefix="px"
              value={options.marginPx}
              min={0}
              max={MAX_MARGIN}
              onCommit={(marginPx) => set({ marginPx })}
            />
          </Section>
        </div>
      </div>
    </Dialog>
  );
}
