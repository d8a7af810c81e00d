import type { Side } from '../../../shared/geometry/box';
import type { DiagramDocument, EdgeEnd } from '../../../shared/model/document';
import { rolePalette } from '../../../shared/scene/rolePalette';
import { aDocument, aNode, anEdge, aRole, nodeId } from '../../support/builders';

const [indigo, green, orange, rose, violet] = rolePalette;

function end(id: string, side: Side | 'auto' = 'auto', at = 0.5): EdgeEnd {
  return { nodeId: nodeId(id), side, at };
}

/** Every kind of node and edge in both languages, with what is hard to set: long words, several lines, badges. */
export const sampler: DiagramDocument = aDocument({
  title: { ko: '견본', en: 'Sampler' },
  roles: [
    aRole({
      id: 'scientist',
      name: { ko: '데이터 과학자', en: 'Data scientist' },
      description: {
        ko: '데이터를 모아 통계로 살피고 특징을 다듬어, 첫 모델을 내놓는다.',
        en: 'Brings data together, studies it with statistics and delivers the first model.',
      },
      color: indigo.color,
      icon: 'flask-conical',
      order: 0,
    }),
    aRole({
      id: 'engineer',
      name: { ko: '데이터 엔지니어', en: 'Data engineer' },
      description: { ko: '데이터가 흘러가는 길을 깔고 지킨다.', en: 'Lays and looks after the pipes.' },
      color: green.color,
      icon: 'database',
      order: 1,
    }),
    aRole({ id: 'ml', name: { ko: 'ML 엔지니어', en: 'ML engineer' }, color: orange.color, icon: 'cog', order: 2 }),
    aRole({
      id: 'analyst',
      name: { ko: '데이터 분석가', en: 'Data analyst' },
      color: rose.color,
      icon: 'chart-line',
      order: 3,
    }),
    aRole({
      id: 'research',
      name: { ko: '연구 과학자', en: 'Research scientist' },
      color: violet.color,
      icon: 'microscope',
      order: 4,
    }),
  ],
  nodes: [
    ...[
      ['s1', '데이터 수집', 'Data ingestion'],
      ['s2', '데이터 검증', 'Data validation'],
      ['s3', '데이터 준비', 'Data preparation'],
      ['s4', '모델 학습', 'Model training'],
    ].map(([id = '', ko = '', en = ''], index) =>
      aNode('stage', { id, x: 128 + index * 168, y: 0, width: 168, height: 344, z: 1, label: { ko, en } }),
    ),
    aNode('lane', { id: 'l1', x: 0, y: 56, width: 800, height: 96, roleId: 'engineer' }),
    aNode('lane', { id: 'l2', x: 0, y: 152, width: 800, height: 96, roleId: 'scientist' }),
    aNode('lane', { id: 'l3', x: 0, y: 248, width: 800, height: 96, roleId: 'research' }),
    aNode('task', {
      id: 't1',
      parentId: 'l1',
      x: 148,
      y: 20,
      label: { ko: '수집 파이프라인 구축', en: 'Build the ingest pipeline' },
    }),
    aNode('task', { id: 't2', parentId: 'l1', x: 316, y: 20, label: { ko: '데이터 검증', en: 'Validate data' } }),
    aNode('task', {
      id: 't3',
      parentId: 'l2',
      x: 484,
      y: 20,
      label: { ko: '데이터 준비와 특징 가공', en: 'Prepare data, shape features' },
      raci: { scientist: 'R', ml: 'A', research: 'C', analyst: 'I' },
    }),
    aNode('task', { id: 't4', parentId: 'l2', x: 652, y: 20, label: { ko: '모델 학습', en: 'Train the model' } }),
    aNode('task', {
      id: 't5',
      parentId: 'l3',
      x: 652,
      y: 20,
      roleId: 'ml',
      label: { ko: '학습 기반 운영', en: 'Run training infrastructure' },
      raci: { scientist: 'R', ml: 'A', research: 'C', analyst: 'I', engineer: 'I' },
    }),
    aNode('terminal', { id: 'start', x: 0, y: 392, label: { ko: '시작', en: 'Start' } }),
    aNode('terminal', {
      id: 'stop',
      x: 0,
      y: 456,
      label: { ko: '끝', en: 'End' },
      roleId: 'ml',
      props: { event: 'end' },
    }),
    aNode('terminal', { id: 'bare', x: 8, y: 520, width: 32, height: 32 }),
    aNode('terminal', { id: 'bareEnd', x: 56, y: 520, width: 32, height: 32, props: { event: 'end' } }),
    aNode('decision', { id: 'd1', x: 160, y: 376, label: { ko: '품질 기준을 넘었나?', en: 'Good enough?' } }),
    aNode('decision', { id: 'd2', x: 160, y: 480, roleId: 'analyst', label: { ko: '승인?', en: 'Approved?' } }),
    aNode('artifact', { id: 'a1', x: 352, y: 384, label: { ko: '평가 보고서', en: 'Evaluation report' } }),
    aNode('artifact', {
      id: 'a2',
      x: 352,
      y: 480,
      roleId: 'engineer',
      label: { ko: '검증된 데이터', en: 'Validated data' },
    }),
    aNode('role', { id: 'r1', x: 512, y: 384, roleId: 'scientist' }),
    aNode('role', { id: 'r2', x: 512, y: 480, roleId: 'analyst' }),
    aNode('role', { id: 'r3', x: 744, y: 384, width: 120, height: 56, label: { ko: '제품 팀', en: 'Product team' } }),
    aNode('note', {
      id: 'n1',
      x: 744,
      y: 472,
      label: {
        ko: '큰 조직도 밟는 순서는 같다.\n단계마다 맡는 팀이 다를 뿐이다.',
        en: 'A large organisation takes the same steps.\nEach step simply has its own team.',
      },
    }),
    aNode('group', { id: 'g1', x: 0, y: 592, width: 360, height: 160, label: { ko: '엔지니어링', en: 'Engineering' } }),
    aNode('task', {
      id: 'long',
      parentId: 'g1',
      x: 24,
      y: 48,
      label: 'Supercalifragilisticexpialidocious words that never end and go on',
    }),
    aNode('task', {
      id: 'small',
      parentId: 'g1',
      x: 200,
      y: 48,
      width: 88,
      height: 48,
      label: { ko: '모델 서빙과 버전 관리', en: 'Serve and version' },
    }),
    aNode('group', {
      id: 'g2',
      x: 392,
      y: 592,
      width: 220,
      height: 160,
      roleId: 'ml',
      label: { ko: '운영', en: 'Operations' },
    }),
    aNode('lane', {
      id: 'v1',
      x: 640,
      y: 592,
      width: 120,
      height: 160,
      roleId: 'analyst',
      props: { direction: 'vertical' },
    }),
    aNode('lane', {
      id: 'v2',
      x: 760,
      y: 592,
      width: 120,
      height: 160,
      label: { ko: '최종 사용자', en: 'End user' },
      props: { direction: 'vertical' },
    }),
  ],
  edges: [
    anEdge({ id: 'e1', from: 't1', to: 't2' }),
    anEdge({ id: 'e2', kind: 'handoff', from: 't2', to: 't3', label: { ko: '검증된 데이터', en: 'Validated data' } }),
    anEdge({ id: 'e3', from: 't3', to: 't4' }),
    anEdge({ id: 'e4', kind: 'collaboration', heads: 'both', from: 't4', to: 't5' }),
    anEdge({ id: 'e5', kind: 'data', from: 't1', to: 't5', label: { ko: '기록', en: 'Log' } }),
    anEdge({ id: 'e6', from: 'start', to: 'd1' }),
    anEdge({ id: 'e7', from: 'd1', to: 'a1', label: { ko: '예', en: 'Yes' } }),
    anEdge({ id: 'e8', from: 'd1', to: 'd2', label: { ko: '아니요', en: 'No' } }),
    anEdge({ id: 'e9', kind: 'handoff', routing: 'curved', from: 'd2', to: 'a2' }),
    anEdge({ id: 'e10', kind: 'handoff', routing: 'straight', from: 'a2', to: end('r2', 'left') }),
    anEdge({ id: 'e11', kind: 'collaboration', heads: 'both', from: 'r1', to: 'r2' }),
    anEdge({ id: 'e12', kind: 'handoff', from: 'd2', to: 'stop' }),
    anEdge({ id: 'e13', from: end('small', 'right'), to: end('small', 'bottom') }),
    anEdge({ id: 'e14', kind: 'data', from: 'a1', to: end('r1', 'left'), routing: 'curved' }),
    anEdge({ id: 'e15', from: end('long', 'bottom'), to: end('small', 'bottom', 0.25), label: '->' }),
  ],
});
