import type { sheetMessages as en } from '../en/sheet';

export const sheetMessages: Readonly<Record<keyof typeof en, string>> = {
  'action.role.sheet': '역할 설명서…',
  'sheet.copied': '역할 설명서를 Markdown으로 복사했어요.',
  'sheet.copy': 'Markdown으로 복사',
  'sheet.fileName': '{name} 역할 설명서',
  'sheet.gives': '넘기는 것',
  'sheet.none': '없음',
  'sheet.noMission': '아직 설명이 없어요.',
  'sheet.people': '맡은 사람',
  'sheet.picture': '다이어그램에서 {name}의 부분',
  'sheet.print': '인쇄…',
  'sheet.receives': '받는 것',
  'sheet.role': '역할',
  'sheet.save': 'Markdown으로 저장…',
  'sheet.savePdf': 'PDF로 저장…',
  'sheet.steps': '하는 일',
  'sheet.title': '역할 설명서',
};
