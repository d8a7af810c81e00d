import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { exportErrorMessage } from '../../../shared/export/exportErrorMessage';
import type { ExportOptions, ExportTools } from '../../../shared/export/exporter';
import { exporters } from '../../../shared/export/index';
import { describeRepair } from '../../../shared/file/problems';
import type { Translate } from '../../../shared/i18n/messages';
import { fileErrorMessage } from '../../../shared/ipc/fileErrorMessage';
import type { ViewId } from '../../../shared/layout/views/index';
import { mainLanguage, wordsIn } from '../../../shared/model/localizedText';
import { roleNamed } from '../../../shared/model/query';
import { err, ok, type Result } from '../../../shared/util/result';
import { writeFileAtomically } from '../../node/atomicWrite';
import { codeOf } from '../../node/fileErrors';
import { arranged } from '../arranged';
import { openProject } from '../projects';
import type { Terminal } from './command';
import type { Job } from './exportJobs';

/** What pictures are made with; `role`: by name or id, through whose eyes each diagram is seen. */
export interface Wanted {
  readonly options: ExportOptions;
  readonly role: string | null;
  /** `null`: as it was drawn. */
  readonly view: ViewId | null;
}

/** Exports one file after the other; a failed one does not keep the rest from being made. Answers how many failed. */
export async function exportFiles(
  jobs: readonly Job[],
  wanted: Wanted,
  tools: ExportTools,
  terminal: Terminal,
  t: Translate,
): Promise<number> {
  let failed = 0;
  for (const job of jobs) {
    const done = await exportFile(job, wanted, tools, terminal, t);
    if (done.ok) terminal.out(done.value);
    else {
      failed++;
      terminal.problem(done.error);
    }
  }
  return failed;
}

async function exportFile(
  { input, output, format }: Job,
  wanted: Wanted,
  tools: ExportTools,
  terminal: Terminal,
  t: Translate,
): Promise<Result<string, string>> {
  const opened = await openProject(input, t);
  if (!opened.ok) return err(`${input}: ${opened.error}`);
  const { document, repairs } = opened.value;
  for (const repair of repairs) terminal.problem(`${input}: ${t('cli.warning')} ${describeRepair(repair, t)}`);
  const role = wanted.role === null ? null : roleNamed(document, wanted.role);
  if (role === undefined) {
    const known = [...document.roles.values()].map(({ name }) => wordsIn(name, mainLanguage(wanted.options.language)));
    return err(`${input}: ${t('cli.noRole', { role: wanted.role ?? '', known: known.join(', ') })}`);
  }
  const options = role === null ? wanted.options : { ...wanted.options, roleId: role.id };
  const shown = wanted.view === null ? document : arranged(document, wanted.view);
  const bytes = await exporters[format].write(shown, options, tools);
  if (!bytes.ok) return err(`${input}: ${exportErrorMessage(bytes.error, t)}`);
  const written = await write(output, bytes.value, t);
  if (!written.ok) return err(`${output}: ${written.error}`);
  const size = exporters[format].size(shown, options);
  if (size === null) return ok(output);
  return ok(`${output}  ${size.width} × ${size.height}${size.unit === 'mm' ? ' mm' : ''}`);
}

async function write(path: string, bytes: Uint8Array, t: Translate): Promise<Result<null, string>> {
  try {
    await makeFolder(dirname(path));
  } catch (reason) {
    const code = codeOf(reason);
    if (code === '') throw reason;
    return err(t('cli.noFolder', { folder: dirname(path), code }));
  }
  const written = await writeFileAtomically(path, bytes);
  return written.ok ? ok(null) : err(fileErrorMessage(written.error, t));
}

/**
 * With the folders above it. `mkdir`'s own `recursive` never comes back where folders cannot be made at all although
 * nothing forbids it (`-o /proc/out/x.png`).
 */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (reason) {
    const code = codeOf(reason);
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(path) === path) throw reason;
    await makeFolder(dirname(path));
    await mkdir(path);
  }
}
