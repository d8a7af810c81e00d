import { basename } from 'node:path';
import { type Comparison, compareDocuments, isNothing } from '../../../shared/compare/compareDocuments';
import { comparisonLines, comparisonMarkdown, describeDifference, namesInBoth } from '../../../shared/compare/describe';
import { describeRepair } from '../../../shared/file/problems';
import { languages } from '../../../shared/i18n/language';
import { type DiagramDocument, emptyDocument } from '../../../shared/model/document';
import { err, ok } from '../../../shared/util/result';
import { oneOf } from '../optionValues';
import { openProject } from '../projects';
import { type Command, type CommandContext, exitCodes } from './command';

/** What `--json` writes; people's programs read it, so fields are only ever added. */
interface Report {
  readonly version: 1;
  readonly before: string;
  readonly after: string;
  readonly differences: readonly ReportedDifference[];
  /** What only lies or is drawn elsewhere. */
  readonly layout: Comparison['layout'];
}

interface ReportedDifference {
  readonly kind: string;
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  readonly message: string;
  readonly nodes: readonly { readonly id: string; readonly name: string }[];
  readonly edges: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  readonly roles: readonly { readonly id: string; readonly name: string }[];
}

/** Says what is different in two projects. */
export const diffCommand: Command = {
  help: (t) => t('cli.diff.help'),
  options: { json: { type: 'boolean' }, markdown: { type: 'boolean' } },
  async run(files, values, context) {
    const { terminal, language, t } = context;
    const [beforePath, afterPath, ...more] = files;
    if (beforePath === undefined || afterPath === undefined || more.length > 0) return err(t('cli.diff.twoFiles'));
    if (values.json === true && values.markdown === true) return err(t('cli.diff.oneForm'));
    const lang = oneOf(values, 'lang', languages, t);
    if (!lang.ok) return lang;
    const [before, after] = [await read(beforePath, context), await read(afterPath, context)];
    if (before === null || after === null) return ok(exitCodes.failed);
    const comparison = compareDocuments(before, after);
    if (values.json === true)
      terminal.out(JSON.stringify(reportOf(comparison, beforePath, afterPath, context), null, 2));
    else if (values.markdown === true) {
      const heading = `${basename(beforePath)} → ${basename(afterPath)}`;
      terminal.out(comparisonMarkdown(comparison, heading, language, t).trimEnd());
    } else for (const line of linesOf(comparison, context)) terminal.out(line);
    return ok(isNothing(comparison) ? exitCodes.done : exitCodes.problems);
  },
};

function linesOf(comparison: Comparison, { language, t }: CommandContext): readonly string[] {
  const lines = comparisonLines(comparison, language, t);
  return lines.length === 0 ? [t('compare.none')] : lines;
}

/** What git names a file that is not there in one of two versions. */
const NO_FILE = ['/dev/null', 'nul', 'NUL'];

/** A project that is to be compared; `null` when it cannot be read, which has been said. */
async function read(path: string, { terminal, t }: CommandContext): Promise<DiagramDocument | null> {
  if (NO_FILE.includes(path)) return emptyDocument;
  const opened = await openProject(path, t);
  if (!opened.ok) {
    terminal.problem(`${path}: ${opened.error}`);
    return null;
  }
  const { document, repairs } = opened.value;
  for (const repair of repairs) terminal.problem(`${path}: ${t('cli.warning')} ${describeRepair(repair, t)}`);
  return document;
}

function reportOf(comparison: Comparison, before: string, after: string, { language, t }: CommandContext): Report {
  const names = namesInBoth(comparison, language, t);
  return {
    version: 1,
    before,
    after,
    differences: comparison.differences.map((difference) => ({
      kind: difference.name,
      change: difference.tone,
      message: describeDifference(difference, names),
      nodes: difference.nodeIds.map((id) => ({ id, name: names.node(id) })),
      edges: difference.edgeIds.map((id) => ({ id, ...names.ends(id) })),
      roles: difference.roleIds.map((id) => ({ id, name: names.role(id) })),
    })),
    layout: comparison.layout,
  };
}
