import type { Side } from '../geometry/box';
import { kindOf } from '../kinds/index';
import type { DrawContext, NodeFace } from '../kinds/kind';
import { isCollapsed } from '../model/collapsed';
import type { DiagramDocument, DiagramNode } from '../model/document';
import { heldCount } from '../model/hidden';
import type { ImageId, RoleId } from '../model/ids';
import type { LabelLanguage } from '../model/localizedText';
import { roleOfNode } from '../model/query';
import type { Marks } from '../scene/mark';
import { raciMarks } from './raciMarks';
import { takerMarks } from './takerMarks';

type Roles = DiagramDocument['roles'];
type Images = DiagramDocument['images'];

/** Everything a node's picture depends on: while these are the same objects, the picture is too. */
export interface NodeLook {
  readonly node: DiagramNode;
  readonly roles: Roles;
  /** Of a kind that shows one of them. */
  readonly images?: Images;
  /** Its own role, else that of the lane around it; `null` too for kinds that show none. */
  readonly roleId: RoleId | null;
  /** Of a closed container, how many steps lie in it. */
  readonly held?: number | undefined;
}

export function nodeLook(
  document: Pick<DiagramDocument, 'nodes' | 'roles'> & Partial<Pick<DiagramDocument, 'images'>>,
  node: DiagramNode,
): NodeLook {
  const { takesRole } = kindOf(node.kind).traits;
  const roleId = takesRole ? (roleOfNode(document, node)?.id ?? null) : null;
  const shownImages = node.kind === 'image' && document.images !== undefined ? { images: document.images } : {};
  const look = { node, roles: document.roles, roleId, ...shownImages };
  return isCollapsed(node) ? { ...look, held: heldCount(document.nodes, node) } : look;
}

/** What a kind is handed to draw or measure a node. */
export function nodeFace({ node, roleId, held }: NodeLook): NodeFace<unknown> {
  const { label, width, height, props } = node;
  return { label, width, height, props, roleId, held };
}

interface Drawn extends NodeLook {
  readonly language: LabelLanguage;
  readonly marks: Marks;
  /** Those of its marks that say who is responsible, and who takes its role. */
  readonly badges: Marks;
}

/** The last picture of each node: panning, exporting and the minimap ask again for what has not changed. */
const drawn = new WeakMap<DiagramNode, Drawn>();

/** A node's marks in its own coordinates; the same array as before as long as nothing it shows has changed. */
export function nodeMarks(document: DiagramDocument, node: DiagramNode, language: LabelLanguage): Marks {
  return marksOfLook(nodeLook(document, node), language);
}

export function marksOfLook(look: NodeLook, language: LabelLanguage): Marks {
  return drawnOf(look, language).marks;
}

/** Those of its marks that lie on its outline, for whoever draws something over that; the same array as before, too. */
export function badgesOfLook(look: NodeLook, language: LabelLanguage): Marks {
  return drawnOf(look, language).badges;
}

function drawnOf(look: NodeLook, language: LabelLanguage): Drawn {
  const { node, roles, roleId } = look;
  const last = drawn.get(node);
  const isSame =
    last?.roles === roles && last.images === look.images && last.roleId === roleId && last.held === look.held;
  if (last !== undefined && isSame && last.language === language) return last;
  const kind = kindOf(node.kind);
  const context: DrawContext = {
    language,
    role: (id) => roles.get(id),
    image: (id) => look.images?.get(id as ImageId),
  };
  const body = kind.draw(nodeFace(look), context);
  const insetAt = (side: Side) => (at: number) => kind.outlineInset?.(nodeFace(look), side, at) ?? 0;
  const role = roleId === null ? undefined : context.role(roleId);
  const badges = kind.traits.takesRaci
    ? [
        ...(node.raci.size > 0 ? raciMarks(node, roles, insetAt('bottom')) : []),
        ...takerMarks(role, node.width, language, insetAt('top')),
      ]
    : [];
  const marks = badges.length === 0 ? body : [...body, ...badges];
  const made: Drawn = { ...look, language, marks, badges };
  drawn.set(node, made);
  return made;
}
