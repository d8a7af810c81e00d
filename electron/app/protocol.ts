import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Readable } from 'node:stream';
import { type ProtocolResponse, protocol } from 'electron';
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
  // Not `protocol.handle`: it is the same over web streams and Node's fetch, whose loading alone takes a third as long
  // as an empty window takes to open. Nor the protocols of files and buffers, which add a header that lets every origin
  // read.
  protocol.registerStreamProtocol('app', async ({ method, url }, answer) => {
    const path = method === 'GET' ? servedPath(url) : null;
    const type = path === null ? undefined : mediaTypes[extname(path)];
    if (path === null || type === undefined) return answer(refused());
    try {
      const bytes = await readFile(join(rendererFolder, path));
      answer({ statusCode: 200, headers: { ...headers, 'Content-Type': type }, data: inOnePiece(bytes) });
    } catch {
      answer(refused());
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

function refused(): ProtocolResponse {
  const type = 'text/plain; charset=utf-8';
  return { statusCode: 404, headers: { ...headers, 'Content-Type': type }, data: inOnePiece(Buffer.alloc(0)) };
}

/** Every piece of a stream waits for the main process's turn. */
function inOnePiece(bytes: Buffer): Readable {
  return new Readable({
    read() {
      if (bytes.length > 0) this.push(bytes);
      this.push(null);
    },
  });
}
