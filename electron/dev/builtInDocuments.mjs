import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { repositoryDir } from './paths.mjs';

const suffix = '.roleweave?document';

/**
 * A part of the build: `import { document } from 'x.roleweave?document'` gives what the file holds, read and checked
 * when the app is built, so that no start has to do it again.
 *
 * @returns {import('vite').Plugin}
 */
export function builtInDocuments() {
  /** @type {Promise<{ module: typeof import('../../shared/file/parse') }> | undefined} */
  let reader;
  return {
    name: 'roleweave-built-in-documents',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(suffix)) return null;
      const file = id.slice(0, id.lastIndexOf('?'));
      this.addWatchFile(file);
      reader ??= runnerImport(join(repositoryDir, 'shared', 'file', 'parse.ts'), { configFile: false });
      const parsed = (await reader).module.parseFile(await readFile(file, 'utf8'));
      if (!parsed.ok) this.error(`${file} does not open: ${JSON.stringify(parsed.error)}`);
      if (parsed.value.repairs.length > 0) this.error(`${file} has faults: ${JSON.stringify(parsed.value.repairs)}`);
      return { code: `export const document = ${literalOf(parsed.value.document)};`, map: null };
    },
  };
}

/**
 * The value as an expression of JavaScript: all that documents are made of, which is JSON and maps.
 *
 * @param {unknown} value
 * @returns {string}
 */
function literalOf(value) {
  if (value instanceof Map) return `new Map(${literalOf([...value])})`;
  if (Array.isArray(value)) return `[${value.map(literalOf).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([name, field]) => `[${JSON.stringify(name)}]:${literalOf(field)}`).join(',')}}`;
}
