import { expect, test } from 'vitest';
import { lacksTranslation, textAt, untranslated, wordsByLanguage } from '../../../shared/model/translations';
import { aDocument, anEdge, aRole, aTask } from '../../support/builders';

test.each([
  ['데이터 수집', true],
  ['API', true],
  [{ ko: '수집' }, true],
  [{ ko: '수집', en: ' ' }, true],
  [{ ko: '수집', en: 'Collect' }, false],
  [{ ko: 'API', en: 'API' }, false],
  ['', false],
  [{ ko: '', en: '' }, false],
  // Nothing to translate in them.
  ['2024', false],
  ['→ 100 %', false],
])('%j lacks a translation: %s', (text, lacks) => expect(lacksTranslation(text)).toBe(lacks));

test('a single text counts as the language it is written in', () => {
  expect(wordsByLanguage('API 연동')).toEqual({ ko: 'API 연동' });
  expect(wordsByLanguage('Deploy')).toEqual({ en: 'Deploy' });
});

test('everything that lacks one is listed in reading order, and what has both is not', () => {
  const document = aDocument({
    title: '계획',
    roles: [aRole({ id: 'r', name: { ko: '분석가', en: 'Analyst' }, description: { ko: '살핀다' }, team: 'Data' })],
    nodes: [
      aTask({ id: 'a', y: 200, label: '둘째', description: 'Only English' }),
      aTask({ id: 'z', label: { ko: '첫째' } }),
      aTask({ id: 'done', label: { ko: '끝', en: 'End' } }),
    ],
    edges: [anEdge({ id: 'e', from: 'z', to: 'a', label: '넘김' })],
  });
  const places = untranslated(document);
  expect(places.map((place) => textAt(document, place))).toEqual([
    '계획',
    { ko: '살핀다' },
    'Data',
    { ko: '첫째' },
    '둘째',
    'Only English',
    '넘김',
  ]);
  expect(textAt(aDocument({}), places[3] ?? { type: 'title' })).toBe('');
});
