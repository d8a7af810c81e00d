import { runMain } from './run.mjs';
import { checkFormat, checkTypes, checkUnused, report, runSteps, testUnits } from './steps.mjs';

await runMain(async () =>
  report(
    await runSteps({
      'format and lint': checkFormat,
      types: checkTypes,
      unused: checkUnused,
      'unit tests and import rules': testUnits,
    }),
  ),
);
