import { buildAll } from './build.mjs';
import { prepareWindows } from './prepareWindows.mjs';
import { runMain } from './run.mjs';
import { report, testWindows } from './steps.mjs';

// Arguments go to Playwright: `npm run e2e -- saving.spec.ts --project=electron`.
await runMain(async () => {
  const args = process.argv.slice(2);
  const projects = args.some((argument) => argument.startsWith('--project'))
    ? []
    : ['--project=electron', '--project=chromium'];
  const { env } = await prepareWindows();
  await buildAll();
  return report(await testWindows([...projects, ...args], env));
});
