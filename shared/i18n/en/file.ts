export const fileMessages = {
  'open.empty': 'The file is empty. If there was something in it, look for a backup copy.',
  'open.zeroed':
    'The file is damaged: it holds nothing but zero bytes, as is left when a computer stops in the middle of saving. Look for a backup copy.',
  'open.tooLarge': 'The file is larger than {limitMiB} MiB, the most that can be opened.',
  'open.notJson':
    'The file cannot be read: it is not valid JSON at line {line}, column {column}. If somebody edited it by hand, look there.',
  'open.cutShort':
    'The file ends too early, at line {line}, column {column}. It may not have been copied or downloaded whole; get it again.',
  'open.mergeConflict':
    'The file has an unresolved merge conflict at line {line}. Resolve it in your version control, then open the file again.',
  'open.tooDeep':
    'The file is nested too deep at line {line}, column {column}: more than {limit} levels. No project needs that many.',
  'open.duplicateKey':
    'The field "{key}" stands twice in one record, the second time at line {line}, column {column}. Delete one of the two, then open the file again.',
  'open.foreign': 'This is not a Roleweave project; it looks like {format}.',
  'open.notOurs': 'This is not a Roleweave project: it lacks "format": "roleweave".',
  'open.badVersion':
    'The file does not say which version of the format it has. Its "version" is {found}, not a whole number from 1.',
  'open.tooNew':
    'A newer Roleweave wrote this file (format version {found}); this one reads up to version {supported}. Update Roleweave to open it. The file was not changed.',
  'open.notAList': '"{place}" must be a list, but is {found}.',
  'open.tooMany': 'The file has too many entries in "{place}": {count}, and at most {limit} can be opened.',
  'open.textTooLong': 'The text at {place} is too long: at most {limit} characters can be opened.',
  'open.duplicateId':
    'The id "{id}" is a duplicate: {first} and {second} (the second) differ but share it. Give one of them another id, then open the file again.',
  'open.nestedTooDeep': '{place} lies within too many containers: more than {limit}.',
  'foreignFormat.drawio': 'a draw.io diagram or shape library',
  'foreignFormat.excalidraw': 'an Excalidraw drawing',
  'foreignFormat.tldraw': 'a tldraw drawing',
  'foreignFormat.bpmn': 'a BPMN model',
  'foreignFormat.mermaid': 'Mermaid text',
  'foreignFormat.svg': 'an SVG picture',
  'foreignFormat.html': 'a web page',
  'foreignFormat.xml': 'an XML file',
  'foreignFormat.zip': 'a ZIP archive',
  'foreignFormat.pdf': 'a PDF document',
  'repair.valueUnreadable':
    '{place}: {found} cannot be used; {used} is shown instead. The file keeps what it has until you change it.',
  'repair.valueMissing': '{place} is missing; {used} is used.',
  'repair.kindUnknown':
    '{place}: the kind {found} is unknown here; it is shown as {used}. The file keeps its kind for a newer version.',
  'repair.notARecord': '{place} is {found} instead of a record; left out.',
  'repair.idReplaced': '{place}: {found} cannot be an id; replaced by "{used}" wherever it is named.',
  'repair.idMissing': '{place} had no id; it now has "{used}".',
  'repair.duplicateDropped': '{place} repeats the record "{id}" word for word; the second one is left out.',
  'repair.textMended': '{place}: a broken character was replaced by "\ufffd".',
  'repair.keyDropped': '{place}: a field of this name is never kept; left out.',
  'repair.parentMissing': '{place}: the container "{id}" does not exist; the node now lies on the canvas.',
  'repair.parentCycle': 'These nodes lay inside each other in a circle: {ids}. They now lie on the canvas.',
  'repair.parentNotContainer': '{place}: "{id}" cannot hold other nodes; the node stays in its spot but lies outside.',
  'repair.roleMissing': '{place}: the role "{id}" does not exist; removed.',
  'repair.notTaken': '{place}: nodes of the kind "{kind}" do not have this; removed.',
  'repair.imageRefused': '{place}: this is no PNG, JPEG or harmless SVG of at most 4 MiB; it is left out.',
  'repair.separationWithoutSteps': '{place} does not name two steps to be kept apart; left out.',
  'repair.edgeWithoutEnds': '{place} does not say which nodes it connects; left out.',
  'repair.edgeEndMissing': '{place}: the node "{id}" does not exist; the edge is left out.',
  'repair.edgeEndNotConnectable': '{place}: edges cannot end at "{id}"; the edge is left out.',
} as const;
