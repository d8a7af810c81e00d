import type { takersMessages as en } from '../en/takers';

export const takersMessages: Readonly<Record<keyof typeof en, string>> = {
  'people.vacant': '공석',
};
