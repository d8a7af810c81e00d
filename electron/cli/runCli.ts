import { translator } from '../../shared/i18n/translator';
import type { RasterizerAssets } from '../node/rasterize';
import { languageOf, parseCommandLine } from './arguments';
import { exitCodes, type Terminal } from './commands/command';

export interface CliWorld {
  readonly assets: RasterizerAssets;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  readonly terminal: Terminal;
}

/** Runs a command line (without `node` and the program) and answers its exit code. */
export async function runCli(args: readonly string[], { assets, env, version, terminal }: CliWorld): Promise<number> {
  const language = languageOf(args, env);
  const t = translator(language);
  const misused = (message: string) => {
    terminal.problem(`roleweave: ${message}`);
    terminal.problem(t('cli.seeHelp'));
    return exitCodes.usage;
  };
  const line = parseCommandLine(args, t);
  if (!line.ok) return misused(line.error);
  switch (line.value.type) {
    case 'help':
      terminal.out([...line.value.commands.map((command) => command.help(t)), t('cli.help.common')].join('\n\n'));
      return exitCodes.done;
    case 'version':
      terminal.out(version);
      return exitCodes.done;
    case 'command': {
      const { command, files, values } = line.value;
      const ran = await command.run(files, values, { assets, terminal, language, t });
      return ran.ok ? ran.value : misused(ran.error);
    }
  }
}
