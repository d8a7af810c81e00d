import type { outlineMessages as en } from '../en/outline';

export const outlineMessages: Readonly<Record<keyof typeof en, string>> = {
  'menu.container': '다른 컨테이너로',
  'action.arrange.toPreviousContainer': '이전 컨테이너로 옮기기',
  'action.arrange.toNextContainer': '다음 컨테이너로 옮기기',
  'action.arrange.outOfContainer': '컨테이너 밖으로 옮기기',
  'action.view.outline': '개요',
  'outline.title': '개요',
  'outline.tree': '다이어그램 개요',
  'outline.rename': '이름',
  'outline.empty.title': '아직 아무것도 없어요',
  'outline.empty.hint': '다이어그램에 추가한 것이 여기에 트리로 보여요.',
  'outline.handoffs': '{count}곳에 인계',
  'outline.tabs': '왼쪽 패널',
  'outline.buildTab': '만들기',
};
