import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createBuilderConfig } from '../../../electron/builder.config.mjs';
import { repositoryDir } from '../../../electron/dev/paths.mjs';
import { decodePng } from '../../support/decodePng';

const forUsers = createBuilderConfig({ electronDist: '/electron', electronVersion: '1.0.0', isForUsers: true });

describe('the installers', () => {
  test('are made for Windows, macOS and Linux', () => {
    expect([forUsers.win?.target, forUsers.mac?.target, forUsers.linux?.target]).toEqual([
      ['nsis'],
      ['dmg'],
      ['AppImage', 'deb'],
    ]);
  });

  test('name the app as the running app names itself, and open project files with it', () => {
    const main = readFileSync(join(repositoryDir, 'electron', 'main.ts'), 'utf8');
    expect(main).toContain(`setAppUserModelId('${forUsers.appId}')`);
    expect(forUsers.fileAssociations).toMatchObject([{ ext: 'roleweave', role: 'Editor' }]);
  });

  test('have a Korean and an English name', () => {
    expect(forUsers.linux?.desktop?.entry).toMatchObject({ Name: 'Roleweave', 'Name[ko]': '롤위브' });
    const named = (name: string) =>
      readFileSync(join(repositoryDir, 'electron', 'dev', 'mac', name, 'InfoPlist.strings'), 'utf8');
    expect(named('en.lproj')).toContain('CFBundleDisplayName = "Roleweave";');
    expect(named('ko.lproj')).toContain('CFBundleDisplayName = "롤위브";');
    expect(forUsers.nsis?.installerLanguages).toEqual(['en_US', 'ko_KR']);
  });

  test('close what a package for users must not do, and leave the smoke test’s package open to its driver', () => {
    expect(forUsers.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
    });
    const forTests = createBuilderConfig({ electronDist: '/electron', electronVersion: '1.0.0', isForUsers: false });
    expect(forTests.electronFuses).toBeUndefined();
  });
});

describe('the icon', () => {
  const icon = (name: string) => readFileSync(join(repositoryDir, 'assets', 'icon', name));

  test.each([16, 24, 32, 48, 64, 128, 256, 512, 1024])('is there %i pixels wide', (sizePx) => {
    const { width, height } = decodePng(icon(`png/${sizePx}x${sizePx}.png`));
    expect([width, height]).toEqual([sizePx, sizePx]);
  });

  test('of Windows has every size up to 256 pixels', () => {
    const ico = icon('icon.ico');
    const sizesPx = Array.from({ length: ico.readUInt16LE(4) }, (_, i) => ico.readUInt8(6 + 16 * i) || 256);
    expect(sizesPx).toEqual(expect.arrayContaining([16, 24, 32, 48, 256]));
  });

  test('of macOS has every size up to 1024 pixels', () => {
    const icns = icon('icon.icns');
    expect(icns.subarray(0, 4).toString('latin1')).toBe('icns');
    const widthsPx: number[] = [];
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      widthsPx.push(decodePng(icns.subarray(at + 8, at + icns.readUInt32BE(at + 4))).width);
    }
    expect(widthsPx).toEqual(expect.arrayContaining([16, 32, 128, 256, 512, 1024]));
  });
});
