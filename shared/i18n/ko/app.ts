import type { appMessages as en } from '../en/app';

export const appMessages: Readonly<Record<keyof typeof en, string>> = {
  'fileError.notFound': '‘{name}’ 파일이 없어요. 옮겼거나 이름을 바꿨거나 지웠을 수 있어요.',
  'fileError.notAFile': '‘{name}’ 항목은 일반 파일이 아니에요.',
  'fileError.denied': '‘{name}’ 파일에 접근할 권한이 없어요. 다른 이름이나 다른 폴더에 저장해 주세요.',
  'fileError.readOnly': '‘{name}’ 파일은 읽기 전용이에요. 다른 이름이나 다른 폴더에 저장해 주세요.',
  'fileError.diskFull':
    '디스크 공간이 부족해 ‘{name}’ 파일을 저장하지 못했어요. 원래 파일은 그대로예요. 공간을 비우거나 다른 곳에 저장해 주세요.',
  'fileError.tooLarge': '‘{name}’ 파일이 너무 커요. {limitMiB} MiB까지만 열 수 있어요.',
  'fileError.notUtf8': '‘{name}’ 파일은 UTF-8 텍스트가 아니어서 Roleweave 프로젝트로 열 수 없어요.',
  'fileError.changedOnDisk': '‘{name}’ 파일을 연 뒤에 다른 프로그램이 내용을 바꿨어요.',
  'fileError.missingOnDisk': '‘{name}’ 파일을 연 뒤에 파일이 옮겨졌거나 지워졌어요.',
  'fileError.openElsewhere': '‘{name}’ 파일은 다른 창에 열려 있어요.',
  'fileError.unknownHandle': '이 파일을 더 이상 찾을 수 없어요. 다시 열어 주세요.',
  'fileError.io': '‘{name}’ 파일을 읽거나 쓰지 못했어요({code}). 다시 시도하거나 다른 곳에 저장해 주세요.',

  'app.chooseProject': '프로젝트 열기',
  'app.saveProject': '프로젝트 저장',
  'app.exportPicture': '그림 내보내기',
  'app.filterProjects': 'Roleweave 프로젝트',
  'app.filterAllFiles': '모든 파일',
  'app.filterPng': 'PNG 그림',
  'app.filterSvg': 'SVG 그림',
  'app.filterPdf': 'PDF 문서',
  'app.filterTables': '표(CSV)',
  'app.filterMarkdown': 'Markdown',
  'app.chooseTable': '표 고르기',
  'app.exportTable': '표 내보내기',

  'app.openLink': '이 주소를 다른 프로그램에서 열까요?',
  'app.openLinkYes': '열기',
  'app.cancel': '취소',

  'app.notResponding': '창이 응답하지 않아요.',
  'app.notRespondingDetail':
    '기다리거나 창을 다시 시작할 수 있어요. 멈추기 약 1초 전까지 한 작업은 다시 불러올 수 있어요.',
  'app.wait': '기다리기',
  'app.restartWindow': '창 다시 시작',
  'app.closeAnyway': '그래도 닫기',
  'app.closeAnywayDetail': '저장하지 않은 변경 사항은 보관해 두었다가 다음에 시작할 때 다시 불러와요.',
  'app.crashedOften': '창이 여러 번 연달아 멈췄어요.',
  'app.crashedOftenDetail': '저장하지 않은 변경 사항은 보관해 두었다가 다음에 시작할 때 다시 불러와요.',
  'app.quit': 'Roleweave 종료',
  'app.services': '서비스',
  'app.hide': 'Roleweave 숨기기',
  'app.hideOthers': '다른 앱 숨기기',
  'app.showAll': '모두 보기',
};
