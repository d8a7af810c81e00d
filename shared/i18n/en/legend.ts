export const legendMessages = {
  'legend.label': 'Legend',
  'action.view.legend': 'Legend of roles',
  'exporting.legend': 'Legend',
  'exporting.legend.on': 'Shown',
  'exporting.legend.off': 'Hidden',
} as const;
