/** All that a diagram says of one role. */
export const sheetMessages = {
  'action.role.sheet': 'Role sheet…',
  'sheet.copied': 'Copied the role sheet as Markdown.',
  'sheet.copy': 'Copy as Markdown',
  'sheet.fileName': '{name}, role sheet',
  'sheet.gives': 'Gives to',
  'sheet.none': 'Nothing.',
  'sheet.noMission': 'No description yet.',
  'sheet.people': 'People',
  'sheet.picture': 'The part of {name} in the diagram',
  'sheet.print': 'Print…',
  'sheet.receives': 'Receives from',
  'sheet.role': 'Role',
  'sheet.save': 'Save as Markdown…',
  'sheet.savePdf': 'Save as PDF…',
  'sheet.steps': 'Steps',
  'sheet.title': 'Role sheet',
} as const;
