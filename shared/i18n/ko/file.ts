import type { fileMessages as en } from '../en/file';

export const fileMessages: Readonly<Record<keyof typeof en, string>> = {
  'open.empty': '빈 파일이에요. 내용이 있던 파일이라면 백업 사본을 찾아보세요.',
  'open.zeroed':
    '파일이 손상됐어요. 저장 도중에 컴퓨터가 멈춘 것처럼 0바이트 값으로만 채워져 있어요. 백업 사본을 찾아보세요.',
  'open.tooLarge': '파일이 너무 커요. {limitMiB} MiB까지 열 수 있어요.',
  'open.notJson':
    '프로젝트로 읽을 수 없는 파일이에요. {line}행 {column}열에서 JSON 형식이 깨졌어요. 직접 고친 파일이라면 그 자리를 확인해 보세요.',
  'open.cutShort':
    '파일이 {line}행 {column}열에서 중간에 끊겼어요. 복사나 다운로드가 끝까지 되지 않았을 수 있으니 다시 받아 보세요.',
  'open.mergeConflict':
    '{line}행에 해결되지 않은 병합 충돌이 있어요. 버전 관리 도구에서 충돌을 해결한 뒤 다시 열어 주세요.',
  'open.tooDeep': '{line}행 {column}열에서 중첩이 너무 깊어요. {limit}단계까지 열 수 있어요.',
  'open.duplicateKey':
    '한 레코드에 "{key}" 항목이 두 번 있어요. 두 번째는 {line}행 {column}열이에요. 둘 중 하나를 지우고 다시 열어 주세요.',
  'open.foreign': 'Roleweave 프로젝트가 아니에요. 파일 형식: {format}',
  'open.notOurs': 'Roleweave 프로젝트가 아니에요. 파일에 "format": "roleweave" 항목이 없어요.',
  'open.badVersion': '파일의 형식 버전을 알 수 없어요. "version"은 1 이상의 정수여야 하는데 {found} 값이 들어 있어요.',
  'open.tooNew':
    '더 새로운 Roleweave에서 저장한 파일이에요(형식 버전 {found}). 지금 버전은 {supported}까지 읽을 수 있어요. Roleweave를 업데이트한 뒤 열어 주세요. 파일은 바꾸지 않았어요.',
  'open.notAList': '"{place}" 항목은 목록이어야 해요. 지금 값: {found}',
  'open.tooMany': '"{place}" 항목이 {count}개로 너무 많아요. {limit}개까지 열 수 있어요.',
  'open.textTooLong': '{place}: 글이 너무 길어요. {limit}자까지 열 수 있어요.',
  'open.duplicateId':
    'ID "{id}" 중복: 내용이 다른 {first} 항목과 {second} 항목이 같은 ID를 써요. 둘 중 하나의 ID를 바꾸고 다시 열어 주세요.',
  'open.nestedTooDeep': '{place}: 컨테이너 안에 너무 깊이 들어 있어요. {limit}단계까지 열 수 있어요.',
  'foreignFormat.drawio': 'draw.io 다이어그램 또는 도형 라이브러리',
  'foreignFormat.excalidraw': 'Excalidraw 그림',
  'foreignFormat.tldraw': 'tldraw 그림',
  'foreignFormat.bpmn': 'BPMN 모델',
  'foreignFormat.mermaid': 'Mermaid 텍스트',
  'foreignFormat.svg': 'SVG 그림',
  'foreignFormat.html': '웹 페이지',
  'foreignFormat.xml': 'XML 파일',
  'foreignFormat.zip': 'ZIP 압축 파일',
  'foreignFormat.pdf': 'PDF 문서',
  'repair.valueUnreadable':
    '{place}: 쓸 수 없는 값 {found} 대신 {used} 값으로 보여 드려요. 직접 바꾸기 전까지 파일에는 원래 값이 남아 있어요.',
  'repair.valueMissing': '{place}: 값이 없어 {used} 값을 썼어요.',
  'repair.kindUnknown':
    '{place}: {found}, 이 버전에서 모르는 종류라 {used} 종류로 보여 드려요. 새 버전에서 볼 수 있도록 파일에는 원래 종류가 남아 있어요.',
  'repair.notARecord': '{place}: 레코드가 아닌 값 {found}, 제외했어요.',
  'repair.idReplaced': '{place}: ID로 쓸 수 없는 값 {found}, 가리키는 곳까지 모두 "{used}" 값으로 바꿨어요.',
  'repair.idMissing': '{place}: ID가 없어 "{used}" 값을 붙였어요.',
  'repair.duplicateDropped': '{place}: "{id}" 레코드와 내용이 똑같아 두 번째 것을 제외했어요.',
  'repair.textMended': '{place}: 깨진 글자를 "\ufffd" 문자로 바꿨어요.',
  'repair.keyDropped': '{place}: 쓸 수 없는 항목 이름이라 제외했어요.',
  'repair.parentMissing': '{place}: 컨테이너 "{id}" 항목이 없어 노드를 캔버스로 옮겼어요.',
  'repair.parentCycle': '서로가 서로를 담고 있던 노드를 캔버스로 옮겼어요: {ids}',
  'repair.parentNotContainer': '{place}: "{id}" 노드는 다른 노드를 담을 수 없어요. 위치는 그대로 두고 밖으로 꺼냈어요.',
  'repair.roleMissing': '{place}: 역할 "{id}" 항목이 없어 지웠어요.',
  'repair.notTaken': '{place}: "{kind}" 종류의 노드에는 없는 항목이라 지웠어요.',
  'repair.imageRefused': '{place}: 4 MiB 이하의 PNG, JPEG, 안전한 SVG가 아니어서 뺐어요.',
  'repair.separationWithoutSteps': '{place}: 서로 나눌 두 단계가 정해지지 않은 규칙이라 제외했어요.',
  'repair.edgeWithoutEnds': '{place}: 이을 노드가 정해지지 않은 연결선이라 제외했어요.',
  'repair.edgeEndMissing': '{place}: 노드 "{id}" 항목이 없어 연결선을 제외했어요.',
  'repair.edgeEndNotConnectable': '{place}: "{id}" 노드에는 연결할 수 없어 연결선을 제외했어요.',
};
