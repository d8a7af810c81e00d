import type { Timing } from '../../shared/model/document';
import { aDocument, anEdge, aRole, aTask } from './builders';

const timed = (workMinutes: number, waitMinutes: number, accuratePercent: number | null): Timing => ({
  workMinutes,
  waitMinutes,
  accuratePercent,
});

/** Five steps in a row with all figures, the third hand-off among them; its lead time is 2,100 minutes. */
export const fiveSteps = aDocument({
  title: 'From data to serving',
  roles: [
    aRole({ id: 'data', name: 'Data engineer', color: '#0c8a5e' }),
    aRole({ id: 'science', name: 'Data scientist', color: '#5f66ed', order: 1 }),
    aRole({ id: 'ml', name: 'ML engineer', color: '#f87f02', order: 2 }),
  ],
  nodes: [
    aTask({ id: 'collect', label: 'Collect', roleId: 'data', timing: timed(60, 0, 90) }),
    aTask({ id: 'validate', label: 'Validate', x: 200, roleId: 'data', timing: timed(30, 120, 80) }),
    aTask({ id: 'build', label: 'Build', x: 400, roleId: 'science', timing: timed(240, 480, 50) }),
    aTask({ id: 'deploy', label: 'Deploy', x: 600, roleId: 'ml', timing: timed(45, 60, 100) }),
    aTask({ id: 'serve', label: 'Serve', x: 800, roleId: 'ml', timing: timed(30, 60, 75) }),
  ],
  edges: [
    anEdge({ id: '1', from: 'collect', to: 'validate' }),
    anEdge({ id: '2', from: 'validate', to: 'build', kind: 'handoff' }),
    anEdge({ id: '3', from: 'build', to: 'deploy', kind: 'handoff', label: 'Model', timing: timed(15, 960, null) }),
    anEdge({ id: '4', from: 'deploy', to: 'serve' }),
  ],
});
