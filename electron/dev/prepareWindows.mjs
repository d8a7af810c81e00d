import { resolveRuntime } from './runtime.mjs';
import { ensureSandboxStarts, ensureSystemPackages } from './systemLibraries.mjs';

/**
 * What tests in real windows need: a runtime, its libraries, virtual screens and a Chromium.
 *
 * @returns {Promise<{ runtime: import('./runtime.mjs').Runtime, env: NodeJS.ProcessEnv }>} env: tells the tests'
 *   processes which runtime was chosen, so that all use the same and the choice is printed once
 */
export async function prepareWindows() {
  const runtime = await resolveRuntime();
  await ensureSystemPackages({ executablePath: runtime.executablePath, needsXvfb: true, needsChromium: true });
  await ensureSandboxStarts(runtime.executablePath);
  return { runtime, env: { ROLEWEAVE_ELECTRON: runtime.executablePath } };
}
