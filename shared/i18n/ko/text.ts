import type { textMessages as en } from '../en/text';

export const textMessages: Readonly<Record<keyof typeof en, string>> = {
  'format.bar': '글자 서식',
  'format.bold': '굵게',
  'format.italic': '기울임',
  'format.bullets': '글머리 기호',
  'format.link': '링크',
  'gesture.openLink': '글 안의 링크 열기',
  'gesture.openLink.keys': 'Ctrl + 누르기',

  'action.text.openLink': '링크 열기',
  'link.refused': '이 주소는 열 수 없어요. 웹 주소와 메일 주소만 열 수 있어요.',
  'inspector.links': '링크',
  'inspector.openLink': '{address} 열기',

  'inspector.sizing': '크기와 글',
  'inspector.textCut': '글이 다 들어가지 않아 끝이 ‘…’로 잘려 보여요.',
  'sizing.fit': '글에 맞춰 늘리기',
  'sizing.fixed': '크기 고정',

  'action.text.translations': '번역이 빠진 글…',
  'translations.title': '번역이 빠진 글',
  'translations.intro': '한 언어로만 쓰인 글이에요. Enter를 누르면 다음 글로 넘어가요.',
  'translations.left': '{count}개 남음',
  'translations.none': '번역이 빠진 글이 없어요.',
  'translations.same': '그대로 쓰기',
  'translations.sameFor': '그대로 쓰기: {title}',
  'translations.show': '{title} 보기',
  'step.translate': '번역',

  'menu.labels': '다이어그램 글의 언어',
  'menu.text': '텍스트',
  'action.view.labels': '다이어그램 글: {language}',
  'action.view.labelsNext': '다이어그램 글을 다음 언어로',
  'labels.interface': '화면 언어와 같게',
  'labels.ko': '한국어',
  'labels.en': 'English',
  'labels.both': '한국어와 영어 함께',
  'exporting.language.ko': '한국어',
  'exporting.language.en': 'English',
  'exporting.language.both': '둘 다',
  'status.labels': '다이어그램 글: {name}',
};
