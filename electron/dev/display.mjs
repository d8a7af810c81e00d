import { spawn } from 'node:child_process';
import { findCommand, UserError } from './run.mjs';

/** True where windows can only be shown on a virtual screen. */
export function isDisplayMissing() {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

/**
 * A virtual screen of our own on a free display number. It ends with this process.
 *
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop: () => void }>} env: what a program needs to appear there, and only
 *   there
 */
export async function startVirtualDisplay() {
  // `-ac`: the checks that need the sandbox start the app as another user. It listens on no network.
  const server = ['Xvfb', '-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp', '-ac', '-noreset'];
  // A killed test run cannot clean up; with setpriv the kernel then does.
  const words = findCommand('setpriv') ? ['setpriv', '--pdeathsig', 'TERM', ...server] : server;
  const child = spawn(words[0] ?? '', words.slice(1), { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const stop = () => {
    child.kill();
  };
  process.once('exit', stop);
  const number = await displayNumber(child);
  // Neither the screen nor its pipes keep a finished script alive.
  child.unref();
  for (const stream of child.stdio) /** @type {{ unref?: () => void } | null} */ (stream)?.unref?.();
  const { WAYLAND_DISPLAY: _, XDG_SESSION_TYPE: __, ...env } = process.env;
  return { env: { ...env, DISPLAY: `:${number}` }, stop };
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<number>} */
function displayNumber(child) {
  return new Promise((resolve, reject) => {
    let errors = '';
    let answer = '';
    const timer = setTimeout(() => reject(new UserError(`Xvfb did not start within 20 s:\n${errors}`)), 20_000);
    child.stderr?.on('data', (chunk) => {
      errors += chunk;
    });
    child.stdio[3]?.on('data', (chunk) => {
      answer += chunk;
      if (!answer.includes('\n')) return;
      clearTimeout(timer);
      resolve(Number.parseInt(answer, 10));
    });
    child.on('error', (error) => reject(new UserError(`Xvfb cannot be started: ${error.message}`)));
    child.on('exit', (code) => {
      clearTimeout(timer);
      reject(new UserError(`Xvfb ended with ${code}:\n${errors}`));
    });
  });
}
