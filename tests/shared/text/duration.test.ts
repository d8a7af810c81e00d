import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languages } from '../../../shared/i18n/language';
import { modelLimits } from '../../../shared/model/limits';
import { formatDuration, parseDuration } from '../../../shared/text/duration';

test.each([
  ['2 h', 120],
  ['2h', 120],
  ['1.5 hours', 90],
  ['1,5 h', 90],
  ['.5 h', 30],
  ['2 h 30 min', 150],
  ['2h30m', 150],
  ['3 d, 4 h', 1680],
  ['1:30', 90],
  ['45', 45],
  [' 45 Min. ', 45],
  ['1 w', 2400],
  ['0', 0],
  ['2시간 30분', 150],
  ['2시간30분', 150],
  ['3일', 1440],
  ['1주', 2400],
  ['반', null],
  ['2시간'.normalize('NFD'), 120],
])('%j is so many minutes: %j', (text, minutes) => {
  expect(parseDuration(text)).toBe(minutes);
});

test.each(['', '  ', 'soon', '-3 h', '2 x', '3 h soon', '2 30', '2 h 30', '1:75', '2 months'])(
  '%j is no length of time',
  (text) => {
    expect(parseDuration(text)).toBeNull();
  },
);

test('a day is a day of work, eight hours', () => {
  expect(formatDuration(480, 'en')).toBe('1 d');
  expect(formatDuration(1440 + 150, 'en')).toBe('3 d 2 h 30 min');
  expect(formatDuration(1440 + 150, 'ko')).toBe('3일 2시간 30분');
  expect(formatDuration(0, 'ko')).toBe('0분');
  expect(formatDuration(0.5, 'en')).toBe('0.5 min');
});

test('what is written is read as the same time in either language', () => {
  const hundredths = fc.integer({ min: 0, max: modelLimits.minutes * 100 });
  fc.assert(
    fc.property(hundredths, fc.constantFrom(...languages), (value, language) => {
      expect(parseDuration(formatDuration(value / 100, language))).toBe(value / 100);
    }),
  );
});
