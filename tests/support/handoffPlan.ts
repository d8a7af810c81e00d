import type { DiagramDocument } from '../../shared/model/document';
import { aDocument, aLane, anEdge, aRole, aTask } from './builders';

const lane = (role: string, row: number) =>
  aLane({ id: `lane-${role}`, roleId: role, y: row * 160, width: 1000, height: 160 });
const step = (id: string, role: string, column: number, label: string) =>
  aTask({ id, label, parentId: `lane-${role}`, x: 160 + column * 200, y: 48 });

/** Four lanes with nine steps and fourteen edges, of which nine lead from one role to another. */
export const handoffPlan: DiagramDocument = aDocument({
  roles: [
    aRole({ id: 'de', name: { en: 'Data engineer', ko: '데이터 엔지니어' }, color: '#2f7de1', order: 1 }),
    aRole({ id: 'ds', name: { en: 'Data scientist', ko: '데이터 과학자' }, color: '#5f66ed', order: 2 }),
    aRole({ id: 'mle', name: { en: 'ML engineer', ko: 'ML 엔지니어' }, color: '#0b7a51', order: 3 }),
    aRole({ id: 'eu', name: { en: 'End user', ko: '사용자' }, color: '#b77800', order: 4 }),
    aRole({ id: 'rs', name: { en: 'Research scientist', ko: '연구원' }, color: '#c22f45', order: 5 }),
  ],
  nodes: [
    lane('de', 0),
    lane('ds', 1),
    lane('mle', 2),
    lane('eu', 3),
    step('collect', 'de', 0, 'Collect data'),
    step('clean', 'de', 1, 'Clean data'),
    step('label', 'ds', 0, 'Label data'),
    step('train', 'ds', 1, 'Train the model'),
    step('features', 'ds', 2, 'Choose features'),
    step('review', 'mle', 1, 'Review the model'),
    step('deploy', 'mle', 2, 'Deploy the model'),
    step('watch', 'mle', 3, 'Watch the model'),
    step('use', 'eu', 3, 'Use predictions'),
  ],
  edges: [
    anEdge({ id: 'collect-clean', from: 'collect', to: 'clean' }),
    anEdge({ id: 'clean-train', kind: 'handoff', from: 'clean', to: 'train' }),
    anEdge({ id: 'collect-label', from: 'collect', to: 'label' }),
    anEdge({ id: 'label-clean', kind: 'data', from: 'label', to: 'clean' }),
    anEdge({ id: 'clean-features', from: 'clean', to: 'features' }),
    anEdge({ id: 'label-train', from: 'label', to: 'train' }),
    anEdge({ id: 'train-features', from: 'train', to: 'features' }),
    anEdge({ id: 'train-review', kind: 'handoff', from: 'train', to: 'review' }),
    anEdge({ id: 'review-train', from: 'review', to: 'train' }),
    anEdge({ id: 'features-deploy', from: 'features', to: 'deploy' }),
    anEdge({ id: 'review-deploy', from: 'review', to: 'deploy' }),
    anEdge({ id: 'deploy-watch', from: 'deploy', to: 'watch' }),
    anEdge({ id: 'deploy-use', kind: 'handoff', from: 'deploy', to: 'use' }),
    anEdge({ id: 'watch-use', kind: 'collaboration', from: 'watch', to: 'use' }),
  ],
});
