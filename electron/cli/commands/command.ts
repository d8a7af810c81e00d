import type { Language } from '../../../shared/i18n/language';
import type { Translate } from '../../../shared/i18n/messages';
import type { Result } from '../../../shared/util/result';
import type { RasterizerAssets } from '../../node/rasterize';

/** Exit codes people script against; `problems`: the command did its work and found something. */
export const exitCodes = { done: 0, failed: 1, usage: 2, problems: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Where a command says what it did (`out`) and what is wrong (`problem`), a line each. */
export interface Terminal {
  out(line: string): void;
  problem(line: string): void;
}

/** What a command finds in the world around it. */
export interface CommandContext {
  readonly assets: RasterizerAssets;
  readonly terminal: Terminal;
  /** Of messages. */
  readonly language: Language;
  readonly t: Translate;
}

/** How an option is written, as `parseArgs` of Node takes it. Commands that share an option share its type. */
export interface OptionType {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
}

export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

/** What the command line can be asked to do; the first word of a line names it. */
export interface Command {
  /** What `--help` says of it. */
  help(t: Translate): string;
  /** Its options besides those that every command has. */
  readonly options: Readonly<Record<string, OptionType>>;
  /** Does it to the files that were named; an error is a sentence about how the line was written. */
  run(files: readonly string[], values: OptionValues, context: CommandContext): Promise<Result<ExitCode, string>>;
}

/** Options that every command has. */
export const commonOptions = {
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const satisfies Readonly<Record<string, OptionType>>;
