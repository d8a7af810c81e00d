import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importRules } from './support/importRules';
import { findCycles, type ModuleImport, readSources, type SourceFile } from './support/moduleGraph';

const root = fileURLToPath(new URL('..', import.meta.url));
const product = readSources(root, ['shared', 'electron', 'renderer']);
const tests = readSources(root, ['tests']);
const everything = [...product, ...tests];

const maxLines = 400;

/** Ways from text to running code or markup; there is no place that needs one. */
const forbiddenWords = new Set([
  ...['dangerouslySetInnerHTML', 'innerHTML', 'outerHTML', 'insertAdjacentHTML', 'createContextualFragment', 'srcdoc'],
  ...['eval', 'Function'],
]);

/** Tools read these by their default export. */
const isConfig = (path: string) => /\.config\.(ts|mjs)$/.test(path);

test('the rules below read the sources', () => {
  for (const folder of ['shared/', 'electron/', 'renderer/', 'tests/']) {
    expect(everything.filter(({ path }) => path.startsWith(folder)).length, folder).toBeGreaterThan(3);
  }
  const importCount = product.reduce((count, { imports }) => count + imports.length, 0);
  expect(importCount).toBeGreaterThan(product.length);
});

describe('who may import whom', () => {
  test('every import is one its folder is allowed', () => {
    expect(product.flatMap((source) => source.imports.flatMap((entry) => violationOf(source, entry)))).toEqual([]);
  });

  test('the page loads messages language by language', () => {
    const readers = product.filter(
      ({ path, imports }) =>
        path.startsWith('renderer/') && imports.some(({ file }) => file === 'shared/i18n/translator.ts'),
    );
    expect(readers.map(({ path }) => `${path}: take \`translator\` from renderer/state/messages.ts`)).toEqual([]);
  });

  test('an import that breaks a rule is found', () => {
    const from = (path: string, specifier: string, isType = false) =>
      violationOf({ path }, { specifier, file: specifier.includes('/') ? specifier : undefined, isType });
    expect(from('shared/model/query.ts', 'electron')).toHaveLength(1);
    expect(from('renderer/panels/Inspector.tsx', 'electron/node/settings.ts', true)).toHaveLength(1);
    expect(from('renderer/panels/Inspector.tsx', 'renderer/canvas/Canvas.tsx')).toHaveLength(1);
    expect(from('shared/kinds/task.ts', 'shared/model/query.ts')).toHaveLength(1);
    expect(from('shared/kinds/task.ts', 'shared/model/query.ts', true)).toEqual([]);
    expect(findCycles(['a', 'b'], (file) => (file === 'a' ? ['b'] : ['a']))).toEqual([['a', 'b', 'a']]);
  });

  test('no import leads nowhere', () => {
    const paths = new Set(everything.map(({ path }) => path));
    const isScript = (file: string) => !/\.(css|otf|svg|json|wasm|html|roleweave)$/.test(file);
    const lost = everything.flatMap(({ path, imports }) =>
      imports.flatMap(({ file, specifier }) =>
        file !== undefined && isScript(file) && !paths.has(file) ? [`${path} imports ${specifier}`] : [],
      ),
    );
    expect(lost).toEqual([]);
  });

  test('no file needs itself in a roundabout way', () => {
    const byPath = new Map(everything.map((source) => [source.path, source]));
    const valueImports = (path: string) =>
      (byPath.get(path)?.imports ?? []).flatMap(({ file, isType }) =>
        file !== undefined && !isType && byPath.has(file) ? [file] : [],
      );
    const cycles = findCycles([...byPath.keys()], valueImports);
    expect(cycles.map((cycle) => `${cycle.join(' -> ')}: move what both need into a third file`)).toEqual([]);
  });
});

describe('how files are written', () => {
  test('no file is long', () => {
    const long = everything.filter(({ path, lineCount }) => !path.includes('.generated.') && lineCount > maxLines);
    expect(long.map(({ path, lineCount }) => `${path} has ${lineCount} lines; split it, ${maxLines} at most`)).toEqual(
      [],
    );
  });

  test('exports have names', () => {
    const nameless = everything.filter(({ path, hasDefaultExport }) => hasDefaultExport && !isConfig(path));
    expect(nameless.map(({ path }) => `${path} has a default export; export by name`)).toEqual([]);
    const all = everything.filter(({ exportsAll }) => exportsAll);
    expect(all.map(({ path }) => `${path} has \`export *\`; import from the file that has it`)).toEqual([]);
  });

  test('an index.ts is a registry, not a list of re-exports', () => {
    const barrels = product.filter(({ path, reExportsValues }) => path.endsWith('/index.ts') && reExportsValues);
    expect(barrels.map(({ path }) => `${path} re-exports; import from the file that has it`)).toEqual([]);
  });

  test('no text becomes code or markup', () => {
    const hits = product
      .filter(({ path }) => !path.startsWith('electron/dev/'))
      .flatMap(({ path, words }) =>
        words.flatMap(({ word, line }) =>
          forbiddenWords.has(word) ? [`${path}:${line} uses ${word}; build elements, set textContent`] : [],
        ),
      );
    expect(hits).toEqual([]);
  });
});

function violationOf({ path }: Pick<SourceFile, 'path'>, { specifier, file, isType }: ModuleImport): readonly string[] {
  const owner = Object.keys(importRules)
    .filter((key) => isWithin(path, key))
    .sort((a, b) => b.length - a.length)[0];
  if (owner === undefined) return [`${path}: its folder has no rule yet; add one to tests/support/importRules.ts`];
  const allowed = importRules[owner] ?? [];
  const target = file ?? specifier;
  const isAllowed = allowed.some((entry) =>
    entry.startsWith('types:') ? isType && isWithin(target, entry.slice('types:'.length)) : isWithin(target, entry),
  );
  if (isAllowed || (file !== undefined && isWithin(file, owner)) || isAsset(file)) return [];
  return [
    `${path} imports ${specifier}${isType ? ' (types)' : ''}; ${owner} may import ${allowed.join(', ') || 'nothing'}`,
  ];
}

/** `react` covers `react/jsx-runtime`, `shared/model` covers `shared/model/ids.ts`, `node:` covers `node:fs`. */
function isWithin(target: string, entry: string): boolean {
  return (
    target === entry || target.startsWith(entry.endsWith(':') ? entry : `${entry}/`) || target.startsWith(`${entry}.`)
  );
}

/** Styles, fonts and pictures are the page's own. */
function isAsset(file: string | undefined): boolean {
  return file !== undefined && (file.startsWith('assets/') || file.endsWith('.css'));
}
