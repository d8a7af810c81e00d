import { describeRepair } from '../../../shared/file/problems';
import { languages } from '../../../shared/i18n/language';
import type { DiagramDocument } from '../../../shared/model/document';
import { checkDocument, type Problem } from '../../../shared/rules/checker';
import { describeProblem, namesIn } from '../../../shared/rules/describe';
import { err, ok } from '../../../shared/util/result';
import { oneOf } from '../optionValues';
import { openProject } from '../projects';
import { type Command, type CommandContext, exitCodes } from './command';

/** What `--json` writes; people's programs read it, so fields are only ever added. */
interface Report {
  readonly version: 1;
  readonly files: readonly FileReport[];
}

interface FileReport {
  readonly file: string;
  /** Why it could not be read; then it has no problems. */
  readonly error?: string;
  readonly problems: readonly ReportedProblem[];
}

interface ReportedProblem {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
  readonly why: string;
  readonly nodes: readonly { readonly id: string; readonly name: string }[];
  readonly edges: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  /** How many there are of what the rule counts; `null` for rules that count nothing. */
  readonly count: number | null;
}

/** Lists what is wrong in projects, as the window does. */
export const checkCommand: Command = {
  help: (t) => t('cli.check.help'),
  options: { json: { type: 'boolean' } },
  async run(files, values, context) {
    const { terminal, t } = context;
    if (files.length === 0) return err(t('cli.check.noFiles'));
    const lang = oneOf(values, 'lang', languages, t);
    if (!lang.ok) return lang;
    const reports: FileReport[] = [];
    for (const file of files) reports.push(await checkFile(file, context));
    const report: Report = { version: 1, files: reports };
    if (values.json === true) terminal.out(JSON.stringify(report, null, 2));
    else for (const line of reports.flatMap((one) => linesOf(one, context))) terminal.out(line);
    if (reports.some(({ error }) => error !== undefined)) return ok(exitCodes.failed);
    return ok(reports.some(({ problems }) => problems.length > 0) ? exitCodes.problems : exitCodes.done);
  },
};

async function checkFile(file: string, context: CommandContext): Promise<FileReport> {
  const { terminal, t } = context;
  const opened = await openProject(file, t);
  if (!opened.ok) {
    terminal.problem(`${file}: ${opened.error}`);
    return { file, error: opened.error, problems: [] };
  }
  const { document, repairs } = opened.value;
  for (const repair of repairs) terminal.problem(`${file}: ${t('cli.warning')} ${describeRepair(repair, t)}`);
  return { file, problems: checkDocument(document).map((problem) => reported(problem, document, context)) };
}

function reported(problem: Problem, document: DiagramDocument, { language, t }: CommandContext): ReportedProblem {
  const { rule, severity, nodeIds, edgeIds, roleIds, count = null } = problem;
  const names = namesIn(document, language, t);
  return {
    rule,
    severity,
    title: t(`rule.${rule}`),
    message: describeProblem(problem, names),
    why: t(`rule.${rule}.why`),
    nodes: nodeIds.map((id) => ({ id, name: names.node(id) })),
    edges: edgeIds.map((id) => ({ id, ...names.ends(id) })),
    roles: roleIds.map((id) => ({ id, name: names.role(id) })),
    count,
  };
}

function linesOf({ file, error, problems }: FileReport, { t }: CommandContext): readonly string[] {
  if (error !== undefined) return [];
  if (problems.length === 0) return [`${file}: ${t('cli.check.none')}`];
  return problems.map(({ title, message }) => `${file}: ${title}: ${message}`);
}
