import { type Box, centerOf } from '../geometry/box';
import { kindOf } from '../kinds/index';
import { isLabelCut } from '../kinds/labelMarks';
import type { DiagramDocument, DiagramNode } from '../model/document';
import type { LabelLanguage } from '../model/localizedText';
import { boxOfNode } from '../model/query';
import { nodeFace, nodeLook } from './nodeMarks';

/**
 * The place (on the canvas) of a node at which its whole label shows; `null` where it is large enough. It never shrinks
 * what a person made large. Steps grow around their middle, so that lines to them stay straight; frames to the right
 * and downwards.
 */
export function fittedBox(document: DiagramDocument, node: DiagramNode, language: LabelLanguage): Box | null {
  const kind = kindOf(node.kind);
  const size = kind.fitSize(nodeFace(nodeLook(document, node)), language);
  const width = Math.max(size.width, node.width);
  const height = Math.max(size.height, node.height);
  if (width === node.width && height === node.height) return null;
  const box = boxOfNode(document.nodes, node);
  if (kind.traits.layer === 'back') return { ...box, width, height };
  const { x, y } = centerOf(box);
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** Whether a node is too small for its own label, so that the label ends in an ellipsis. */
export function isTextCut(document: DiagramDocument, node: DiagramNode, language: LabelLanguage): boolean {
  const face = nodeFace(nodeLook(document, node));
  return isLabelCut(node.label, language, kindOf(node.kind).labelBox(face));
}
