import { join } from 'node:path';
import { distDir, repositoryDir } from './dev/paths.mjs';

const summary = {
  en: 'Diagrams of how people work together: roles, steps and hand-offs as data.',
  ko: '사람들이 함께 일하는 방식을 역할, 단계, 인계로 그리는 다이어그램 편집기',
};

/**
 * What a package for users must not be able to do: run as plain Node, take code from the environment, the command line
 * or a folder beside its archive, or be debugged from outside.
 *
 * @type {NonNullable<import('electron-builder').Configuration['electronFuses']>}
 */
const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  // Electron checks its archive on these two systems only.
  enableEmbeddedAsarIntegrityValidation: process.platform !== 'linux',
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
  resetAdHocDarwinSignature: process.platform === 'darwin',
};

/**
 * @param {{ electronDist: string, electronVersion: string, isForUsers: boolean }} options electronDist: folder of the
 *   unpacked runtime; isForUsers: false for the smoke test, whose package must stay open to the test driver
 * @returns {import('electron-builder').Configuration}
 */
export function createBuilderConfig({ electronDist, electronVersion, isForUsers }) {
  const icon = (/** @type {string} */ name) => join(repositoryDir, 'assets', 'icon', name);
  return {
    appId: 'org.roleweave.app',
    productName: 'Roleweave',
    copyright: 'Copyright © 2026 Roleweave contributors',
    directories: { output: distDir, buildResources: join(repositoryDir, 'assets', 'icon') },
    files: ['out/{main,preload,rasterizer,renderer,assets,cli}/**', 'LICENSE', '!**/*.map'],
    extraMetadata: { desktopName: 'roleweave.desktop', homepage: 'https://roleweave.example/' },
    asar: true,
    electronDist,
    electronVersion,
    // Everything is bundled; there is no native module to rebuild and nothing is published from a checkout.
    npmRebuild: false,
    publish: null,
    ...(isForUsers && { electronFuses: fuses }),
    fileAssociations: [
      {
        ext: 'roleweave',
        name: 'Roleweave diagram',
        description: 'Roleweave diagram (롤위브 다이어그램)',
        mimeType: 'application/vnd.roleweave+json',
        role: 'Editor',
      },
    ],
    linux: {
      target: ['AppImage', 'deb'],
      executableName: 'roleweave',
      icon: icon('png'),
      category: 'Office',
      maintainer: 'Roleweave contributors <contributors@roleweave.example>',
      synopsis: summary.en,
      description: summary.en,
      mimeTypes: ['application/vnd.roleweave+json'],
      syncDesktopName: true,
      desktop: {
        entry: {
          Name: 'Roleweave',
          'Name[ko]': '롤위브',
          GenericName: 'Diagram editor',
          'GenericName[ko]': '다이어그램 편집기',
          Comment: summary.en,
          'Comment[ko]': summary.ko,
          Keywords: 'diagram;roles;RACI;workflow;',
          'Keywords[ko]': '다이어그램;역할;협업;업무 흐름;RACI;',
          StartupWMClass: 'roleweave',
        },
      },
    },
    win: { target: ['nsis'], icon: icon('icon.ico') },
    nsis: {
      oneClick: false,
      // File associations need it.
      perMachine: true,
      allowToChangeInstallationDirectory: true,
      installerLanguages: ['en_US', 'ko_KR'],
      multiLanguageInstaller: true,
      displayLanguageSelector: false,
    },
    mac: {
      target: ['dmg'],
      icon: icon('icon.icns'),
      category: 'public.app-category.productivity',
      electronLanguages: ['en', 'ko'],
      extendInfo: { CFBundleLocalizations: ['en', 'ko'], LSHasLocalizedDisplayName: true },
      extraResources: ['en.lproj', 'ko.lproj'].map((name) => ({
        from: join(repositoryDir, 'electron', 'dev', 'mac', name),
        to: name,
      })),
    },
  };
}
