import { test } from '@playwright/test';
import { benchPlan } from './benchPlan';
import { layoutTable } from './layoutTable';

// A program, not a test, as in bench.spec.ts.
test('tidied diagrams beside those of plain ELK', async () => {
  test.skip(!benchPlan.hasTables, 'only without --quick');
  console.log(`\n${await layoutTable()}\n`);
});
