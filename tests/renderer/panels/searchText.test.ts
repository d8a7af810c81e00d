import { describe, expect, test } from 'vitest';
import { commandRank } from '../../../renderer/panels/dialogs/searchText';
import { toQuery, toSearchable } from '../../../shared/find/searchText';

const rankOf = (text: string, name: string) => {
  const query = toQuery(text);
  return query === null ? null : commandRank(query, toSearchable(name));
};
const finds = (query: string, text: string) => rankOf(query, text) !== null;

describe('the command palette finds', () => {
  test('a Korean command by the first consonants of its syllables', () => {
    expect(finds('ㄴㅂㄴㄱ', '내보내기…')).toBe(true);
    expect(finds('ㄷㄹㅇㄹㅇㄹ', '다른 이름으로 저장…')).toBe(true);
    expect(finds('ㅈㅈ', '다른 이름으로 저장…')).toBe(true);
    expect(finds('ㄱㄴ', '다른 이름으로 저장…')).toBe(false);
  });

  test('what a syllable that is still being typed will become', () => {
    for (const typed of ['ㄴ', '내', '냅', '내보', '내본', '내보내', '내보낵', '내보내기']) {
      expect(finds(typed, '내보내기'), typed).toBe(true);
    }
    expect(finds('엔지', '데이터 엔지니어')).toBe(true);
  });

  test('words without regard to spaces and capitals', () => {
    expect(finds('zoomin', 'Zoom in')).toBe(true);
    expect(finds('ZOOM', 'Zoom in')).toBe(true);
    expect(finds('실행취소', '실행 취소')).toBe(true);
  });

  test('the starts of words in their order, and not letters strewn about', () => {
    expect(finds('zin', 'Zoom in')).toBe(true);
    expect(finds('sas', 'Save as…')).toBe(true);
    expect(finds('oom', 'Zoom in')).toBe(true);
    expect(finds('zmi', 'Zoom in')).toBe(false);
    expect(finds('save', 'Zoom in')).toBe(false);
  });
});

test('a better answer has a lower rank', () => {
  const rank = (query: string, text: string) => rankOf(query, text) ?? Number.POSITIVE_INFINITY;
  expect(rank('저장', '저장')).toBeLessThan(rank('저장', '다른 이름으로 저장…'));
  expect(rank('이름', '다른 이름으로 저장…')).toBeLessThan(rank('이름', '새이름'));
  expect(rank('ㄷㄹ', '다른 이름으로 저장…')).toBeLessThan(rank('ㅇㄹ', '다른 이름으로 저장…'));
  expect(rank('save', 'Save as…')).toBeLessThan(rank('sas', 'Save as…'));
});
