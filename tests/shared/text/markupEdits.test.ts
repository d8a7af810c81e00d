import { describe, expect, test } from 'vitest';
import { type MarkupEdit, markupEdits, pastedLink, type Typed } from '../../../shared/text/markupEdits';

/** A text with its selection between `<` and `>`, or its cursor at `|`. */
function typed(marked: string): Typed {
  const text = marked.replace(/[<>|]/g, '');
  const cursor = marked.indexOf('|');
  if (cursor >= 0) return { text, start: cursor, end: cursor };
  return { text, start: marked.indexOf('<'), end: marked.indexOf('>') - 1 };
}

function shown({ text, start, end }: Typed): string {
  if (start === end) return `${text.slice(0, start)}|${text.slice(start)}`;
  return `${text.slice(0, start)}<${text.slice(start, end)}>${text.slice(end)}`;
}

describe('what a key does to a selection', () => {
  const cases: readonly (readonly [MarkupEdit, before: string, after: string])[] = [
    ['bold', '데이터 <수집> 단계', '데이터 **<수집>** 단계'],
    ['bold', '데이터 **<수집>** 단계', '데이터 <수집> 단계'],
    ['bold', '데이터 <**수집**> 단계', '데이터 <수집> 단계'],
    ['bold', '데이터< 수집 >단계', '데이터 **<수집>** 단계'],
    ['bold', '데이<터> 수집', '데이**<터>** 수집'],
    ['bold', '데이|터 수집', '**<데이터>** 수집'],
    ['bold', '끝 |', '끝 **|**'],
    ['bold', '*<수집>*', '***<수집>***'],
    ['italic', '***<수집>***', '**<수집>**'],
    ['italic', '**<수집>**', '***<수집>***'],
    ['italic', '<수집>', '*<수집>*'],
    ['italic', '*<수집>*', '<수집>'],
    // A single asterisk within a Latin word marks nothing.
    ['italic', 'data<base>', '*<database>*'],
    ['bold', '<하나\n- 둘\n\n셋>', '**<하나**\n- **둘**\n\n**셋>**'],
    ['bold', '**<하나**\n- **둘>**', '<하나\n- 둘>'],
    ['bullets', '하나|', '- 하나|'],
    ['bullets', '- 하나|', '하나|'],
    ['bullets', '|', '- |'],
    ['bullets', '머리\n<하나\n둘>', '머리\n<- 하나\n- 둘>'],
    ['bullets', '<- 하나\n- 둘>\n끝', '<하나\n둘>\n끝'],
    ['link', '이 <문서>를', '이 [문서](<https://>)를'],
    ['link', '<https://a.kr>', '[https://a.kr](<https://a.kr>)'],
    ['link', '끝 |', '끝 [|](https://)'],
  ];
  test.each(cases)('%s: %j', (edit, before, after) => expect(shown(markupEdits[edit](typed(before)))).toBe(after));
});

test('an address pasted over words links them, and is text anywhere else', () => {
  expect(pastedLink(typed('이 <문서>를'), ' https://a.kr\n')?.text).toBe('이 [문서](https://a.kr)를');
  expect(pastedLink(typed('이 |문서를'), 'https://a.kr')).toBeNull();
  expect(pastedLink(typed('이 <문서>를'), 'a.kr')).toBeNull();
  expect(pastedLink(typed('<https://b.kr>'), 'https://a.kr')).toBeNull();
});
