import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, nativeTheme } from 'electron';
import * as z from 'zod/mini';
import type { RecoveryKey } from '../../../shared/ipc/contract';
import { tell } from '../appWindow';
import type { HandlersOf } from '../ipc';
import { systemLanguage } from '../language';
import type { createRasterizer } from '../rasterizer';
import { recoverable, takeLuggage } from '../recoverable';
import type { Services } from '../services';

type AppChannels = 'app.start' | 'app.licences' | 'settings.set' | 'image.rasterize';

const licencesSchema = z.array(z.object({ name: z.string(), licence: z.string(), text: z.string() }));

export function appHandlers(
  services: Services,
  rasterize: ReturnType<typeof createRasterizer>,
): HandlersOf<AppChannels> {
  const { files, recent, settings, windows, moving, assetsFolder } = services;

  let toldSetAside = false;

  return {
    async 'app.start'(window) {
      const settingsSetAside = toldSetAside ? null : settings.setAsideAs;
      toldSetAside = true;
      const wanted = windows.startPage(window);
      const unsaved = await recoverable(services, window);
      const before = window.reopened;
      window.reopened = { tabs: [], front: null };
      const tabs = await Promise.all(
        before.tabs.map(async ({ key, path }) => ({
          key: key as RecoveryKey,
          handle: path === null ? null : await files.handleFor(path),
          luggage: takeLuggage(moving, key as RecoveryKey),
        })),
      );
      const again = tabs.map(({ handle }) => handle).filter((handle) => handle !== null);
      // A document that comes back with its unsaved changes must not be opened a second time without them.
      const covered = new Set(unsaved.map(({ handle }) => handle));
      for (const { handle } of unsaved) if (handle !== null) window.shown.add(handle);
      return {
        settings: settings.get(),
        settingsSetAside,
        systemLanguage: systemLanguage(),
        systemDark: nativeTheme.shouldUseDarkColors,
        platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
        version: app.getVersion(),
        movesTabs: true,
        otherWindows: windows.all().length - 1,
        tabs,
        front: before.front as RecoveryKey | null,
        open: [...new Set([...again, ...wanted])].filter((handle) => !covered.has(handle)),
        recoverable: unsaved,
        recent: await Promise.all(
          recent.list().map(async (path) => ({ handle: await files.handleFor(path), ...files.shown(path) })),
        ),
      };
    },

    async 'app.licences'() {
      const text = await readFile(join(assetsFolder, 'licences.json'), 'utf8');
      return licencesSchema.parse(JSON.parse(text));
    },

    async 'settings.set'(window, next) {
      nativeTheme.themeSource = next.theme;
      for (const other of windows.all()) if (other !== window) tell(other, 'settings.changed', next);
      await settings.set(next);
    },

    'image.rasterize': (_window, svg, scale) => rasterize(svg, scale),
  };
}
