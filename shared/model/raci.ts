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

/** A level as people write it. */
export function levelText(level: RaciLevel | null): string {
  return level === null ? '' : lettersOf(level).toReversed().join('/');
}

const levelsByLetters: Readonly<Record<string, RaciLevel | null>> = {
  ...{ R: 'R', A: 'A', C: 'C', I: 'I', RA: 'AR', AR: 'AR' },
  // What spreadsheets have where nobody has anything to do with it.
  ...{ '': null, '-': null, '–': null, '—': null },
};

/** What a cell of a table of responsibilities says: "R", "a/r", "Ｃ", "" or "-" for none; `undefined` for anything else. */
export function readLevel(text: string): RaciLevel | null | undefined {
  const letters = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s,/+&]/g, '');
  return Object.hasOwn(levelsByLetters, letters) ? levelsByLetters[letters] : undefined;
}

/** What somebody has still to decide about a step: one answers for it, and somebody does it. */
export type RaciFault = 'empty' | 'noAccountable' | 'manyAccountable' | 'noResponsible';

/** What is wrong with a step's responsibilities; one that has none at all is only `empty`. */
export function raciFaults(raci: ReadonlyMap<unknown, RaciLevel>): readonly RaciFault[] {
  if (raci.size === 0) return ['empty'];
  const count = (letter: RaciLetter) => [...raci.values()].filter((level) => lettersOf(level).includes(letter)).length;
  const accountable = count('A');
  const faults: RaciFault[] = [];
  if (accountable === 0) faults.push('noAccountable');
  if (accountable > 1) faults.push('manyAccountable');
  if (count('R') === 0) faults.push('noResponsible');
  return faults;
}

/** What somebody has who takes over from somebody else: doing and answering add up, and count more than being asked or told. */
export function joinedLevel(level: RaciLevel, other: RaciLevel | null): RaciLevel {
  const letters = new Set([...lettersOf(level), ...lettersOf(other)]);
  if (letters.has('R') && letters.has('A')) return 'AR';
  return raciLetters.find((letter) => letters.has(letter)) ?? level;
}
