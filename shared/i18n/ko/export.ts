import type { exportMessages as en } from '../en/export';

export const exportMessages: Readonly<Record<keyof typeof en, string>> = {
  'roleColor.indigo': '남보라',
  'roleColor.green': '초록',
  'roleColor.orange': '주황',
  'roleColor.rose': '장미색',
  'roleColor.violet': '보라',
  'roleColor.steel': '청색',
  'roleColor.plum': '자두색',
  'roleColor.brown': '갈색',
  'roleColor.haze': '회청색',
  'roleColor.crimson': '진홍',
  'roleColor.lavender': '라벤더',
  'roleColor.salmon': '연어색',
};
