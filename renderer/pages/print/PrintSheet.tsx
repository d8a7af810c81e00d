import { useMemo } from 'react';
import { defaultExportOptions } from '../../../shared/export/exporter';
import { framedPicture } from '../../../shared/export/framedPicture';
import type { RoleId } from '../../../shared/model/ids';
import { mainLanguage, wordsIn } from '../../../shared/model/localizedText';
import type { Selection } from '../../../shared/picture/picture';
import { themes } from '../../../shared/scene/theme';
import { roleSheet } from '../../../shared/tables/roleSheet';
import { PictureView } from '../../chrome/PictureView';
import { useEditor, useLabelLanguage, useOpenDocument, useT, useView } from '../../state/hooks';
import { translator } from '../../state/messages';
import type { PageId } from '../../state/pages';
import styles from './Print.module.css';
import { type PrintedTable, printedTables } from './printedTables';
import { sheetTables } from './sheetTables';
import { usePrinting } from './usePrinting';

/** Paper: what is in front as it is printed, in the place of the window while the system prints it. Always light. */
export function PrintSheet({
  selection,
  roleId,
  pdfName,
}: {
  readonly selection: Selection | null;
  readonly roleId?: RoleId | undefined;
  readonly pdfName?: string | undefined;
}) {
  const page = useView((state) => state.page);
  if (roleId !== undefined) return <RoleOnPaper roleId={roleId} pdfName={pdfName} />;
  return page === 'diagram' || selection !== null ? <Picture selection={selection} /> : <Tables page={page} />;
}

/** Two steps need not fill a sheet of paper. */
const MOST_ENLARGED = 1.5;

/** The diagram on one page, which lies or stands as it does. */
function Picture({ selection }: { readonly selection: Selection | null }) {
  const t = useT();
  const language = useLabelLanguage();
  const document = useEditor((state) => state.history.present.document);
  const names = useView((state) => state.names);
  const focus = useView((state) => state.focus);
  const framed = useMemo(
    () =>
      framedPicture(document, {
        ...defaultExportOptions,
        language,
        names,
        marginPx: 0,
        ...(focus === null ? {} : { roleId: focus }),
        ...(selection === null ? {} : { selection }),
      }),
    [document, language, names, focus, selection],
  );
  usePrinting(framed === null ? null : framed.view.width > framed.view.height ? 'landscape' : 'portrait');
  if (framed === null) return null;
  return (
    <div className={`${styles.sheet} ${styles.whole}`} data-paper="">
      <div
        className={styles.fit}
        style={{ maxWidth: MOST_ENLARGED * framed.view.width, maxHeight: MOST_ENLARGED * framed.view.height }}
      >
        <PictureView
          picture={framed.picture}
          view={framed.view}
          theme={themes.light}
          label={t('print.picture')}
          className={styles.picture}
        />
      </div>
    </div>
  );
}

function Tables({ page }: { readonly page: Exclude<PageId, 'diagram'> }) {
  const language = mainLanguage(useLabelLanguage());
  const document = useEditor((state) => state.history.present.document);
  const tables = useMemo(
    () => printedTables(page, document, language, translator(language)),
    [page, document, language],
  );
  usePrinting(tables.length === 0 ? null : 'landscape');
  return (
    <div className={styles.sheet} lang={language} data-paper="">
      <h1 className={styles.title}>{wordsIn(document.title, language)}</h1>
      <PrintedTables tables={tables} />
    </div>
  );
}

/** A role's sheet: what it is for, its part of the diagram, and what it does, receives and gives. */
function RoleOnPaper({ roleId, pdfName }: { readonly roleId: RoleId; readonly pdfName: string | undefined }) {
  const t = useT();
  const labels = useLabelLanguage();
  const language = mainLanguage(labels);
  const { source } = useOpenDocument();
  const document = source.getState().history.present.document;
  const sheet = useMemo(
    () => roleSheet(document, roleId, language, translator(language)),
    [document, roleId, language],
  );
  const framed = useMemo(
    () => framedPicture(document, { ...defaultExportOptions, language: labels, marginPx: 0, roleId }),
    [document, labels, roleId],
  );
  usePrinting(sheet === undefined ? null : 'portrait', pdfName);
  if (sheet === undefined) return null;
  return (
    <div className={styles.sheet} lang={language} data-paper="">
      <h1 className={styles.title}>{sheet.name}</h1>
      {sheet.mission !== '' && <p className={styles.mission}>{sheet.mission}</p>}
      {framed !== null && (
        <div className={styles.part}>
          <PictureView
            picture={framed.picture}
            view={framed.view}
            theme={themes.light}
            label={t('sheet.picture', { name: sheet.name })}
            className={styles.picture}
          />
        </div>
      )}
      <PrintedTables tables={sheetTables(sheet, translator(language))} />
    </div>
  );
}

function PrintedTables({ tables }: { readonly tables: readonly PrintedTable[] }) {
  return tables.map(({ title, rows: [heading = [], ...rows] }) => (
    <section key={title}>
      <h2 className={styles.heading}>{title}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            {heading.map((text, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity of their own, only their place
              <th key={at} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own, only their place
            <tr key={row}>
              {cells.map((text, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <td key={at}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  ));
}
