import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { parseSync } from 'vite';

/** One import or re-export, as written in a source file. */
export interface ModuleImport {
  /** What is written: `../util/result`, `react`, `node:fs`. */
  readonly specifier: string;
  /** The imported file, relative to the checkout with `/`; undefined for a package. */
  readonly file: string | undefined;
  /** True where it vanishes in compiled code. */
  readonly isType: boolean;
}

export interface SourceFile {
  /** Relative to the checkout, with `/`. */
  readonly path: string;
  readonly lineCount: number;
  readonly imports: readonly ModuleImport[];
  readonly hasDefaultExport: boolean;
  readonly exportsAll: boolean;
  readonly reExportsValues: boolean;
  /** Names, member names and string literals used in code (comments are not code), with their line. */
  readonly words: readonly { readonly word: string; readonly line: number }[];
}

const extensions = ['.ts', '.tsx', '.mts', '.mjs', '/index.ts'];

/** Parses every script below the given folders. */
export function readSources(root: string, folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) => {
    const dir = join(root, folder);
    if (!existsSync(dir)) return [];
    return readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(tsx?|mts|mjs)$/.test(name))
      .sort()
      .map((name) => readSource(root, join(dir, name)));
  });
}

function readSource(root: string, file: string): SourceFile {
  const text = readFileSync(file, 'utf8');
  const { module, program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const nodes = [...walk(program)];
  const reExports = module.staticExports.flatMap((statement) => statement.entries);
  const found = [
    ...module.staticImports.map((statement) => ({
      specifier: statement.moduleRequest.value,
      isType: statement.entries.length > 0 && statement.entries.every((entry) => entry.isType),
    })),
    ...reExports.flatMap(({ moduleRequest, isType }) =>
      moduleRequest === null ? [] : [{ specifier: moduleRequest.value, isType }],
    ),
    ...nodes.flatMap((node) => importsOfNode(node)),
  ];
  return {
    path: toPosix(relative(root, file)),
    lineCount: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports: found.map((entry) => ({ ...entry, file: resolveFile(root, file, entry.specifier) })),
    hasDefaultExport: reExports.some((entry) => entry.exportName.kind === 'Default'),
    exportsAll: reExports.some(({ importName }) => importName.kind === 'AllButDefault' || importName.kind === 'All'),
    reExportsValues: reExports.some((entry) => entry.moduleRequest !== null && !entry.isType),
    words: nodes.flatMap((node) => {
      const word = wordOf(node);
      return word === undefined ? [] : [{ word, line: text.slice(0, Number(node.start)).split('\n').length }];
    }),
  };
}

type SyntaxNode = Readonly<Record<string, unknown>>;

function* walk(value: unknown): Generator<SyntaxNode> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && 'type' in value) yield value as SyntaxNode;
  for (const child of Object.values(value)) yield* walk(child);
}

/** `import('…')` in code and in types. */
function importsOfNode(node: SyntaxNode): { specifier: string; isType: boolean }[] {
  if (node.type !== 'ImportExpression' && node.type !== 'TSImportType') return [];
  const source = node.source as SyntaxNode | undefined;
  return typeof source?.value === 'string' ? [{ specifier: source.value, isType: node.type === 'TSImportType' }] : [];
}

function wordOf(node: SyntaxNode): string | undefined {
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') return String(node.name);
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

function resolveFile(root: string, importer: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const target = resolve(dirname(importer), specifier.replace(/\?.*$/, ''));
  const isFile = (path: string) => existsSync(path) && statSync(path).isFile();
  const file = ['', ...extensions].map((extension) => target + extension).find(isFile);
  return toPosix(relative(root, file ?? target));
}

function toPosix(path: string): string {
  return path.split(sep).join(posix.sep);
}

/**
 * A way from a file back to itself, for each group of files that need one another.
 *
 * @param next which files a file needs
 */
export function findCycles(files: readonly string[], next: (file: string) => readonly string[]): readonly string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]) => {
    const seenAt = path.indexOf(file);
    if (seenAt >= 0) {
      cycles.push([...path.slice(seenAt), file]);
      return;
    }
    if (done.has(file)) return;
    for (const target of next(file)) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return cycles;
}
