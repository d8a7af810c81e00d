import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryDir } from './paths.mjs';

const packagePattern = /[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/](?!.*[\\/]node_modules[\\/])/;

/** Licences of what ships beside code: the folder or package and how to call it. */
const shippedBesideCode = [
  { title: 'Pretendard (font)', file: 'assets/fonts/LICENSE.txt' },
  { title: 'Lucide (icons)', file: 'node_modules/lucide-react/LICENSE' },
];

/**
 * Notes which packages end up in the bundles, and prints their licences: what ships decides the list, so it cannot
 * miss a dependency of a dependency.
 *
 * @returns {{ plugin: import('vite').Plugin, toText: () => Promise<string> }}
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
    async toText() {
      const sections = [];
      for (const { title, file } of shippedBesideCode) {
        sections.push({ title, text: await readFile(join(repositoryDir, file), 'utf8') });
      }
      for (const [name, dir] of [...packages].sort(([a], [b]) => (a < b ? -1 : 1))) {
        sections.push(await licenceOf(name, dir));
      }
      return sections
        .map(({ title, text }) => `${title}\n${'='.repeat(title.length)}\n\n${text.trim()}\n`)
        .join('\n\n');
    },
  };
}

/** @param {string} name @param {string} dir */
async function licenceOf(name, dir) {
  const manifest = JSON.parse(await readFile(join(dir, 'package.json'), 'utf8'));
  const title = `${name} ${manifest.version} (${manifest.license ?? 'see below'})`;
  const file = (await readdir(dir)).find((entry) => /^(licen[cs]e|copying)(\.|-|$)/i.test(entry));
  if (file !== undefined) return { title, text: await readFile(join(dir, file), 'utf8') };
  const { repository, author } = manifest;
  const by = typeof author === 'string' ? author : author?.name;
  const at = typeof repository === 'string' ? repository : repository?.url;
  return { title, text: [by && `By ${by}.`, at && `Source: ${at}`].filter(Boolean).join('\n') };
}
