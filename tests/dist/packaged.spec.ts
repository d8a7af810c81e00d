import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { repositoryDir } from '../../electron/dev/paths.mjs';
import { serializeFile } from '../../shared/file/serialize';
import { aDocument, aTask } from '../support/builders';
import { launchPackagedApp } from '../support/electronApp';

const executablePath = process.env.ROLEWEAVE_PACKAGED;

test('the packaged app opens the file it is started with', async () => {
  expect(executablePath, 'set by `npm test`, which packages the app first').toBeTruthy();
  const dir = await mkdtemp(join(tmpdir(), 'roleweave-packaged-'));
  const file = join(dir, '소포 parcel.roleweave');
  await writeFile(file, serializeFile(aDocument({ nodes: [aTask({ label: '소포 확인' })] })));
  const { app, page, close } = await launchPackagedApp(executablePath ?? '', { files: [file], lang: 'en' });
  try {
    expect(await app.evaluate(({ app: electronApp }) => electronApp.isPackaged)).toBe(true);
    expect(await app.evaluate(({ app: electronApp }) => electronApp.getAppPath())).toMatch(/app\.asar$/);
    await expect(page.getByText('소포 확인').first()).toBeVisible();
    const windowTitle = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
    await expect.poll(windowTitle).toContain('소포 parcel');
  } finally {
    await close();
    await rm(dir, { recursive: true, force: true });
  }
});

/** Namespaces, and what the libraries say in their own errors; nothing that is ever fetched. */
const namedHosts = [
  'www.w3.org',
  'json-schema.org',
  'react.dev',
  'reactflow.dev',
  'base-ui.com',
  // The licence of ELK, and a message of the bundler's own few lines.
  'www.eclipse.org',
  'rolldown.rs',
  // Names of formats that the writer of PDFs puts into files or cites; it fetches none of them.
  'tools.ietf.org',
  'www.aiim.org',
  'ns.adobe.com',
  'purl.org',
];

test('the package holds what runs and its licences: no tests, no sources, no trace of the machine it was built on', async () => {
  test.skip(process.platform === 'darwin', 'the archive lies elsewhere there');
  const resources = join(dirname(executablePath ?? ''), 'resources');
  expect((await readdir(resources)).filter((name) => !/^(app\.asar|app-update\.yml|elevate\.exe)$/.test(name))).toEqual(
    [],
  );
  const files = await readArchive(join(resources, 'app.asar'));
  const names = [...files.keys()];
  expect(names).toEqual(
    expect.arrayContaining(['LICENSE', 'package.json', 'out/main/main.cjs', 'out/assets/licences.json']),
  );
  expect(names.filter((name) => /\.(map|tsx?|test\.\w+)$|node_modules|(^|\/)(tests|\.)/.test(name))).toEqual([]);
  const hosts = new Set<string>();
  for (const [name, bytes] of files) {
    if (!/\.(c?js|html|css|json)$/.test(name)) continue;
    const text = bytes.toString('utf8');
    expect(text.includes(repositoryDir), `${name} names the checkout`).toBe(false);
    expect(text, name).not.toMatch(/^\/\/# sourceMappingURL=/m);
    if (!/^out\/(main|preload|rasterizer|renderer)\//.test(name)) continue;
    for (const [, host = ''] of text.matchAll(/https?:\/\/([a-z0-9.-]+\.[a-z]+)/g)) hosts.add(host);
  }
  expect([...hosts].filter((host) => !namedHosts.includes(host))).toEqual([]);
});

/** The files of an asar archive by path: a length-prefixed JSON index, then their bytes one after the other. */
async function readArchive(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const bytes = await readFile(path);
  const start = 8 + bytes.readUInt32LE(4);
  const index: Entry = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12)));
  const found = new Map<string, Buffer>();
  const walk = ({ files = {} }: Entry, folder: string): void => {
    for (const [name, entry] of Object.entries(files)) {
      const at = start + Number(entry.offset);
      if (entry.files === undefined) found.set(`${folder}${name}`, bytes.subarray(at, at + (entry.size ?? 0)));
      else walk(entry, `${folder}${name}/`);
    }
  };
  walk(index, '');
  return found;
}

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly offset?: string;
  readonly size?: number;
}
