/** Lanes and the room for them: commands, the steps they leave in the history, and what screen readers say. */
export const lanesMessages = {
  'menu.lane': 'Lane',
  'menu.space': 'Space',

  'action.lane.moveEarlier': 'Move lane forward',
  'action.lane.moveLater': 'Move lane back',
  'action.lane.moveUp': 'Move lane up',
  'action.lane.moveDown': 'Move lane down',
  'action.lane.moveLeft': 'Move lane left',
  'action.lane.moveRight': 'Move lane right',
  'action.lane.addBefore': 'Add lane before',
  'action.lane.addAfter': 'Add lane after',
  'action.lane.addAbove': 'Add lane above',
  'action.lane.addBelow': 'Add lane below',
  'action.lane.addLeft': 'Add lane on the left',
  'action.lane.addRight': 'Add lane on the right',
  'action.lane.addInside': 'Add lane inside',
  'action.lane.split': 'Split lane in two',
  'action.space.openRight': 'Insert space, to the right',
  'action.space.openDown': 'Insert space, downwards',
  'action.space.closeLeft': 'Remove space, from the right',
  'action.space.closeUp': 'Remove space, from below',

  'lane.moved': '“{name}” is lane {place} of {count} now.',
  'lane.unnamed': 'Lane',
} as const;
