import { describe, expect, test } from 'vitest';
import { literalRanges, matchRanges, matchRank, toQuery, toSearchable } from '../../../shared/find/searchText';

const options = { matchCase: false, wholeWords: false };

function rankOf(typed: string, text: string, changed: Partial<typeof options> = {}): number | null {
  const query = toQuery(typed, { ...options, ...changed });
  return query === null ? null : matchRank(query, toSearchable(text));
}
const finds = (typed: string, text: string, changed?: Partial<typeof options>) => rankOf(typed, text, changed) !== null;

/** The text with what is marked of it in brackets. */
function marked(typed: string, text: string): string {
  const query = toQuery(typed);
  if (query === null) return text;
  let made = '';
  let shown = 0;
  for (const { from, to } of matchRanges(query, toSearchable(text))) {
    made += `${text.slice(shown, from)}[${text.slice(from, to)}]`;
    shown = to;
  }
  return made + text.slice(shown);
}

describe('a text is found', () => {
  test('by a part of it, in any case, across its line breaks', () => {
    expect(finds('REVIEW', 'Review item 7')).toBe(true);
    expect(finds('item 7 and', 'Review item 7\nand pass it on')).toBe(true);
    expect(finds('items', 'Review item 7')).toBe(false);
  });

  test('by the first consonants of Korean, with or without its blanks', () => {
    expect(finds('ㄷㅇㅌ', '데이터 수집')).toBe(true);
    expect(finds('ㄷㅇㅌㅅㅈ', '데이터 수집')).toBe(true);
    expect(finds('ㅅㅈ', '데이터 수집')).toBe(true);
    expect(finds('ㄷㅇㅌㄱ', '데이터 수집')).toBe(false);
    expect(finds('ㅋ', 'OK ㅋㅋ')).toBe(true);
  });

  test('by every state of a word that is being typed', () => {
    for (const typed of ['ㄷ', '데', '뎅', '데이', '데잍', '데이터', '데이턴']) {
      expect(finds(typed, '데이터'), typed).toBe(typed !== '데이턴');
    }
  });

  test('only in the case asked for, and only as a word of its own when that is asked for', () => {
    expect(finds('api', 'An API', { matchCase: true })).toBe(false);
    expect(finds('API', 'An API', { matchCase: true })).toBe(true);
    expect(finds('art', 'artifact', { wholeWords: true })).toBe(false);
    expect(finds('art', 'State of the art.', { wholeWords: true })).toBe(true);
    expect(finds('데이터', '데이터셋', { wholeWords: true })).toBe(false);
    expect(finds('ㄷㅇㅌ', '데이터', { wholeWords: true })).toBe(false);
  });

  test('never by blanks alone', () => {
    expect(toQuery('')).toBeNull();
    expect(toQuery(' \n')).toBeNull();
  });
});

test('better answers rank lower: start of text, start of a word, within a word, what it may stand for', () => {
  const ranks = [
    rankOf('data', 'Data set'),
    rankOf('data', 'Clean data'),
    rankOf('data', 'metadata'),
    rankOf('ㄷㅇㅌ', '데이터'),
    rankOf('ㄷㅇㅌ', '새 데이터'),
  ];
  expect(ranks).toEqual([0, 1, 2, 3, 4]);
});

test('what is found is marked where it stands in the text as written', () => {
  expect(marked('data', 'Data and metadata')).toBe('[Data] and meta[data]');
  expect(marked('ㅅㅈ', '데이터 수집하기')).toBe('데이터 [수집]하기');
  expect(marked('ㅌㅅ', '데이터 수집')).toBe('데이[터 수]집');
  expect(marked('데잍', '새 데이터')).toBe('새 [데이터]');
  expect(marked('zoomin', 'Zoom in')).toBe('[Zoom in]');
  // Its small letter is two code units long: what stands behind it must not shift.
  expect(marked('c', 'İİc')).toBe('İİ[c]');
});

test('only places that hold the query as typed are replaced, none twice', () => {
  const places = (typed: string, text: string) => {
    const query = toQuery(typed);
    return query === null ? [] : literalRanges(query, toSearchable(text)).map(({ from }) => from);
  };
  expect(places('aa', 'aaaa')).toEqual([0, 2]);
  expect(places('ㄷㅇㅌ', '데이터')).toEqual([]);
});
