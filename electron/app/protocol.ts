import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { protocol } from 'electron';
import { servedPath } from './addresses';

/** No inline script or style, no address but our own. React sets styles through the DOM, which the policy lets pass. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.otf': 'font/otf',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Before the app is ready. `corsEnabled`, since a scheme that can be fetched without it can be read across origins. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } },
  ]);
}

/** Serves the built page, and nothing outside its folder, as `app://main/`. */
export function serveApp(rendererFolder: string): void {
  protocol.handle('app', async (request) => {
    const path = request.method === 'GET' ? servedPath(request.url) : null;
    const type = path === null ? undefined : mediaTypes[extname(path)];
    if (path === null || type === undefined) return refused();
    try {
      return new Response(await readFile(join(rendererFolder, path)), {
        headers: { ...headers, 'Content-Type': type },
      });
    } catch {
      return refused();
    }
  });
}

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cache-Control': 'no-cache',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
};

function refused(): Response {
  return new Response('', { status: 404, headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' } });
}
