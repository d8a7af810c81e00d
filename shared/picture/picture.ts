import { type Box, grow, type Point, unionOf } from '../geometry/box';
import { kindOf } from '../kinds/index';
import type { DiagramDocument, DiagramNode } from '../model/document';
import { isHidden, isShownEdge } from '../model/hidden';
import type { EdgeId, NodeId, RoleId } from '../model/ids';
import type { LabelLanguage } from '../model/localizedText';
import { byPainting } from '../model/paintingOrder';
import { boxOfNode, inStackingOrder, withDescendants } from '../model/query';
import { FADED_OPACITY, roleFocus } from '../model/roleFocus';
import type { Marks } from '../scene/mark';
import { edgeBox, edgeMarks } from './edgeMarks';
import { edgeRoute } from './edgeRoute';
import { nodeMarks } from './nodeMarks';
import { RACI_OVERHANG_PX } from './raciMarks';
import { TAKERS_OVERHANG_PX } from './takerMarks';
import { withTakers } from './takers';

export interface Selection {
  readonly nodes: ReadonlySet<NodeId>;
  readonly edges: ReadonlySet<EdgeId>;
}

export interface PictureOptions {
  readonly language: LabelLanguage;
  /** Fades what has nothing to do with this role. */
  readonly roleId?: RoleId;
  /** Shows these alone: nodes with what lies in them, edges between them, and edges named here. */
  readonly only?: Selection;
  /** Names who takes the roles. */
  readonly names?: boolean;
}

/** Marks and where their (0, 0) lies on the canvas. */
export interface Scene {
  readonly at: Point;
  readonly marks: Marks;
  /** 0…1, default 1 */
  readonly opacity?: number;
}

export interface Picture {
  /** Lowest first: containers, edges, everything else. */
  readonly scenes: readonly Scene[];
  /** Around everything drawn; of no size for an empty document. */
  readonly box: Box;
}

/** Half the widest outline, which lies around its node's box. */
const OUTLINE_PX = 1;

/** What the canvas shows of a document, as a whole. */
export function pictureOf(given: DiagramDocument, options: PictureOptions): Picture {
  const document = options.names === true ? withTakers(given) : given;
  const { language, only, roleId } = options;
  const focus = roleId === undefined ? null : roleFocus(document, roleId);
  const faded = (isKept: boolean | undefined) => (isKept === false ? { opacity: FADED_OPACITY } : {});
  const { nodes } = document;
  const shown = only === undefined ? null : withDescendants(nodes, only.nodes);
  const boxes: Box[] = [];

  const scenesOf = (layer: readonly DiagramNode[]): readonly Scene[] =>
    layer.flatMap((node) => {
      if ((shown !== null && !shown.has(node.id)) || isHidden(nodes, node.id)) return [];
      const box = boxOfNode(nodes, node);
      const below = node.raci.size > 0 ? RACI_OVERHANG_PX : 0;
      const above = options.names === true && kindOf(node.kind).traits.takesRaci ? TAKERS_OVERHANG_PX : 0;
      boxes.push(grow({ ...box, y: box.y - above, height: box.height + above + below }, OUTLINE_PX));
      const marks = nodeMarks(document, node, language);
      return [{ at: { x: box.x, y: box.y }, marks, ...faded(focus?.nodes.has(node.id)) }];
    });

  const edges = [...document.edges.values()]
    .filter((edge) => {
      const { id, from, to } = edge;
      if (!isShownEdge(document, edge)) return false;
      return shown === null || only?.edges.has(id) || (shown.has(from.nodeId) && shown.has(to.nodeId));
    })
    .sort(byPainting)
    .flatMap((edge): readonly Scene[] => {
      const route = edgeRoute(document, edge);
      if (route === null) return [];
      boxes.push(edgeBox(edge, language, route));
      const marks = edgeMarks(document, edge, language, route);
      return [{ at: { x: 0, y: 0 }, marks, ...faded(focus?.edges.has(edge.id)) }];
    });

  const { back, front } = inStackingOrder(nodes);
  const scenes = [...scenesOf(back), ...edges, ...scenesOf(front)];
  return { scenes, box: unionOf(boxes) ?? { x: 0, y: 0, width: 0, height: 0 } };
}
