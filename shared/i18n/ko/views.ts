import type { viewsMessages as en } from '../en/views';

export const viewsMessages: Readonly<Record<keyof typeof en, string>> = {
  'action.view.as': '배열: {view}',
  'menu.views': '배열 방식',
  'view.free': '그린 그대로',
  'view.grid': '역할 × 단계',
  'view.roles': '역할별 레인',
  'view.stages': '단계별 레인',
  'view.switch': '배열: {view}',
};
