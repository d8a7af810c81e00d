export const raciMessages = {
  'raci.place': 'Place',
  'raci.step': 'Step',
} as const;
