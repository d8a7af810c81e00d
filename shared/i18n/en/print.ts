export const printMessages = {
  'action.file.print': 'Print…',
  'action.file.printSelection': 'Print selection…',
  'print.picture': 'Picture of the diagram',
  'print.person': 'Person',
  'print.roles': 'Roles',
  'print.takenBy': 'Taken by',
  'print.empty': 'There is nothing to print yet. Add something to the diagram first.',
  'print.noPrinter': 'No printer was found.',
  'print.noPrinter.hint': 'Connect one, or save the diagram as a PDF: Export… › PDF.',
  'print.failed': 'It could not be printed ({cause}).',
  'print.failed.hint': 'Look whether the printer is on and has paper, or save the diagram as a PDF: Export… › PDF.',
} as const;
