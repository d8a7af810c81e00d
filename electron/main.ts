import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, Menu, nativeTheme, powerMonitor, session } from 'electron';
import * as z from 'zod/mini';
import { limits } from '../shared/file/limits';
import { tell } from './app/appWindow';
import { createQuitting, type Quitting } from './app/closing';
import { appHandlers } from './app/handlers/app';
import { fileHandlers } from './app/handlers/files';
import { recoveryHandlers } from './app/handlers/recovery';
import { windowHandlers } from './app/handlers/window';
import { serveRequests } from './app/ipc';
import { translatorFor } from './app/language';
import { filesFromArguments } from './app/launchFiles';
import { registerAppScheme, serveApp } from './app/protocol';
import { createRasterizer } from './app/rasterizer';
import { applySwitches, lockSession, lockWebContents } from './app/security';
import type { Services } from './app/services';
import { backgroundColor, createWindows } from './app/windows';
import { writesSettled } from './node/atomicWrite';
import { createBackups } from './node/backups';
import { createDocumentFiles } from './node/documentFiles';
import { jsonFilesSettled } from './node/jsonFile';
import { createOpenTabs } from './node/openTabs';
import { createRecentFiles } from './node/recentFiles';
import { createRecovery } from './node/recovery';
import { createSettingsFile } from './node/settings';

/** What a second start hands to the first. Checked, since any program of this user can send it. */
const handOverSchema = z.object({ files: z.array(z.string()).check(z.maxLength(1_000)) });

const filesAtStart = filesFromArguments(process.argv, process.cwd());
if (!applyUserDataFolder(app.commandLine.getSwitchValue('user-data-dir'))) app.exit(1);
else if (!app.requestSingleInstanceLock({ files: filesAtStart })) app.exit(0);
else start();

/** `--user-data-dir=DIR`: settings and all else of this run live there, and it is an instance of its own. */
function applyUserDataFolder(wanted: string): boolean {
  if (wanted === '') return true;
  const folder = resolve(wanted);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    console.error(`roleweave: --user-data-dir=${wanted} cannot be used: ${String(error)}`);
    return false;
  }
  app.setPath('userData', folder);
  app.setPath('sessionData', folder);
  return true;
}

function start(): void {
  const userData = app.getPath('userData');
  applySwitches();
  registerAppScheme();
  lockWebContents();
  // Groups the windows in the Windows task bar; the installer names the same.
  app.setAppUserModelId('org.roleweave.app');
  Menu.setApplicationMenu(null);

  const settings = createSettingsFile(join(userData, 'settings.json'));
  const recovery = createRecovery(join(userData, 'recovery'));
  const t: Services['t'] = (key, ...slots) => translatorFor(settings.get())(key, ...slots);
  const files = createDocumentFiles({
    backups: createBackups(join(userData, 'backups')),
    maxBytes: limits.fileMiB * 2 ** 20,
    homeFolder: app.getPath('home'),
  });
  const openTabs = createOpenTabs(join(userData, 'tabs.json'));
  const windows = createWindows({
    placeFile: join(userData, 'window.json'),
    recovery,
    openTabs,
    isQuitting: () => quitting.isUnderWay(),
    t,
  });
  const services: Services = {
    files,
    recent: createRecentFiles(join(userData, 'recent.json')),
    recovery,
    settings,
    windows,
    moving: new Map(),
    t,
    assetsFolder: join(__dirname, '../assets'),
  };
  const allWritten = (): Promise<unknown> => Promise.all([writesSettled(), jsonFilesSettled(), recovery.settled()]);
  const quitting: Quitting = createQuitting({ windows: windows.all, t, allWritten });
  const rasterize = createRasterizer(join(__dirname, '../rasterizer/rasterizer.cjs'));

  /** Files that macOS hands over before there is a window. */
  const early: string[] = [...filesAtStart];
  let isReady = false;
  async function showFiles(paths: readonly string[]): Promise<void> {
    windows.show(await Promise.all(paths.map((path) => files.handleFor(path))));
  }
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (isReady) void showFiles([path]);
    else early.push(path);
  });
  app.on('second-instance', (_event, _argv, _folder, handOver) => {
    const parsed = handOverSchema.safeParse(handOver);
    void showFiles(parsed.success ? parsed.data.files : []);
  });
  app.on('activate', () => {
    if (isReady && windows.all().length === 0) windows.open([]);
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  nativeTheme.on('updated', () => {
    for (const window of windows.all()) {
      window.browserWindow.setBackgroundColor(backgroundColor());
      tell(window, 'system.themeChanged', nativeTheme.shouldUseDarkColors);
    }
  });

  void app.whenReady().then(async () => {
    endWithTheSystem(quitting);
    nativeTheme.themeSource = settings.get().theme;
    await lockSession(session.defaultSession);
    serveApp(join(__dirname, '../renderer'));
    serveRequests(
      {
        ...appHandlers(services, rasterize),
        ...fileHandlers(services),
        ...recoveryHandlers(services),
        ...windowHandlers(services, quitting),
      },
      windows,
    );
    isReady = true;
    // The window that was used last is made last, in front of the others, and gets the files that are asked for.
    const reopened = settings.get().reopen ? openTabs.atStart.filter(({ tabs }) => tabs.length > 0) : [];
    for (const tabs of reopened.slice(0, -1)) windows.open([], tabs);
    windows.open(await Promise.all(early.map((path) => files.handleFor(path))), reopened.at(-1));
  });
}

/** Logging out, shutting down, Ctrl+C in a terminal: nobody can answer questions then. */
function endWithTheSystem({ quitKeepingWork }: Quitting): void {
  powerMonitor.on('shutdown', () => void quitKeepingWork());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void quitKeepingWork());
}
