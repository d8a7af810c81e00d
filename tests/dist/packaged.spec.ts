import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchPackagedApp } from '../support/electronApp';

const executablePath = process.env.ROLEWEAVE_PACKAGED;

test('the packaged app opens the file it is started with', async () => {
  expect(executablePath, 'set by `npm test`, which packages the app first').toBeTruthy();
  const dir = await mkdtemp(join(tmpdir(), 'roleweave-packaged-'));
  const file = join(dir, 'Packaged 역할.roleweave');
  await copyFile(join(import.meta.dirname, 'packaged.roleweave'), file);
  const { app, page, close } = await launchPackagedApp(executablePath ?? '', { files: [file], lang: 'en' });
  try {
    expect(await app.evaluate(({ app: electronApp }) => electronApp.isPackaged)).toBe(true);
    expect(await app.evaluate(({ app: electronApp }) => electronApp.getAppPath())).toMatch(/app\.asar$/);
    await expect(page).toHaveTitle(/Packaged 역할/);
    await expect(page.getByText('Check the packaged parcel')).toBeVisible();
  } finally {
    await close();
    await rm(dir, { recursive: true, force: true });
  }
});
