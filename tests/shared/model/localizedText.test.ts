import { expect, test } from 'vitest';
import { isSameText, textIn, withTextIn } from '../../../shared/model/localizedText';

test('a text is shown in the language asked for, else in the one there is', () => {
  expect(textIn('배포', 'en')).toBe('배포');
  expect(textIn({ ko: '배포', en: 'Release' }, 'en')).toBe('Release');
  expect(textIn({ ko: '배포' }, 'en')).toBe('배포');
  expect(textIn({}, 'en')).toBe('');
});

test('a translation that was emptied shows the other language rather than nothing', () => {
  expect(textIn({ ko: '배포', en: '' }, 'en')).toBe('배포');
});

test('typing changes the language in view alone, and a text for everybody stays one', () => {
  expect(withTextIn('배포', 'en', 'Release')).toBe('Release');
  expect(withTextIn({ ko: '배포' }, 'en', 'Release')).toEqual({ ko: '배포', en: 'Release' });
});

test('texts are the same when they are in every language', () => {
  expect(isSameText({ ko: '배포', en: 'Release' }, { en: 'Release', ko: '배포' })).toBe(true);
  expect(isSameText({ ko: '배포', en: 'Release' }, { ko: '배포' })).toBe(false);
  expect(isSameText('배포', { ko: '배포', en: '배포' })).toBe(false);
});
