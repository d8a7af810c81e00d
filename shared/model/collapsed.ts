import type { Size } from '../geometry/box';
import type { DiagramNode } from './document';

/** The size a closed container opens to; `undefined` for all that is open, or cannot be closed. */
export function collapsedSize(node: DiagramNode): Size | undefined {
  return node.kind === 'lane' || node.kind === 'group' ? node.props.collapsed : undefined;
}

/** Whether a container is closed: what lies in it is kept and not shown. */
export function isCollapsed(node: DiagramNode | undefined): boolean {
  return node !== undefined && collapsedSize(node) !== undefined;
}

export function canCollapse({ kind }: DiagramNode): boolean {
  return kind === 'lane' || kind === 'group';
}
