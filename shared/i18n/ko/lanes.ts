import type { lanesMessages as en } from '../en/lanes';

export const lanesMessages: Readonly<Record<keyof typeof en, string>> = {
  'menu.lane': '레인',
  'menu.space': '공간',

  'action.lane.moveEarlier': '레인을 앞으로 옮기기',
  'action.lane.moveLater': '레인을 뒤로 옮기기',
  'action.lane.moveUp': '레인을 위로 옮기기',
  'action.lane.moveDown': '레인을 아래로 옮기기',
  'action.lane.moveLeft': '레인을 왼쪽으로 옮기기',
  'action.lane.moveRight': '레인을 오른쪽으로 옮기기',
  'action.lane.addBefore': '앞에 레인 추가',
  'action.lane.addAfter': '뒤에 레인 추가',
  'action.lane.addAbove': '위에 레인 추가',
  'action.lane.addBelow': '아래에 레인 추가',
  'action.lane.addLeft': '왼쪽에 레인 추가',
  'action.lane.addRight': '오른쪽에 레인 추가',
  'action.lane.addInside': '안에 레인 추가',
  'action.lane.split': '레인을 둘로 나누기',
  'action.space.openRight': '오른쪽으로 공간 넣기',
  'action.space.openDown': '아래로 공간 넣기',
  'action.space.closeLeft': '오른쪽에서 공간 줄이기',
  'action.space.closeUp': '아래에서 공간 줄이기',

  'lane.moved': '‘{name}’ 레인이 {count}개 중 {place}번째로 옮겨졌어요.',
  'lane.unnamed': '레인',
};
