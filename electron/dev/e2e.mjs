import { buildAll } from './build.mjs';
import { prepareWindows } from './prepareWindows.mjs';
import { runMain, say } from './run.mjs';
import { report, testWindows } from './steps.mjs';

// Arguments go to Playwright: `npm run e2e -- saving.spec.ts --project=electron`. With `--no-build` it drives what is
// in out/ already.
await runMain(async () => {
  const given = process.argv.slice(2);
  const args = given.filter((argument) => argument !== '--no-build');
  const hasProject = args.some((argument) => argument.startsWith('--project'));
  const { env } = await prepareWindows();
  if (args.length === given.length) await buildAll();
  else say('driving out/ as it is');
  return report(await testWindows([...(hasProject ? [] : ['--project=electron', '--project=chromium']), ...args], env));
});
