import type { printMessages as en } from '../en/print';

export const printMessages: Readonly<Record<keyof typeof en, string>> = {
  'action.file.print': '인쇄…',
  'action.file.printSelection': '선택 영역 인쇄…',
  'print.picture': '다이어그램 그림',
  'print.person': '사람',
  'print.roles': '역할',
  'print.takenBy': '맡은 사람',
  'print.empty': '인쇄할 내용이 아직 없어요. 다이어그램에 먼저 무언가를 추가해 주세요.',
  'print.noPrinter': '프린터를 찾지 못했어요.',
  'print.noPrinter.hint': '프린터를 연결하거나 내보내기… › PDF로 저장해 주세요.',
  'print.failed': '인쇄하지 못했어요({cause}).',
  'print.failed.hint': '프린터가 켜져 있고 용지가 있는지 확인하거나, 내보내기… › PDF로 저장해 주세요.',
};
