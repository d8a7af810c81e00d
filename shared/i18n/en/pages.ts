/** The pages that a document can be looked at in. */
export const pagesMessages = {
  'action.page': 'Show: {page}',
  'action.page.showSelection': 'Show selection in the diagram',
  'menu.tables': 'Tables',
  'menu.page': 'Show as',
  'action.role.focus': 'Focus on the role',
  'focus.on': 'Focus on {name}: what it does, receives and gives.',
  'focus.ended': 'The whole diagram is shown.',
  'focus.start': 'Focus on {name}',
  'focus.end': 'Show the whole diagram again',
  'focus.chip': 'Focus: {name}',
  'page.diagram': 'Diagram',
  'page.switch': 'How the document is shown',
} as const;
