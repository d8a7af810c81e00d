import { join } from 'node:path';
import { preview } from 'vite';
import { outDir } from '../../electron/dev/paths.mjs';

/** Serves the built page to an ordinary browser, where its stand-in bridge keeps files in memory. */
export async function servePage(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = await preview({
    configFile: false,
    root: outDir,
    logLevel: 'error',
    build: { outDir: join(outDir, 'renderer') },
    preview: { host: '127.0.0.1', port: 0, strictPort: true },
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('the page server has no address');
  return { url, close: () => server.close() };
}
