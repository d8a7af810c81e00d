import { checkCommand } from './check';
import type { Command } from './command';
import { diffCommand } from './diff';
import { exportCommand } from './export';
import { sheetCommand } from './sheet';
import { textCommand } from './text';

/** All commands by name. Parsing, help and "there is no such command" derive from it. */
export const commands: Readonly<Record<string, Command>> = {
  check: checkCommand,
  diff: diffCommand,
  export: exportCommand,
  sheet: sheetCommand,
  text: textCommand,
};
