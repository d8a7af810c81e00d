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
  'exporter.png': 'PNG 그림',
  'exporter.svg': 'SVG 도면',
  'exporter.pdf': 'PDF 문서',
  'exporting.paper': '용지',
  'exporting.paper.picture': '그림 크기',
  'exporting.paper.a4': 'A4',
  'exporting.paper.a3': 'A3',
  'exporting.millimetres': '{width} × {height} mm',
  'export.error.empty': '내보낼 내용이 아직 없어요. 다이어그램에 먼저 무언가를 추가해 주세요.',
  'export.error.tooLarge':
    '그림 크기가 {widthPx} × {heightPx}픽셀이에요. 최대 {limitMegapixels}메가픽셀까지 만들 수 있으니 배율을 낮춰 주세요.',
  'export.error.failed': '그림을 만들지 못했어요({cause}).',
};
