import { aDocument, aNode, anEdge, aRole, aTask } from './builders';

/** A diagram with one of each of six gaps (R17), and the same in which each is closed. */
const roles = [
  aRole({ id: 'de', name: { en: 'Data engineer', ko: '데이터 엔지니어' }, color: '#5f66ed', order: 0 }),
  aRole({ id: 'ds', name: { en: 'Data scientist', ko: '데이터 과학자' }, color: '#0c8a5e', order: 1 }),
  aRole({ id: 'eu', name: { en: 'End user', ko: '최종 사용자' }, color: '#7d3f68', order: 2 }),
  aRole({ id: 'idle', name: { en: 'Product team', ko: '제품 팀' }, color: '#7992c4', order: 3 }),
];
const step = (id: string, en: string, ko: string, roleId: string | null, x: number, y: number) =>
  aTask({ id, label: { en, ko }, roleId, x, y });
const arrow = (from: string, to: string) => anEdge({ id: `${from}-${to}`, from, to });

export const gaps = aDocument({
  title: 'Gaps',
  roles,
  nodes: [
    ...[0, 1, 2, 3].map((index) =>
      aNode('stage', {
        id: `stage${index}`,
        label: { en: `Stage ${index + 1}`, ko: `${index + 1}단계` },
        x: 200 * index,
        width: 200,
        height: 400,
      }),
    ),
    aNode('terminal', { id: 'start', roleId: 'de', label: { en: 'Start', ko: '시작' }, x: 20, y: 60 }),
    aNode('terminal', {
      id: 'end',
      roleId: 'ds',
      label: { en: 'End', ko: '끝' },
      x: 420,
      y: 60,
      props: { event: 'end' },
    }),
    step('collect', 'Collect data', '데이터 수집', 'de', 20, 140),
    step('validate', 'Validate data', '데이터 검증', null, 220, 140),
    step('build', 'Build the model', '모델 만들기', 'ds', 420, 140),
    step('guess', 'Guess', '짐작', 'ds', 20, 320),
    step('archive', 'Archive', '보관', 'de', 220, 240),
    step('use', 'Use it', '쓰기', 'eu', 420, 320),
  ],
  edges: [
    arrow('start', 'collect'),
    arrow('collect', 'validate'),
    arrow('validate', 'build'),
    arrow('collect', 'archive'),
    arrow('guess', 'build'),
    arrow('build', 'end'),
  ],
});
