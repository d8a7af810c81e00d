import type { pagesMessages as en } from '../en/pages';

export const pagesMessages: Readonly<Record<keyof typeof en, string>> = {
  'action.page': '보기: {page}',
  'action.page.showSelection': '선택한 것을 다이어그램에서 보기',
  'menu.tables': '표',
  'menu.page': '보기',
  'action.role.focus': '역할 집중해서 보기',
  'focus.on': '{name} 집중해서 보기: 하는 일, 받는 것, 주는 것',
  'focus.ended': '다이어그램 전체를 보여요.',
  'focus.start': '{name} 집중해서 보기',
  'focus.end': '다이어그램 전체 다시 보기',
  'focus.chip': '집중: {name}',
  'page.diagram': '다이어그램',
  'page.switch': '문서 보기',
};
