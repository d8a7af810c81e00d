import type { canvasMessages as en } from '../en/canvas';

export const canvasMessages: Readonly<Record<keyof typeof en, string>> = {
  'canvas.label': '다이어그램',
  'canvas.nodeRole': '요소',
  'canvas.edgeRole': '연결선',
  'canvas.unnamed': '이름 없음',
  'canvas.nodeName': '{label}, {kind}',
  'canvas.nodeNameWithRole': '{label}, {kind}, {role}',
  'canvas.edgeName': '{from}에서 {to}까지 이어지는 {kind}',
  'canvas.edgeNameWithLabel': '{label}, {from}에서 {to}까지 이어지는 {kind}',
  'canvas.edgeLabel': '연결선 이름',
  'canvas.nodeHint': '글자를 입력하면 이름이 바뀌고, 화살표 키로 옮길 수 있어요. 메뉴 키로 메뉴를 열어요.',
  'canvas.edgeHint': 'Enter로 이름을 고치고 Delete로 지워요.',
  'canvas.minimap': '다이어그램 전체 보기',

  'canvas.empty.title': '빈 다이어그램',
  'canvas.empty.intro': '누가 어떤 일을 하고 무엇을 넘겨주는지 그려 보세요.',
  'canvas.empty.key': '첫 작업 추가',
  'canvas.empty.doubleClickKey': '두 번 클릭',
  'canvas.empty.doubleClick': '그 자리에 작업을 추가하고 바로 이름 쓰기',
  'canvas.empty.grow': '선택한 작업에서 다음 작업 잇기',
  'canvas.empty.dragKey': '끌어다 놓기',
  'canvas.empty.drag': '왼쪽에서 레인, 역할 등을 가져오기',

  'canvas.step.editText': '텍스트 편집',
  'canvas.step.bend': '연결선 꺾기',
  'canvas.step.moveLabel': '연결선 이름 옮기기',
  'canvas.step.reconnect': '다시 연결',
};
