import { dirname, extname, join } from 'node:path';
import { app, dialog, type FileFilter } from 'electron';
import type { DocumentHandle, ExportFormat, FileError } from '../../../shared/ipc/contract';
import { err, ok } from '../../../shared/util/result';
import { writeFileAtomically } from '../../node/atomicWrite';
import { readPicked } from '../../node/pickedFiles';
import { safeFileName } from '../../node/safeFileName';
import type { AppWindow } from '../appWindow';
import type { HandlersOf } from '../ipc';
import type { Services } from '../services';

const projectExtensions = ['roleweave', 'json'];
const tableExtensions = ['csv', 'tsv', 'txt'];

type FileChannels =
  | 'file.choose'
  | 'file.open'
  | 'file.read'
  | 'file.beside'
  | 'file.save'
  | 'file.saveAs'
  | 'file.stamp'
  | 'file.close'
  | 'file.recent'
  | 'file.clearRecent'
  | 'table.choose'
  | 'export.save'
  | 'image.choose'
  | 'internal.dropped';

export function fileHandlers({ files, recent, windows, t }: Services): HandlersOf<FileChannels> {
  const exportFilter: Readonly<Record<ExportFormat, () => string>> = {
    png: () => t('app.filterPng'),
    svg: () => t('app.filterSvg'),
    pdf: () => t('app.filterPdf'),
    csv: () => t('app.filterTables'),
    md: () => t('app.filterMarkdown'),
  };

  /** Brings the other window forward in which a file is open; two windows with one file would save over each other. */
  function openElsewhere(window: AppWindow, handle: DocumentHandle): FileError | null {
    const other = windows.showing(handle);
    const path = files.pathOf(handle);
    if (other === null || other === window || path === null) return null;
    windows.show([handle]);
    return { type: 'openElsewhere', name: files.shown(path).name };
  }

  /** Where the dialog starts: beside what was opened last. */
  function startFolder(): string {
    const [last] = recent.list();
    return last === undefined ? app.getPath('documents') : join(last, '..');
  }

  async function askWhich(
    window: AppWindow,
    { title, filters, several }: { readonly title: string; readonly filters: FileFilter[]; readonly several: boolean },
  ): Promise<readonly string[]> {
    window.questions += 1;
    try {
      const { canceled, filePaths } = await dialog.showOpenDialog(window.browserWindow, {
        title,
        defaultPath: startFolder(),
        filters,
        properties: several ? ['openFile', 'multiSelections'] : ['openFile'],
      });
      return canceled ? [] : filePaths;
    } finally {
      window.questions -= 1;
    }
  }

  async function askWhere(
    window: AppWindow,
    title: string,
    suggestedName: string,
    extension: string,
    filterName: string,
  ): Promise<string | null> {
    window.questions += 1;
    try {
      const { canceled, filePath } = await dialog.showSaveDialog(window.browserWindow, {
        title,
        defaultPath: join(startFolder(), safeFileName(suggestedName, extension)),
        filters: [{ name: filterName, extensions: [extension] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      if (canceled || !filePath) return null;
      // GTK's dialog adds no extension. One that was typed on purpose stays.
      return extname(filePath) === '' ? `${filePath}.${extension}` : filePath;
    } finally {
      window.questions -= 1;
    }
  }

  return {
    async 'file.choose'(window) {
      const projects = { name: t('app.filterProjects'), extensions: projectExtensions };
      const filters = [projects, { name: t('app.filterAllFiles'), extensions: ['*'] }];
      const paths = await askWhich(window, { title: t('app.chooseProject'), filters, several: true });
      return await Promise.all(paths.map((path) => files.handleFor(path)));
    },

    async 'file.open'(window, handle) {
      const elsewhere = openElsewhere(window, handle);
      if (elsewhere !== null) return err(elsewhere);
      // Taken before it is read: another window may ask for the same file meanwhile.
      const isShown = window.shown.has(handle);
      window.shown.add(handle);
      const opened = await files.open(handle);
      if (opened.ok) return opened;
      if (!isShown) window.shown.delete(handle);
      forgetMissing(handle, opened.error);
      return opened;
    },

    'file.read': (_window, handle) => files.open(handle),

    async 'file.beside'(_window, handle, path) {
      const from = files.pathOf(handle);
      if (from === null) return err({ type: 'unknownHandle' });
      const to = join(dirname(from), ...path.split('/'));
      // As with what is dropped: project files are all that a page can ask for.
      if (!projectExtensions.includes(extname(to).slice(1).toLowerCase())) return err({ type: 'notAFile', name: path });
      return (await files.exists(to)) ? ok(await files.handleFor(to)) : err({ type: 'notFound', name: path });
    },

    async 'file.save'(window, handle, text, guard) {
      const saved = await files.save(handle, text, guard);
      if (saved.ok) window.shown.add(handle);
      return saved;
    },

    async 'file.saveAs'(window, suggestedName, text) {
      const path = await askWhere(window, t('app.saveProject'), suggestedName, 'roleweave', t('app.filterProjects'));
      if (path === null) return ok(null);
      const handle = await files.handleFor(path);
      const elsewhere = openElsewhere(window, handle);
      if (elsewhere !== null) return err(elsewhere);
      const saved = await files.save(handle, text, 'overwrite');
      if (saved.ok) window.shown.add(handle);
      return saved;
    },

    'file.stamp': (_window, handle) => files.stamp(handle),

    async 'file.close'(window, handle) {
      window.shown.delete(handle);
    },

    'file.recent': () => recentFiles(),

    async 'file.clearRecent'() {
      recent.clear();
      app.clearRecentDocuments();
    },

    async 'table.choose'(window) {
      const tables = { name: t('app.filterTables'), extensions: tableExtensions };
      const filters = [tables, { name: t('app.filterAllFiles'), extensions: ['*'] }];
      const [path] = await askWhich(window, { title: t('app.chooseTable'), filters, several: false });
      return path === undefined ? null : await readPicked(path);
    },

    async 'export.save'(window, format, suggestedName, bytes) {
      const isTable = format === 'csv' || format === 'md';
      const title = t(isTable ? 'app.exportTable' : 'app.exportPicture');
      const path = await askWhere(window, title, suggestedName, format, exportFilter[format]());
      if (path === null) return ok(null);
      const written = await writeFileAtomically(path, bytes);
      return written.ok ? ok(files.shown(path)) : written;
    },

    async 'image.choose'(window, title) {
      const filters = [{ name: t('app.filterPictures'), extensions: ['png', 'jpg', 'jpeg', 'svg'] }];
      const paths = await askWhich(window, { title, filters, several: true });
      return await Promise.all(paths.map((path) => readPicked(path)));
    },

    async 'internal.dropped'(_window, path) {
      // A page that was taken over could make preload send any path; then project files are all it can ask for.
      if (!projectExtensions.includes(extname(path).slice(1).toLowerCase())) return null;
      return (await files.exists(path)) ? files.handleFor(path) : null;
    },
  };

  function forgetMissing(handle: DocumentHandle, error: FileError): void {
    const path = files.pathOf(handle);
    if (error.type === 'notFound' && path !== null) recent.remove(path);
  }

  async function recentFiles() {
    return Promise.all(
      recent.list().map(async (path) => ({ handle: await files.handleFor(path), ...files.shown(path) })),
    );
  }
}
