import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { repositoryDir } from '../../../electron/dev/paths.mjs';

test('a failed step fails the command, whatever a library does when the process ends by itself', () => {
  const run = pathToFileURL(`${repositoryDir}/electron/dev/run.mjs`);
  // What the packager's exit hook does.
  const hook = "process.on('beforeExit', () => process.exit(0));";
  const script = `import { runMain } from ${JSON.stringify(run)}; ${hook} await runMain(async () => 1);`;
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: repositoryDir });
  expect(status).toBe(1);
});
