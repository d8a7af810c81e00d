import { expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { languages } from '../../../shared/i18n/language';
import { translator } from '../../../shared/i18n/translator';
import { writeCsv } from '../../../shared/tables/csv';
import { handoffTable } from '../../../shared/tables/handoffTable';
import { writeMarkdown } from '../../../shared/tables/markdown';
import { edgeId } from '../../support/builders';
import { handoffPlan } from '../../support/handoffPlan';

const agreed = applyEdit(handoffPlan, 'edges.set', {
  ids: [edgeId('clean-train')],
  patch: {
    label: { en: '**Validated** dataset', ko: '검증된 데이터' },
    terms: {
      format: 'Parquet',
      acceptance: { en: 'No missing keys | no duplicates', ko: '빠진 키와 중복 없음' },
      withinMinutes: 3 * 480 + 120,
    },
  },
});

test.each(languages)('the contracts in %s are the golden files', async (language) => {
  const rows = handoffTable(agreed, language, translator(language));
  expect(rows).toHaveLength(1 + 9);
  await expect(writeMarkdown(rows)).toMatchFileSnapshot(`../../golden/handoffs-${language}.md`);
  await expect(writeCsv(rows)).toMatchFileSnapshot(`../../golden/handoffs-${language}.csv`);
});

test('a contract says everything that is agreed on', () => {
  const rows = handoffTable(agreed, 'en', translator('en'));
  expect(rows).toContainEqual([
    'Data engineer',
    'Data scientist',
    'Clean data',
    'Train the model',
    'Validated dataset',
    'Parquet',
    'No missing keys | no duplicates',
    '3 d 2 h',
  ]);
});
