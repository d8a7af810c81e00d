import type { picturesMessages as en } from '../en/pictures';

export const picturesMessages: Readonly<Record<keyof typeof en, string>> = {
  'action.picture.replace': '다른 그림 고르기…',
  'action.picture.naturalSize': '그림 원래 크기로',
  'step.addPicture': '그림 추가',
  'step.replacePicture': '그림 바꾸기',
  'edit.images.add': '그림 추가',
  'picture.choose': '그림 고르기',
  'picture.pasted': '클립보드',
  'picture.refused': '{name}: 그림으로 쓸 수 없어요',
  'picture.notAPicture': 'PNG, JPEG, SVG가 아니에요.',
  'picture.unsafe': '그림 말고 스크립트나 다른 파일로 가는 링크가 들어 있어요.',
  'picture.tooManyBytes':
    '크기가 {size} MiB예요. 그림은 {limit} MiB까지 넣을 수 있어요. 줄이거나 JPEG로 저장해 주세요.',
  'picture.tooManyPixels':
    '{width} × {height} 픽셀이에요. 그림은 {limit}백만 픽셀까지 넣을 수 있어요. 먼저 줄여 주세요.',
  'picture.unreadable': '파일을 읽을 수 없어요.',
  'app.filterPictures': '그림',
};
