import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseFile } from '../../../shared/file/parse';
import { translator } from '../../../shared/i18n/translator';
import { checkDocument } from '../../../shared/rules/checker';
import { describeProblem, namesIn } from '../../../shared/rules/describe';

const folder = path.resolve(import.meta.dirname, '../../../assets/templates');

test.each(readdirSync(folder))('the built-in diagram %s has no problem', (name) => {
  const parsed = parseFile(readFileSync(path.join(folder, name), 'utf8'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const { document } = parsed.value;
  const names = namesIn(document, 'en', translator('en'));
  expect(checkDocument(document).map((problem) => describeProblem(problem, names))).toEqual([]);
});
