/** What pictures write themselves, in the languages of their labels. */
export const takersMessages = {
  'legend.title': 'Roles',
  'people.vacant': 'Vacant',
} as const;
