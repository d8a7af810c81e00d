import { buildAll } from './build.mjs';
import { packageApp } from './dist.mjs';
import { prepareWindows } from './prepareWindows.mjs';
import { runMain } from './run.mjs';
import { checkFormat, checkTypes, checkUnused, report, runSteps, testUnits, testWindows } from './steps.mjs';

await runMain(async () => {
  const { runtime, env } = await prepareWindows();
  await buildAll();
  return report(
    await runSteps({
      'format and lint': checkFormat,
      types: checkTypes,
      unused: checkUnused,
      'unit tests and import rules': testUnits,
      'the app in Electron, the page in Chromium': () => testWindows(['--project=electron', '--project=chromium'], env),
      'the packaged app': async () => {
        const packaged = await packageApp({ runtime, isDirOnly: true });
        return testWindows(['--project=packaged'], { ...env, ROLEWEAVE_PACKAGED: packaged.executablePath });
      },
    }),
  );
});
