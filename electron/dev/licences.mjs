import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryDir } from './paths.mjs';

const packagePattern = /[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/](?!.*[\\/]node_modules[\\/])/;

/** What ships beside the packages in the bundles, its licence and where that lies. */
const shippedBesideCode = [
  { name: 'Electron', licence: 'MIT', file: 'node_modules/electron/LICENSE', more: chromiumNote() },
  { name: 'Pretendard', licence: 'OFL-1.1', file: 'assets/fonts/LICENSE.txt' },
  { name: 'Lucide', licence: 'ISC', file: 'node_modules/lucide-react/LICENSE' },
];

function chromiumNote() {
  return (
    'Electron contains Chromium, Node.js, V8, FFmpeg and others. Their licences are in LICENSES.chromium.html, ' +
    "in the folder of the app's executable."
  );
}

/**
 * @typedef {object} Licence
 * @property {string} name of the package, with its version
 * @property {string} licence its SPDX name
 * @property {string} text
 */

/** For packages that name their licence and carry no copy of it. */
/** @type {Readonly<Record<string, string>>} */
const standardTexts = {
  MIT:
    'Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated ' +
    'documentation files (the "Software"), to deal in the Software without restriction, including without limitation ' +
    'the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and ' +
    'to permit persons to whom the Software is furnished to do so, subject to the following conditions:\n\n' +
    'The above copyright notice and this permission notice shall be included in all copies or substantial portions ' +
    'of the Software.\n\n' +
    'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO ' +
    'THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE ' +
    'AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF ' +
    'CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER ' +
    'DEALINGS IN THE SOFTWARE.',
  'MPL-2.0':
    'This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. It is used unchanged. ' +
    'A copy of the licence is at https://mozilla.org/MPL/2.0/.',
};

/**
 * Notes which packages end up in the bundles, and prints their licences: what ships decides the list, so it cannot
 * miss a dependency of a dependency.
 *
 * @returns {{ plugin: import('vite').Plugin, toList: () => Promise<Licence[]> }}
 */
export function createLicenceCollector() {
  /** @type {Map<string, string>} package folder by name */
  const packages = new Map();
  return {
    plugin: {
      name: 'roleweave-licences',
      generateBundle(_options, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type !== 'chunk') continue;
          for (const moduleId of output.moduleIds) {
            const match = packagePattern.exec(moduleId);
            if (match?.[1] === undefined) continue;
            const end = match.index + match[0].length - 1;
            packages.set(match[1].replaceAll('\\', '/'), moduleId.slice(0, end).replace(/^\0/, ''));
          }
        }
      },
    },
    async toList() {
      const list = [];
      for (const { name, licence, file, more } of shippedBesideCode) {
        const text = await readFile(join(repositoryDir, file), 'utf8');
        list.push({ name, licence, text: [text.trim(), more].filter(Boolean).join('\n\n') });
      }
      for (const [name, dir] of [...packages].sort(([a], [b]) => (a < b ? -1 : 1)))
        list.push(await licenceOf(name, dir));
      return list;
    },
  };
}

/** @param {string} name @param {string} dir @returns {Promise<Licence>} */
async function licenceOf(name, dir) {
  const manifest = JSON.parse(await readFile(join(dir, 'package.json'), 'utf8'));
  const file = (await readdir(dir)).find((entry) => /^(licen[cs]e|copying)(\.|-|$)/i.test(entry));
  const own = file === undefined ? null : (await readFile(join(dir, file), 'utf8')).trim();
  // Some packages name it nowhere but in the text's own first line.
  const licence = manifest.license ?? /^(\S+) License/.exec(own ?? '')?.[1] ?? 'see below';
  const named = { name: `${name} ${manifest.version}`, licence };
  if (own !== null) return { ...named, text: own };
  const { repository, author } = manifest;
  const by = typeof author === 'string' ? author : author?.name;
  const at = typeof repository === 'string' ? repository : repository?.url;
  const standard = standardTexts[manifest.license] ?? '';
  return { ...named, text: [by && `By ${by}.`, at && `Source: ${at}`, standard].filter(Boolean).join('\n') };
}
