import { expect, test } from 'vitest';
import { raciLevels } from '../../../shared/model/document';
import { lettersOf, raciLetters, withLetter } from '../../../shared/model/raci';

test('doing a step and answering for it go together and come apart again; nothing else does', () => {
  expect(withLetter('R', 'A')).toBe('AR');
  expect(withLetter('A', 'R')).toBe('AR');
  expect(withLetter('AR', 'A')).toBe('R');
  expect(withLetter('AR', 'R')).toBe('A');
  expect(withLetter('AR', 'C')).toBe('C');
  expect(withLetter('R', 'I')).toBe('I');
  expect(withLetter('C', 'C')).toBeNull();
});

test.each([null, ...raciLevels])(
  'from %s, a letter that is switched on shows, and one switched off does not',
  (level) => {
    for (const letter of raciLetters) {
      const isOn = lettersOf(level).includes(letter);
      expect(lettersOf(withLetter(level, letter)).includes(letter)).toBe(!isOn);
    }
  },
);
