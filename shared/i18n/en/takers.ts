/** What pictures write themselves, in the languages of their labels. */
export const takersMessages = {
  'people.vacant': 'Vacant',
} as const;
