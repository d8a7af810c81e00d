import type { ExportTools } from '../../shared/export/exporter';
import { translator } from '../../shared/i18n/translator';
import { type RasterizerAssets, rasterize } from '../node/rasterize';
import { languageOf, parseCommand } from './arguments';
import { runExport, type Terminal } from './exportCommand';
import { jobsOf } from './outputs';

export interface CliWorld {
  readonly assets: RasterizerAssets;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  readonly terminal: Terminal;
}

/** Exit codes people script against. */
const exitCodes = { done: 0, failed: 1, usage: 2 } as const;

/** Runs a command line (without `node` and the program) and answers its exit code. */
export async function runCli(args: readonly string[], { assets, env, version, terminal }: CliWorld): Promise<number> {
  const language = languageOf(args, env);
  const t = translator(language);
  const misused = (message: string) => {
    terminal.problem(`roleweave: ${message}`);
    terminal.problem(t('cli.seeHelp'));
    return exitCodes.usage;
  };
  const command = parseCommand(args, language, t);
  if (!command.ok) return misused(command.error);
  switch (command.value.type) {
    case 'help':
      terminal.out(t('cli.help', { name: '{name}' }));
      return exitCodes.done;
    case 'version':
      terminal.out(version);
      return exitCodes.done;
    case 'export': {
      const jobs = await jobsOf(command.value, t);
      if (!jobs.ok) return misused(jobs.error);
      const tools: ExportTools = {
        encodeUtf8: (text) => Buffer.from(text, 'utf8'),
        rasterize: (svg, scale) => rasterize(svg, scale, assets),
      };
      const failed = await runExport(jobs.value, command.value.options, tools, terminal, t);
      return failed === 0 ? exitCodes.done : exitCodes.failed;
    }
  }
}
