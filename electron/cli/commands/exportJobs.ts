import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { type ExportFormat, exporters, exportFormats } from '../../../shared/export/index';
import type { Translate } from '../../../shared/i18n/messages';
import { err, ok, type Result } from '../../../shared/util/result';

/** What was asked for. */
interface ExportRequest {
  readonly files: readonly string[];
  /** As typed: a file, a folder, or a pattern with `{name}`. */
  readonly output: string;
  /** Asked for by name; otherwise the output's extension says it. */
  readonly format: ExportFormat | null;
}

export interface Job {
  readonly input: string;
  readonly output: string;
  readonly format: ExportFormat;
}

/** Which file is written where; the error is a sentence about what of the command line does not work out. */
export async function jobsOf(request: ExportRequest, t: Translate): Promise<Result<readonly Job[], string>> {
  const { files, output } = request;
  const intoFolder = /[/\\]$/.test(output) || (await isFolder(output));
  const perName = output.includes('{name}');
  if (files.length > 1 && !intoFolder && !perName) return err(t('cli.oneOutput', { output, name: '{name}' }));
  const format = request.format ?? (intoFolder ? 'png' : formatOf(output));
  if (format === null) return err(t('cli.unknownFormat', { output, formats: exportFormats.join(', ') }));

  const jobs = files.map((input): Job => {
    const name = basename(input).replace(/\.(roleweave|json)$/i, '');
    const named = perName ? output.replaceAll('{name}', name) : output;
    return { input, format, output: intoFolder ? join(named, `${name}.${exporters[format].extension}`) : named };
  });
  const inputByOutput = new Map<string, string>();
  for (const { input, output: path } of jobs) {
    const other = inputByOutput.get(resolve(path));
    if (other !== undefined) return err(t('cli.sameOutput', { first: other, second: input, output: path }));
    inputByOutput.set(resolve(path), input);
  }
  const inputs = new Set(files.map((file) => resolve(file)));
  const lost = jobs.find((job) => inputs.has(resolve(job.output)));
  return lost === undefined ? ok(jobs) : err(t('cli.overInput', { output: lost.output }));
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

/** The format that a file name's extension says. */
function formatOf(path: string): ExportFormat | null {
  const name = basename(path).toLowerCase();
  return exportFormats.find((format) => name.endsWith(`.${exporters[format].extension}`)) ?? null;
}
