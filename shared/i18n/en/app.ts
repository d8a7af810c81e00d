/** Texts of the main process: native dialogs, and why a file could not be read or written. */
export const appMessages = {
  'fileError.notFound': 'There is no file “{name}”. It may have been moved, renamed or deleted.',
  'fileError.notAFile': '“{name}” is not an ordinary file.',
  'fileError.denied': 'You have no permission for “{name}”. Save under another name or in another folder.',
  'fileError.readOnly': '“{name}” is read-only. Save under another name or in another folder.',
  'fileError.diskFull':
    'There is not enough space on the disk for “{name}”. The file is as it was. Free some space, or save somewhere else.',
  'fileError.tooLarge': '“{name}” is too large: the limit is {limitMiB} MiB.',
  'fileError.notUtf8': '“{name}” is not text in UTF-8, so it cannot be a Roleweave project.',
  'fileError.changedOnDisk': '“{name}” was changed by another program since it was opened.',
  'fileError.missingOnDisk': '“{name}” was moved or deleted since it was opened.',
  'fileError.openElsewhere': '“{name}” is open in another window.',
  'fileError.unknownHandle': 'This file is not known any more. Open it again.',
  'fileError.io': '“{name}” could not be read or written ({code}). Try again, or save somewhere else.',

  'app.chooseProject': 'Open project',
  'app.saveProject': 'Save project',
  'app.exportPicture': 'Export picture',
  'app.filterProjects': 'Roleweave projects',
  'app.filterAllFiles': 'All files',
  'app.filterPng': 'PNG pictures',
  'app.filterSvg': 'SVG pictures',

  'app.openLink': 'Open this address in another program?',
  'app.openLinkYes': 'Open',
  'app.cancel': 'Cancel',

  'app.notResponding': 'The window does not respond.',
  'app.notRespondingDetail':
    'You can wait, or restart it. What you did until about a second before it stopped is offered again.',
  'app.wait': 'Wait',
  'app.restartWindow': 'Restart window',
  'app.closeAnyway': 'Close anyway',
  'app.closeAnywayDetail': 'Unsaved changes are kept and offered again at the next start.',
  'app.crashedOften': 'The window stopped working several times in a row.',
  'app.crashedOftenDetail': 'Unsaved changes are kept and offered again at the next start.',
  'app.quit': 'Quit Roleweave',
  'app.services': 'Services',
  'app.hide': 'Hide Roleweave',
  'app.hideOthers': 'Hide others',
  'app.showAll': 'Show all',
} as const;
