import type { DragEvent, MouseEvent } from 'react';
import { kindOf } from '../../../shared/kinds/index';
import type { DiagramDocument } from '../../../shared/model/document';
import { nodeName } from '../../../shared/model/nodeName';
import type { OutlineRow } from '../../../shared/model/outline';
import { edgesByNode, giverOf } from '../../../shared/model/query';
import { classNames } from '../../chrome/classNames';
import { Icon } from '../../chrome/Icon';
import { RoleBadge } from '../../chrome/RoleColor';
import { useLanguage, useT } from '../../state/hooks';
import styles from './Outline.module.css';
import { RenameField } from './RenameField';

const INDENT_PX = 16;

export interface ItemHandlers {
  onPress(row: OutlineRow, event: MouseEvent): void;
  onToggle(row: OutlineRow): void;
  onJump(row: OutlineRow): void;
  onMenu(row: OutlineRow, event: MouseEvent): void;
  onRenamed(row: OutlineRow, text: string | null): void;
  onDragStart(row: OutlineRow, event: DragEvent): void;
  onDragOver(row: OutlineRow, event: DragEvent): void;
  onDrop(row: OutlineRow, event: DragEvent): void;
}

interface OutlineItemProps {
  readonly id: string;
  readonly row: OutlineRow;
  readonly document: DiagramDocument;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  readonly isDropTarget: boolean;
  readonly isRenaming: boolean;
  readonly handlers: ItemHandlers;
}

/** A step or a container as a line of the tree. */
export function OutlineItem(props: OutlineItemProps) {
  const { id, row, document, isSelected, isActive, isDropTarget, isRenaming, handlers } = props;
  const { node, level, place, siblings, isOpen } = row;
  const t = useT();
  const language = useLanguage();
  const name = nodeName(document, node, language, t);
  const handoffs = handoffsFrom(document, row);
  const role = node.roleId === null || node.kind !== 'lane' ? undefined : document.roles.get(node.roleId);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the tree, which has the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays with the tree; items are pointed at
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-selected={isSelected}
      aria-expanded={isOpen ?? undefined}
      className={classNames(styles.item, isActive && styles.active, isDropTarget && styles.dropTarget)}
      style={{ paddingLeft: (level - 1) * INDENT_PX + 2 }}
      draggable={!isRenaming}
      onClick={(event) => handlers.onPress(row, event)}
      onDoubleClick={() => handlers.onJump(row)}
      onContextMenu={(event) => handlers.onMenu(row, event)}
      onDragStart={(event) => handlers.onDragStart(row, event)}
      onDragOver={(event) => handlers.onDragOver(row, event)}
      onDrop={(event) => handlers.onDrop(row, event)}
    >
      <Chevron row={row} onToggle={handlers.onToggle} />
      {role === undefined ? (
        <span className={styles.icon}>
          <Icon name={kindOf(node.kind).icon} size={14} />
        </span>
      ) : (
        <RoleBadge role={role} />
      )}
      {isRenaming ? (
        <RenameField node={node} placeholder={name} onDone={(text) => handlers.onRenamed(row, text)} />
      ) : (
        <span className={classNames(styles.name, isOpen !== null && styles.container)}>{name}</span>
      )}
      {handoffs > 0 && !isRenaming && (
        <span className={styles.handoffs} title={t('outline.handoffs', { count: handoffs })}>
          <Icon name="handshake" size={12} />
          <span aria-hidden="true">{handoffs}</span>
          <span className={styles.spoken}>{t('outline.handoffs', { count: handoffs })}</span>
        </span>
      )}
    </div>
  );
}

function Chevron({ row, onToggle }: { readonly row: OutlineRow; readonly onToggle: (row: OutlineRow) => void }) {
  if (row.isOpen === null) return <span className={styles.chevron} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys do the same on the item
    // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys do the same on the item
    <span
      className={styles.chevron}
      data-testid="outline-toggle"
      onClick={(event) => {
        event.stopPropagation();
        onToggle(row);
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Icon name={row.isOpen ? 'chevron-down' : 'chevron-right'} size={14} />
    </span>
  );
}

/** How many steps it hands over to. */
function handoffsFrom(document: DiagramDocument, { node }: OutlineRow): number {
  const { edges } = document;
  let count = 0;
  for (const id of edgesByNode(edges).get(node.id) ?? []) {
    const edge = edges.get(id);
    if (edge !== undefined && edge.from.nodeId === node.id && giverOf(document, edge) !== undefined) count += 1;
  }
  return count;
}
