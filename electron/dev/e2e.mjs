import { buildAll } from './build.mjs';
import { prepareWindows } from './prepareWindows.mjs';
import { runMain, say } from './run.mjs';
import { report, testWindows } from './steps.mjs';

// Arguments go to Playwright: `npm run e2e -- saving.spec.ts --project=electron`. With `--no-build` it drives what is
// in out/ already; `npm run bench -- --quick` measures less often.
await runMain(async () => {
  const given = process.argv.slice(2);
  const ownOptions = ['--no-build', '--quick'];
  const args = given.filter((argument) => !ownOptions.includes(argument));
  const hasProject = args.some((argument) => argument.startsWith('--project'));
  const { env } = await prepareWindows();
  if (given.includes('--quick')) env.ROLEWEAVE_BENCH_QUICK = '1';
  if (!given.includes('--no-build')) await buildAll();
  else say('driving out/ as it is');
  return report(await testWindows([...(hasProject ? [] : ['--project=electron', '--project=chromium']), ...args], env));
});
