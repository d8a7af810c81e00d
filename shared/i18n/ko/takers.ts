import type { takersMessages as en } from '../en/takers';

export const takersMessages: Readonly<Record<keyof typeof en, string>> = {
  'legend.title': '역할',
  'people.vacant': '공석',
};
