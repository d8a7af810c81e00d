import type { DiagramDocument } from '../../shared/model/document';
import { aDocument, aNode, aRole, aTask } from './builders';

/** Two stages with three steps and seven roles, as in the article; one step is fully agreed on, one only half, one not. */
export const raciPlan: DiagramDocument = aDocument({
  roles: [
    aRole({ id: 'de', name: { en: 'Data engineer', ko: '데이터 엔지니어' }, order: 1 }),
    aRole({ id: 'ds', name: { en: 'Data scientist', ko: '데이터 과학자' }, order: 2 }),
    aRole({ id: 'mle', name: { en: 'ML engineer', ko: 'ML 엔지니어' }, order: 3 }),
    aRole({ id: 'rs', name: { en: 'Research scientist', ko: '연구원' }, order: 4 }),
    aRole({ id: 'da', name: { en: 'Data analyst', ko: '데이터 분석가' }, order: 5 }),
    aRole({ id: 'mld', name: { en: 'ML developer', ko: 'ML 개발자' }, order: 6 }),
    aRole({ id: 'eu', name: { en: 'End user', ko: '사용자' }, order: 7 }),
  ],
  nodes: [
    aNode('stage', { id: 'prepare', label: { en: 'Prepare', ko: '준비' }, x: 0, y: 0, width: 300, height: 400 }),
    aNode('stage', { id: 'build', label: { en: 'Build', ko: '구축' }, x: 300, y: 0, width: 300, height: 400 }),
    aTask({
      id: 'clean',
      label: { en: 'Clean data', ko: '데이터 정제' },
      x: 40,
      y: 80,
      raci: { de: 'AR', da: 'C' },
    }),
    aTask({
      id: 'model',
      label: { en: 'Build model', ko: '모델 구축' },
      x: 340,
      y: 80,
      raci: { ds: 'R', mle: 'A', da: 'C', eu: 'I' },
    }),
    aTask({ id: 'check', label: '=SUM(A1), "checked"', x: 340, y: 180, raci: { rs: 'R' } }),
    aNode('note', { id: 'note', label: 'No step', x: 40, y: 300 }),
  ],
});
