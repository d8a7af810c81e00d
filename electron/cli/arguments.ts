import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultExportOptions, type ExportOptions } from '../../shared/export/exporter';
import { type ExportFormat, exporters, exportFormats } from '../../shared/export/index';
import { MAX_MARGIN_PX, MAX_SCALE, MIN_SCALE } from '../../shared/export/limits';
import { type Language, languageForLocale, languages } from '../../shared/i18n/language';
import type { Translate } from '../../shared/i18n/messages';
import { labelLanguages } from '../../shared/model/localizedText';
import { themeNames } from '../../shared/scene/theme';
import { err, ok, type Result } from '../../shared/util/result';

export interface ExportCommand {
  readonly type: 'export';
  readonly files: readonly string[];
  /** As typed: a file, a folder, or a pattern with `{name}`. */
  readonly output: string;
  /** Asked for by name; otherwise the output's extension says it. */
  readonly format: ExportFormat | null;
  readonly options: ExportOptions;
}

export type Command = { readonly type: 'help' } | { readonly type: 'version' } | ExportCommand;

const optionTypes = {
  output: { type: 'string', short: 'o' },
  format: { type: 'string' },
  scale: { type: 'string' },
  margin: { type: 'string' },
  lang: { type: 'string' },
  theme: { type: 'string' },
  transparent: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** The language of messages and, unless another one is asked for, of the picture. */
export function languageOf(args: readonly string[], env: Environment): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
  const known = languages.find((language) => language === asked);
  // As the C library looks them up; an empty one counts as unset.
  return known ?? languageForLocale(env.LC_ALL || env.LC_MESSAGES || env.LANG || 'en');
}

/** What a command line asks for; the error is a sentence for people. */
export function parseCommand(args: readonly string[], language: Language, t: Translate): Result<Command, string> {
  const parsed = parsedOptions(args);
  if (!parsed.ok) return err(t('cli.unknownOption', { option: parsed.error }));
  const { values, positionals } = parsed.value;
  if (values.help === true) return ok({ type: 'help' });
  if (values.version === true) return ok({ type: 'version' });
  const [command, ...files] = positionals;
  if (command === undefined) return err(t('cli.noCommand'));
  if (command !== 'export') return err(t('cli.unknownCommand', { command }));
  if (files.length === 0) return err(t('cli.noFiles'));
  const { output } = values;
  if (output === undefined || output === '') return err(t('cli.noOutput'));

  const lang = oneOf('lang', values.lang, labelLanguages, t);
  if (!lang.ok) return lang;
  const theme = oneOf('theme', values.theme, themeNames, t);
  if (!theme.ok) return theme;
  const format = oneOf('format', values.format, exportFormats, t);
  if (!format.ok) return format;
  const scale = inRange('scale', values.scale, MIN_SCALE, MAX_SCALE, t);
  if (!scale.ok) return scale;
  const marginPx = inRange('margin', values.margin, 0, MAX_MARGIN_PX, t);
  if (!marginPx.ok) return marginPx;

  return ok({
    type: 'export',
    files,
    output,
    format: format.value,
    options: {
      language: lang.value ?? language,
      theme: theme.value ?? defaultExportOptions.theme,
      scale: scale.value ?? defaultExportOptions.scale,
      marginPx: marginPx.value ?? defaultExportOptions.marginPx,
      background: values.transparent === true ? 'transparent' : defaultExportOptions.background,
    },
  });
}

/** The error is the option that could not be read. */
function parsedOptions(args: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...args], options: optionTypes, allowPositionals: true }));
  } catch (reason) {
    if (!(reason instanceof Error && 'code' in reason && String(reason.code).startsWith('ERR_PARSE_ARGS')))
      throw reason;
    return err(/'([^' ]*)/.exec(reason.message)?.[1] ?? args.join(' '));
  }
}

function oneOf<Value extends string>(
  option: string,
  given: string | undefined,
  allowed: readonly Value[],
  t: Translate,
): Result<Value | null, string> {
  if (given === undefined) return ok(null);
  const found = allowed.find((value) => value === given);
  if (found !== undefined) return ok(found);
  return err(t('cli.badValue', { option: `--${option}`, value: given, allowed: allowed.join(', ') }));
}

function inRange(
  option: string,
  given: string | undefined,
  low: number,
  high: number,
  t: Translate,
): Result<number | null, string> {
  if (given === undefined) return ok(null);
  const value = given.trim() === '' ? Number.NaN : Number(given);
  if (value >= low && value <= high) return ok(value);
  return err(t('cli.badValue', { option: `--${option}`, value: given, allowed: `${low}–${high}` }));
}

/** The format that a file name's extension says. */
export function formatOf(path: string): ExportFormat | null {
  const name = basename(path).toLowerCase();
  return exportFormats.find((format) => name.endsWith(`.${exporters[format].extension}`)) ?? null;
}
