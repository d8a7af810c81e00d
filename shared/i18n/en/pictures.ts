/** Pictures in the diagram. */
export const picturesMessages = {
  'action.picture.replace': 'Choose another picture…',
  'action.picture.naturalSize': 'Picture in its own size',
  'step.addPicture': 'Add picture',
  'step.replacePicture': 'Replace picture',
  'edit.images.add': 'Add picture',
  'picture.choose': 'Choose pictures',
  'picture.pasted': 'the clipboard',
  'picture.refused': '{name} cannot be used as a picture',
  'picture.notAPicture': 'It is no PNG, JPEG or SVG.',
  'picture.unsafe': 'It holds more than a drawing: scripts, links to other files or the like.',
  'picture.tooManyBytes': 'It is {size} MiB large; a picture may have {limit} MiB. Make it smaller or save it as JPEG.',
  'picture.tooManyPixels':
    'It has {width} × {height} pixels; a picture may have {limit} million. Make it smaller first.',
  'picture.unreadable': 'The file cannot be read.',
  'app.filterPictures': 'Pictures',
} as const;
