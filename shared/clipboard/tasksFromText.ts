import { languages } from '../i18n/language';
import { kindOf } from '../kinds/index';
import { createNode } from '../model/create';
import { type DiagramNode, emptyDocument } from '../model/document';
import type { NodeId } from '../model/ids';
import { toSize } from '../model/limits';
import type { Fragment } from './fragment';

/** More lines were copied by mistake more likely than meant as steps. */
export const MAX_LINES = 200;
const MAX_CHARS_PER_LINE = 500;
const ROWS = 10;
const GAP = 24;

/** `- `, `* `, `• `, `1. `, `2) `, `[ ] `: what lists in mails and notes begin their lines with. */
const BULLET = /^(?:[-*•·▪◦–]\s+|\d{1,3}[.)]\s+)?(?:\[[ xX]?\]\s+)?/;

/**
 * Steps from a list in a text: a task for each line that is not empty, top to bottom in columns of ten; `null` for a
 * text without any. Lines after the 200th are left out.
 */
export function tasksFromText(text: string): Fragment | null {
  const lines: string[] = [];
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    const line = labelOf(match[0]);
    if (line !== '') lines.push(line);
    if (lines.length === MAX_LINES) break;
  }
  if (lines.length === 0) return null;
  const nodes = new Map<NodeId, DiagramNode>();
  let x = 0;
  let y = 0;
  for (const [index, line] of lines.entries()) {
    if (index > 0 && index % ROWS === 0) {
      x += kindOf('task').create().size.width + GAP;
      y = 0;
    }
    const node = taskAt(`line${index}` as NodeId, line, x, y);
    nodes.set(node.id, node);
    y += node.height + GAP;
  }
  return { roles: new Map(), nodes, edges: new Map(), images: new Map() };
}

function labelOf(line: string): string {
  const clean = line
    .slice(0, 2 * MAX_CHARS_PER_LINE)
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .replace(BULLET, '');
  // By characters, not code units: half an emoji is no character.
  return [...clean].slice(0, MAX_CHARS_PER_LINE).join('').trim();
}

function taskAt(id: NodeId, label: string, x: number, y: number): DiagramNode {
  const node = createNode(emptyDocument, 'task', { x: 0, y: 0 }, null, { id, label });
  // The label is one text for all languages, so any of them gives the same height; the width makes the column.
  const { height } = kindOf('task').fitSize(node, languages[0]);
  return { ...node, x, y, height: toSize(height) };
}
