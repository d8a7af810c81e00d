import type { RaciLevel } from './document';

/** The columns of a table of responsibilities; who does a step and answers for it has two of them. */
export const raciLetters = ['R', 'A', 'C', 'I'] as const;
export type RaciLetter = (typeof raciLetters)[number];

export function lettersOf(level: RaciLevel | null): readonly RaciLetter[] {
  if (level === null) return [];
  return level === 'AR' ? ['R', 'A'] : [level];
}

/** A level with a letter switched on, or off when it has it. Only R and A go together; any other takes the level's place. */
export function withLetter(level: RaciLevel | null, letter: RaciLetter): RaciLevel | null {
  if (level === 'AR' && letter === 'R') return 'A';
  if (level === 'AR' && letter === 'A') return 'R';
  if ((level === 'R' && letter === 'A') || (level === 'A' && letter === 'R')) return 'AR';
  return level === letter ? null : letter;
}
