export const legendMessages = {
  'legend.title': 'Roles',
  'legend.label': 'Legend',
  'action.view.legend': 'Legend of roles',
  'exporting.legend': 'Legend',
  'exporting.legend.on': 'Shown',
  'exporting.legend.off': 'Hidden',
} as const;
