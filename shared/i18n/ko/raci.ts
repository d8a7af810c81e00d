import type { raciMessages as en } from '../en/raci';

export const raciMessages: Readonly<Record<keyof typeof en, string>> = {
  'raci.place': '위치',
  'raci.step': '작업',
};
