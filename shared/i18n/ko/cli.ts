import type { cliMessages as en } from '../en/cli';

export const cliMessages: Readonly<Record<keyof typeof en, string>> = {
  'cli.seeHelp': '도움말: roleweave --help',
  'cli.unknownOption': '“{option}” 옵션을 알 수 없거나 값이 빠졌어요.',
  'cli.noCommand': '할 일을 적어 주세요. 예: roleweave export 파일 -o 출력.png',
  'cli.unknownCommand': '“{command}” 명령은 없어요. 쓸 수 있는 명령: {commands}',
  'cli.noFiles': '내보낼 파일을 적어 주세요.',
  'cli.noOutput': '-o로 저장할 곳을 적어 주세요. 예: -o 출력.png',
  'cli.badValue': '{option}에는 “{value}”을(를) 쓸 수 없어요. 가능한 값: {allowed}',
  'cli.oneOutput':
    '여러 파일을 “{output}” 하나로 내보낼 수 없어요. 폴더(-o pictures/)나 {name}이 든 이름 틀을 적어 주세요.',
  'cli.unknownFormat':
    '“{output}”만으로는 형식을 알 수 없어요. 확장자나 --format으로 다음 중 하나를 적어 주세요: {formats}',
  'cli.sameOutput': '“{first}” 파일과 “{second}” 파일이 모두 “{output}”에 저장돼요. 이름을 다르게 해 주세요.',
  'cli.overInput': '“{output}”은(는) 내보낼 원본 파일이라 덮어쓸 수 없어요.',
  'cli.noFolder': '“{folder}” 폴더를 만들지 못했어요({code}).',
  'cli.warning': '경고:',
  'cli.check.none': '문제 없음',
  'cli.check.noFiles': '검사할 파일을 적어 주세요.',
  'cli.check.help': `사용법: roleweave check 파일… [--json]

역할 없는 작업, 막다른 작업, 내용 없는 인계처럼 일을 나눈 방식에서 잘못된 곳을 알려 줘요.
창에서 보는 목록과 같아요.

      --json           프로그램이 읽을 JSON으로 출력`,
  'cli.diff.oneForm': '--json과 --markdown 중 하나만 골라 주세요.',
  'cli.diff.twoFiles': '비교할 두 파일을 적어 주세요.',
  'cli.diff.help': `사용법: roleweave diff 이전 이후 [--json | --markdown]

두 프로젝트에서 달라진 점을 말로 알려 줘요. 담당이 바뀐 작업, 새로 생기거나 없어진 인계,
역할, RACI, 사람을 비교하고, 자리만 옮긴 것은 개수로 묶어요.

      --json           프로그램이 읽을 JSON으로 출력
      --markdown       리뷰에 붙일 Markdown으로 출력`,
  'cli.sheet.oneFile': '읽을 파일 하나를 적어 주세요.',
  'cli.sheet.help': `사용법: roleweave sheet 파일 [--role 이름]

역할이 어느 단계에서 무엇을 하는지, RACI, 받는 것과 넘기는 것을 Markdown으로 써요.
--role이 없으면 모든 역할을 써요.`,
  'cli.text.noFiles': '글로 풀어 쓸 파일을 적어 주세요.',
  'cli.text.help': `사용법: roleweave text 파일…

프로젝트의 내용을 위치 없이 한 줄씩 글로 써요. git diff처럼 줄 단위로 비교하는 도구에 써요.`,
  'cli.help.common': `모든 명령에 쓸 수 있는 옵션:
      --lang 언어      메시지의 언어: ko 또는 en(기본값: 시스템 언어)
  -h, --help           이 도움말 또는 한 명령의 도움말 보기
  -v, --version        버전 보기

종료 코드: 0 완료, 1 일부 실패(이유는 표준 오류에 출력), 2 잘못된 사용, 3 check가 문제를, diff가 달라진 점을 찾음.`,
  'cli.noRole': '‘{role}’ 역할이 없어요. 있는 역할: {known}',
  'cli.export.help': `사용법: roleweave export 파일… -o 출력 [옵션]

창을 열지 않고 Roleweave 프로젝트를 그림으로 만들어요.

  -o, --output 출력    파일(.png, .svg, .pdf), 폴더, 또는 out/{name}.png 같은 이름 틀
      --format 형식    폴더로 내보낼 때의 형식: png, svg, pdf(기본값: png)
      --scale 배율     PNG·SVG의 단위당 픽셀 수, 0.1~8(기본값: 2)
      --paper 용지     PDF의 용지: picture(그림 크기), a4, a3(기본값: picture)
      --margin 여백    그림 둘레의 여백, 0~1000(기본값: 24)
      --role 역할      이 역할에 집중해서: 나머지는 흐리게
      --lang 언어      그림의 언어: ko, en, both(둘 다)
      --theme 테마     light(밝게) 또는 dark(어둡게)(기본값: light)
      --transparent    배경을 투명하게
      --names          역할을 맡은 사람의 이름 표시
      --view VIEW      roles, stages, grid: 역할별 레인, 단계별 레인, 역할 × 단계
      --legend         그림 아래에 쓰인 역할의 범례 표시, --no-legend는 숨김
                       (기본값: 프로젝트의 설정)

여러 파일은 폴더(-o pictures/)나 {name}이 든 이름 틀로 내보내요.`,
};
