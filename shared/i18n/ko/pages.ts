import type { pagesMessages as en } from '../en/pages';

export const pagesMessages: Readonly<Record<keyof typeof en, string>> = {
  'action.page': '보기: {page}',
  'menu.page': '보기',
  'page.diagram': '다이어그램',
  'page.switch': '문서 보기',
};
