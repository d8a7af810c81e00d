import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Runs a command to its end.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, quiet?: boolean }} [options] quiet: collect the
 *   output instead of showing it.
 * @returns {Promise<{ code: number, output: string, stdout: string }>} code 127 where the command cannot be started;
 *   124 where it ran out of time; `output` is stdout and stderr as they came (empty unless quiet).
 */
export function run(command, args, { cwd, env = process.env, timeoutMs, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    let output = '';
    let stdout = '';
    let timedOut = false;
    child.stdout?.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
      stdout += chunk;
    });
    child.stderr?.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
    });
    const timer = timeoutMs === undefined ? undefined : setTimeout(stop, timeoutMs);
    function stop() {
      timedOut = true;
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 3000).unref();
    }
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, output: `${output}${error.message}\n`, stdout });
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code: timedOut ? 124 : (code ?? (signal ? 1 : 0)), output, stdout });
    });
  });
}

/**
 * Runs npm the way the user runs it (same version, same registry settings), also when npm started us.
 *
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runNpm(args, options) {
  const npmCli = process.env.npm_execpath;
  if (npmCli?.endsWith('.js')) return run(process.execPath, [npmCli, ...args], options);
  return run('npm', args, options);
}

/**
 * Path of a command on PATH, or undefined.
 *
 * @param {string} command
 */
export function findCommand(command) {
  for (const dir of (process.env.PATH ?? '').split(delimiter)) {
    if (dir === '') continue;
    const path = join(dir, command);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

/** @param {string} message */
export function say(message) {
  console.log(`roleweave: ${message}`);
}

/** A failure the user can do something about: shown as its message, without a stack. */
export class UserError extends Error {}

/**
 * Runs a script's main function: its number is the exit code; a UserError ends it with 1 and its message.
 *
 * @param {() => Promise<number>} main
 */
export async function runMain(main) {
  let code = 1;
  try {
    code = await main();
  } catch (error) {
    console.error(error instanceof UserError ? `roleweave: ${error.message}` : error);
  }
  // Not process.exitCode: the packager's exit hook ends the process with 0 when it is left to end by itself, and a
  // failed test would pass.
  process.exit(code);
}
