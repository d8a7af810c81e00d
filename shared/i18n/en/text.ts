/** Formatted text, links in it, and the languages that labels are shown in. */
export const textMessages = {
  'format.bar': 'Text while typing',
  'format.bold': 'Bold',
  'format.italic': 'Italic',
  'format.bullets': 'Bulleted list',
  'format.link': 'Link',
  'gesture.openLink': 'Open a link in a label',
  'gesture.openLink.keys': 'Ctrl + click',

  'action.text.openLink': 'Open link',
  'link.refused': 'This address cannot be opened. Only web and mail addresses can.',
  'inspector.links': 'Links',
  'inspector.openLink': 'Open {address}',

  'menu.labels': 'Language of labels',
  'menu.text': 'Text',
  'action.view.labels': 'Labels: {language}',
  'action.view.labelsNext': 'Labels in the next language',
  'labels.interface': 'Same as the interface',
  'labels.ko': '한국어',
  'labels.en': 'English',
  'labels.both': 'Korean and English',
  'exporting.language.ko': '한국어',
  'exporting.language.en': 'English',
  'exporting.language.both': 'Both',
  'status.labels': 'Labels: {name}',
} as const;
