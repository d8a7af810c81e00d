/** The pages that a document can be looked at in. */
export const pagesMessages = {
  'action.page': 'Show: {page}',
  'menu.page': 'Show as',
  'page.diagram': 'Diagram',
  'page.switch': 'How the document is shown',
} as const;
