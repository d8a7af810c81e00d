import { checkCommand } from './check';
import type { Command } from './command';
import { exportCommand } from './export';

/** All commands by name. Parsing, help and "there is no such command" derive from it. */
export const commands: Readonly<Record<string, Command>> = {
  check: checkCommand,
  export: exportCommand,
};
