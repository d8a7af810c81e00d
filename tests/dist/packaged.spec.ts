import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
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
