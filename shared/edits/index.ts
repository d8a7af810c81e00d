import type { DiagramDocument } from '../model/document';
import { applyLayout } from './applyLayout';
import type { EditArgs, EditName } from './args';
import { changeKind } from './changeKind';
import { collapseNodes } from './collapse';
import { addEdges, routeEdges, setEdges, setLook } from './edges';
import { addImages } from './images';
import { resizeLane } from './laneSize';
import { addLane, reorderLane, splitLane } from './lanes';
import { keepingLocked, lockNodes } from './locked';
import { makeRoom } from './makeRoom';
import { addNodes, assignRaci, setNodes, setRaci } from './nodes';
import { addPeople, removePeople, setPerson } from './people';
import { moveNodes, placeNodes, reparentNodes } from './place';
import { lastingChanges, withFields } from './records';
import { removeElements } from './remove';
import { replaceRole } from './replaceRole';
import { restackNodes } from './restack';
import { addRoles, removeRoles, setRole } from './roles';
import { addSeparations, removeSeparations, setSeparation } from './separations';
import { insertSpace } from './space';
import { setTexts } from './texts';

type EditFns = { readonly [K in EditName]: (document: DiagramDocument, args: EditArgs[K]) => DiagramDocument };

/**
 * Every change of a document. Pure and total: what an edit cannot do (an id that is not there, a cycle, a number that
 * is none) it leaves out, and it answers the very same document when nothing changes. Apart from indexes that are made
 * once per document, an edit costs what it changes, so that a gesture can preview it each frame.
 */
export const edits: EditFns = {
  'nodes.add': addNodes,
  'nodes.move': moveNodes,
  'nodes.place': placeNodes,
  'nodes.reparent': reparentNodes,
  'nodes.set': setNodes,
  'nodes.changeKind': changeKind,
  'nodes.restack': restackNodes,
  'layout.apply': lasting(applyLayout, 'locked stay'),
  'nodes.lock': lockNodes,
  'raci.assign': assignRaci,
  'raci.set': setRaci,
  'edges.add': addEdges,
  'edges.set': lasting(setEdges),
  'edges.route': routeEdges,
  'elements.remove': removeElements,
  'roles.add': addRoles,
  'roles.set': lasting(setRole),
  'roles.remove': removeRoles,
  'roles.replace': replaceRole,
  'images.add': addImages,
  'people.add': addPeople,
  'people.set': lasting(setPerson),
  'people.remove': removePeople,
  'separations.add': addSeparations,
  'separations.set': lasting(setSeparation),
  'separations.remove': removeSeparations,
  'lanes.reorder': lasting(reorderLane),
  'lanes.add': lasting(addLane),
  'lanes.split': lasting(splitLane),
  'lanes.resize': lasting(resizeLane),
  'nodes.collapse': lasting(collapseNodes),
  'nodes.makeRoom': lasting(makeRoom),
  'space.insert': lasting(insertSpace, 'locked stay'),
  'texts.set': lasting(setTexts, 'locked stay'),
  'document.setLook': setLook,
  'document.setTitle': (document, { title }) => withFields(document, { title }),
};

export const editNames = Object.keys(edits) as readonly EditName[];

/** An edit of many, or of several steps: locked nodes are left as they are, and may be moved along or `locked stay`. */
function lasting<Args>(
  edit: (document: DiagramDocument, args: Args) => DiagramDocument,
  place: 'locked stay' | 'locked go along' = 'locked go along',
) {
  return (document: DiagramDocument, args: Args) =>
    lastingChanges(document, keepingLocked(document, edit(document, args), place === 'locked stay'));
}

export function applyEdit<K extends EditName>(document: DiagramDocument, name: K, args: EditArgs[K]): DiagramDocument {
  return edits[name](document, args);
}
