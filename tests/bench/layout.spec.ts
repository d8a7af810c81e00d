import { test } from '@playwright/test';
import { layoutTable } from './layoutTable';

// A program, not a test, as in bench.spec.ts.
test('tidied diagrams beside those of plain ELK', async () => {
  console.log(`\n${await layoutTable()}\n`);
});
