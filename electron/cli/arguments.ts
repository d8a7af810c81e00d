import { parseArgs } from 'node:util';
import { type Language, languageForLocale, languages } from '../../shared/i18n/language';
import type { Translate } from '../../shared/i18n/messages';
import { err, ok, type Result } from '../../shared/util/result';
import { type Command, commonOptions, type OptionValues } from './commands/command';
import { commands } from './commands/index';

/** What a line asks for. `help` is about one command where the line names one. */
export type CommandLine =
  | { readonly type: 'help'; readonly commands: readonly Command[] }
  | { readonly type: 'version' }
  | {
      readonly type: 'command';
      readonly command: Command;
      readonly files: readonly string[];
      readonly values: OptionValues;
    };

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
export function parseCommandLine(args: readonly string[], t: Translate): Result<CommandLine, string> {
  const parsed = parsedOptions(args);
  if (!parsed.ok) return err(t('cli.unknownOption', { option: parsed.error }));
  const { values, positionals } = parsed.value;
  const [name, ...files] = positionals;
  const command = name === undefined ? undefined : commands[name];
  if (values.help === true)
    return ok({ type: 'help', commands: command === undefined ? Object.values(commands) : [command] });
  if (values.version === true) return ok({ type: 'version' });
  if (name === undefined) return err(t('cli.noCommand'));
  if (command === undefined)
    return err(t('cli.unknownCommand', { command: name, commands: Object.keys(commands).join(', ') }));
  const stranger = Object.keys(values).find((option) => !(option in command.options) && !(option in commonOptions));
  if (stranger !== undefined) return err(t('cli.unknownOption', { option: `--${stranger}` }));
  return ok({ type: 'command', command, files, values });
}

/** The options of all commands; the error is the one that could not be read. */
function parsedOptions(args: readonly string[]) {
  const options = Object.assign({}, ...Object.values(commands).map((command) => command.options), commonOptions);
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return ok({ values: values as OptionValues, positionals });
  } catch (reason) {
    if (!(reason instanceof Error && 'code' in reason && String(reason.code).startsWith('ERR_PARSE_ARGS')))
      throw reason;
    return err(/'([^' ]*)/.exec(reason.message)?.[1] ?? args.join(' '));
  }
}
