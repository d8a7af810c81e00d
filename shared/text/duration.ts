import type { Language } from '../i18n/language';

/** A day of work has so many hours, and a week so many days: "3 d" is what three days of work hold, not 72 hours. */
export const HOURS_PER_DAY = 8;
const DAYS_PER_WEEK = 5;
const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = HOURS_PER_DAY * MINUTES_PER_HOUR;

/** Every unit by the words people write for it, in any language of the interface; one text may mix them. */
const units: readonly { readonly minutes: number; readonly words: readonly string[] }[] = [
  { minutes: DAYS_PER_WEEK * MINUTES_PER_DAY, words: ['w', 'wk', 'wks', 'week', 'weeks', '주', '주일', '주간'] },
  { minutes: MINUTES_PER_DAY, words: ['d', 'day', 'days', '일'] },
  { minutes: MINUTES_PER_HOUR, words: ['h', 'hr', 'hrs', 'hour', 'hours', '시간'] },
  { minutes: 1, words: ['', 'm', 'min', 'mins', 'minute', 'minutes', '분'] },
];
const minutesByWord = new Map(units.flatMap(({ minutes, words }) => words.map((word) => [word, minutes])));

const clock = /^(\d+):([0-5]\d)$/;
const part = /(\d+(?:[.,]\d+)?|[.,]\d+)\s*(\p{L}*)\.?[\s,]*/gu;

/**
 * What somebody wrote for a length of time, in minutes: "2 h", "1.5 hours", "3 d 4 h", "1:30" (hours and minutes),
 * "2시간 30분", "3일"; a bare number is minutes. `null` for what is none, an empty text among it.
 */
export function parseDuration(text: string): number | null {
  const written = text.normalize('NFC').trim().toLowerCase();
  const [, hours, minutes] = clock.exec(written) ?? [];
  if (hours !== undefined && minutes !== undefined) return Number(hours) * MINUTES_PER_HOUR + Number(minutes);
  const parts = [...written.matchAll(part)];
  // Whatever no part covers is not understood, and half an answer would be a wrong one.
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== written) return null;
  let sum = 0;
  for (const [, number = '', word = ''] of parts) {
    const unit = minutesByWord.get(word);
    if (unit === undefined || (word === '' && parts.length > 1)) return null;
    sum += Number(number.replace(',', '.')) * unit;
  }
  return Number.isFinite(sum) ? toHundredths(sum) : null;
}

const shown: Readonly<Record<Language, { readonly d: string; readonly h: string; readonly min: string }>> = {
  en: { d: ' d', h: ' h', min: ' min' },
  ko: { d: '일', h: '시간', min: '분' },
};

/** A length of time in words that `parseDuration` reads as the same one: "2 h 30 min", "2시간 30분", "3 d", "0분". */
export function formatDuration(minutes: number, language: Language): string {
  const whole = toHundredths(minutes);
  const days = Math.floor(whole / MINUTES_PER_DAY);
  const hours = Math.floor((whole - days * MINUTES_PER_DAY) / MINUTES_PER_HOUR);
  const rest = toHundredths(whole - days * MINUTES_PER_DAY - hours * MINUTES_PER_HOUR);
  const unit = shown[language];
  const parts = [
    days > 0 ? `${days}${unit.d}` : '',
    hours > 0 ? `${hours}${unit.h}` : '',
    rest > 0 || whole === 0 ? `${rest}${unit.min}` : '',
  ];
  return parts.filter((words) => words !== '').join(' ');
}

/** Sums of halves and thirds of an hour come out as people would write them. */
function toHundredths(minutes: number): number {
  return Math.round(minutes * 100) / 100;
}
