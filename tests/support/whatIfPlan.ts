import { aDocument, aLane, anEdge, aPerson, aRole, aTask } from './builders';

const stepsOf = (role: string, count: number) =>
  Array.from({ length: count }, (_, at) =>
    aTask({
      id: `${role}${at}`,
      label: `${role.toUpperCase()} step ${at}`,
      parentId: `lane-${role}`,
      x: 140 + at * 150,
      y: 20,
      raci: { [role]: 'AR' },
    }),
  );

/**
 * Nine hand-offs among three roles: an ML engineer with six steps, an ML developer with three, a data scientist with
 * one. Two of the hand-offs are between the developer and the ML engineer.
 */
export const whatIfPlan = aDocument({
  title: 'Who takes over?',
  roles: [
    aRole({ id: 'ds', name: 'Data scientist', color: '#5f66ed', order: 0 }),
    aRole({ id: 'mle', name: 'ML engineer', color: '#f87f02', order: 1, headcount: 2 }),
    aRole({ id: 'mld', name: 'ML developer', color: '#3774a5', order: 2 }),
  ],
  nodes: [
    ...['ds', 'mle', 'mld'].map((role, at) =>
      aLane({ id: `lane-${role}`, roleId: role, width: 1100, height: 100, y: at * 100 }),
    ),
    ...stepsOf('ds', 1),
    ...stepsOf('mle', 6),
    ...stepsOf('mld', 3),
  ],
  edges: [
    ...[0, 1, 2, 3, 4, 5].map((at) =>
      anEdge({ id: `h${at}`, from: 'ds0', to: `mle${at}`, kind: 'handoff', label: `Model ${at}` }),
    ),
    anEdge({ id: 'h6', from: 'mle0', to: 'mld0', kind: 'handoff', label: 'Endpoint' }),
    anEdge({ id: 'h7', from: 'mle1', to: 'mld1', kind: 'handoff', label: 'Endpoint' }),
    anEdge({ id: 'h8', from: 'ds0', to: 'mld2', kind: 'handoff', label: 'Notes' }),
  ],
  people: [
    aPerson({ id: 'kim', name: 'Kim', roleIds: ['mle', 'ds'] }),
    aPerson({ id: 'lee', name: 'Lee', roleIds: ['mld'], order: 1 }),
  ],
});
