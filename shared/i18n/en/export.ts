export const exportMessages = {
  'roleColor.indigo': 'Indigo',
  'roleColor.green': 'Green',
  'roleColor.orange': 'Orange',
  'roleColor.rose': 'Rose',
  'roleColor.violet': 'Violet',
  'roleColor.steel': 'Blue',
  'roleColor.plum': 'Plum',
  'roleColor.brown': 'Brown',
  'roleColor.haze': 'Grey blue',
  'roleColor.crimson': 'Crimson',
  'roleColor.lavender': 'Lavender',
  'roleColor.salmon': 'Salmon',
} as const;
