/** What the canvas says: names for screen readers, hints, and the steps it leaves in the history. */
export const canvasMessages = {
  'canvas.label': 'Diagram',
  'canvas.nodeRole': 'element',
  'canvas.edgeRole': 'connection',
  'canvas.unnamed': 'Unnamed',
  'canvas.nodeName': '{label}, {kind}',
  'canvas.nodeNameWithRole': '{label}, {kind}, {role}',
  'canvas.edgeName': '{kind} from {from} to {to}',
  'canvas.edgeNameWithLabel': '{label}, {kind} from {from} to {to}',
  'canvas.edgeLabel': 'Edge label',
  'canvas.nodeHint': 'Type to rename it, move it with the arrow keys, open its menu with the menu key.',
  'canvas.edgeHint': 'Press Enter to edit its label or Delete to remove it.',
  'canvas.minimap': 'Overview of the whole diagram',

  'canvas.empty.title': 'A blank diagram',
  'canvas.empty.intro': 'Draw who does what, and what they hand over to each other.',
  'canvas.empty.key': 'add the first step',
  'canvas.empty.doubleClickKey': 'Double-click',
  'canvas.empty.doubleClick': 'add a step right there and name it',
  'canvas.empty.grow': 'grow the next step from the selected one',
  'canvas.empty.dragKey': 'Drag',
  'canvas.empty.drag': 'lanes, roles and more from the left',

  'canvas.step.editText': 'Edit text',
  'canvas.step.bend': 'Bend edge',
  'canvas.step.moveLabel': 'Move label',
  'canvas.step.reconnect': 'Reconnect',
} as const;
