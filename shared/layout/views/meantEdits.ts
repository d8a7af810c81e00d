import type { Edit, EditArgs, EditName } from '../../edits/args';
import type { DiagramDocument, DiagramEdge, DiagramNode, EdgeEnd } from '../../model/document';
import type { NodeId } from '../../model/ids';
import { boxOfNode } from '../../model/query';
import { giveToRole, giveToStage, landingBoxes, putToRole, takeFromRoles } from '../giving';
import { meaningAt } from './arrangeAs';
import type { ViewId } from './index';
import { isMadeByView } from './madeLanes';

/** What an edit that was made on a view is for the document itself; `null`: nothing, its places are the view's. */
type Meant<K extends EditName> = (args: EditArgs[K]) => EditArgs[K] | null;

const same = <Args>(args: Args): Args => args;
const ofTheView = (): null => null;
/** Lanes that the view made are no records, and stages stand where the view put them. */
const onRecords = <Args extends { readonly ids: readonly NodeId[] }>(args: Args): Args => ({
  ...args,
  ids: args.ids.filter((id) => !isMadeByView(id)),
});

const meant: { readonly [K in EditName]: Meant<K> } = {
  // New steps are given places of their own below.
  'nodes.add': ({ nodes: _, edges: _edges, ...rest }) => ({ nodes: [], ...rest }),
  'nodes.move': ofTheView,
  'nodes.place': ofTheView,
  'nodes.reparent': ofTheView,
  'nodes.set': onRecords,
  'nodes.changeKind': onRecords,
  'nodes.restack': ofTheView,
  'layout.apply': ofTheView,
  'nodes.lock': onRecords,
  'raci.assign': onRecords,
  'raci.set': same,
  'edges.add': ({ edges }) => ({ edges: edges.map(withoutPlaces) }),
  'edges.set': ({ ids, patch }) => {
    const { waypoints: _, route: _route, labelAt: _at, labelSpot: _spot, bridges: _bridges, from, to, ...rest } = patch;
    const ends = {
      ...(from === undefined ? {} : { from: atNearest(from) }),
      ...(to === undefined ? {} : { to: atNearest(to) }),
    };
    return { ids, patch: { ...rest, ...ends } };
  },
  'edges.route': ofTheView,
  'elements.remove': ({ nodes, edges }) => ({ nodes: nodes.filter((id) => !isMadeByView(id)), edges }),
  'roles.add': same,
  'roles.set': same,
  'roles.remove': same,
  'images.add': same,
  'roles.replace': same,
  'people.add': same,
  'people.set': same,
  'people.remove': same,
  'separations.add': same,
  'separations.set': same,
  'separations.remove': same,
  'lanes.reorder': ofTheView,
  'lanes.add': ofTheView,
  'lanes.split': ofTheView,
  'lanes.resize': ofTheView,
  'nodes.collapse': ofTheView,
  'nodes.makeRoom': ofTheView,
  'space.insert': ofTheView,
  'texts.set': ({ nodes, ...rest }) => ({
    ...rest,
    ...(nodes === undefined ? {} : { nodes: new Map([...nodes].filter(([id]) => !isMadeByView(id))) }),
  }),
  'document.setTitle': same,
  'document.setLook': same,
};

/** A change that was made on a view: what it looked like before and after, and what changed it. */
export interface ViewChange {
  readonly view: ViewId;
  readonly before: DiagramDocument;
  readonly after: DiagramDocument;
  work(edit: Edit): void;
}

/**
 * Makes the change of the document itself that is meant by a change of a view. Words, roles, lines and all else that is
 * no place are changed alike. A step that was dragged to another lane or stage becomes that role's, or goes under that
 * stage, in the document's own picture, too; where it lies within a lane is the view's own affair.
 * `present` answers the document as the edits so far made it.
 */
export function applyMeant(
  { view, before, after, work }: ViewChange,
  edit: Edit,
  present: () => DiagramDocument,
): void {
  const frames = new Set([...before.nodes.values()].filter(({ kind }) => kind === 'stage').map(({ id }) => id));
  const added: { readonly nodes: readonly DiagramNode[]; readonly edges: readonly DiagramEdge[] }[] = [];
  work(<K extends EditName>(name: K, args: EditArgs[K]) => {
    // One name's rule and arguments belong together; over the union of names the compiler cannot know.
    const own = (meant[name] as Meant<K>)(args);
    if (name === 'nodes.add') {
      const { nodes, edges = [] } = args as EditArgs['nodes.add'];
      added.push({ nodes, edges });
    }
    if (name === 'elements.remove') {
      const { nodes, edges } = own as EditArgs['elements.remove'];
      edit('elements.remove', { nodes: nodes.filter((id) => !frames.has(id)), edges });
    } else if (name === 'nodes.set') setNodes(own as EditArgs['nodes.set']);
    else if (own !== null) edit(name, own);
  });
  for (const { nodes, edges } of added) {
    const made = nodes.filter(({ id }) => after.nodes.has(id));
    edit('nodes.add', { nodes: made.map(onCanvas(after)), edges: edges.map(withoutPlaces) });
    for (const { id } of made) edit('nodes.place', { boxes: landingBoxes(present(), [id], null) });
  }
  giveWhatMoved(view, before, after, edit, present);

  /** A role that is set here is one that the lanes of the free picture say, too. */
  function setNodes({ ids, patch: { roleId, ...patch } }: EditArgs['nodes.set']): void {
    edit('nodes.set', { ids, patch });
    if (roleId !== undefined) giveToRole(present(), edit, ids, roleId);
  }
}

function giveWhatMoved(
  view: ViewId,
  before: DiagramDocument,
  after: DiagramDocument,
  edit: Edit,
  present: () => DiagramDocument,
): void {
  for (const [id, node] of after.nodes) {
    const old = before.nodes.get(id);
    if (isMadeByView(id) || node === old || node.kind === 'stage' || !present().nodes.has(id)) continue;
    const [box, oldBox] = [boxOfNode(after.nodes, node), old === undefined ? null : boxOfNode(before.nodes, old)];
    const now = meaningAt(view, after, box);
    const was = oldBox === null ? {} : meaningAt(view, before, oldBox);
    if (now.roleId !== undefined && now.roleId !== was.roleId) {
      if (now.roleId === null) takeFromRoles(present(), edit, [id]);
      else if (old === undefined) putToRole(present(), edit, [id], now.roleId);
      else giveToRole(present(), edit, [id], now.roleId);
    }
    if (now.stageId !== undefined && now.stageId !== was.stageId) giveToStage(present(), edit, [id], now.stageId);
  }
}

/** A new node of a view, out of the view's lane and where the view shows it. */
function onCanvas({ nodes }: DiagramDocument): (node: DiagramNode) => DiagramNode {
  return (node) => {
    const { x, y } = boxOfNode(nodes, nodes.get(node.id) ?? node);
    return { ...node, parentId: null, x, y };
  };
}

function withoutPlaces(edge: DiagramEdge): DiagramEdge {
  const { route: _route, labelSpot: _spot, bridges: _bridges, ...rest } = edge;
  return { ...rest, from: atNearest(edge.from), to: atNearest(edge.to), waypoints: [], labelAt: 0.5 };
}

function atNearest(end: EdgeEnd): EdgeEnd {
  return { ...end, side: 'auto', at: 0.5 };
}
