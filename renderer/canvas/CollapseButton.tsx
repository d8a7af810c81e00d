import { kindOf } from '../../shared/kinds/index';
import { isCollapsed } from '../../shared/model/collapsed';
import { type NodeLook, nodeFace } from '../../shared/picture/nodeMarks';
import { iconPaths } from '../../shared/scene/icons.generated';
import { setCollapsed } from '../actions/collapse';
import { useLanguage, useOpenDocument, useT } from '../state/hooks';
import styles from './Canvas.module.css';
import { nodeName } from './elementNames';

/** Its own size, and how far it stays from the corner of the heading. */
const SIZE_PX = 20;
const INSET_PX = 3;

/** Closes and opens a lane or group, at the corner of its heading. The keyboard has a key for it: it takes no Tab. */
export function CollapseButton({ look }: { readonly look: NodeLook }) {
  const { editor } = useOpenDocument();
  const language = useLanguage();
  const t = useT();
  const { node } = look;
  const isClosed = isCollapsed(node);
  const heading = kindOf(node.kind).heading?.(nodeFace(look)) ?? { x: 0, y: 0, width: node.width, height: SIZE_PX };
  const name = nodeName(t, language, look);
  const label = t(isClosed ? 'collapse.open' : 'collapse.close', { name });
  // A closed group says in the corner how much lies in it.
  const left = node.kind === 'group' ? node.width + INSET_PX : heading.x + heading.width - SIZE_PX - INSET_PX;
  // A closed row is one line: beside its name rather than above it.
  const isRow = isClosed && node.kind === 'lane' && node.props.direction === 'horizontal';
  const top = heading.y + (isRow ? (heading.height - SIZE_PX) / 2 : INSET_PX);
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles.collapse} nopress nodrag nopan`}
      data-grip="collapse"
      data-closed={isClosed}
      aria-label={label}
      title={label}
      style={{ left, top, width: SIZE_PX, height: SIZE_PX }}
      onClick={() => setCollapsed(editor, [node.id], !isClosed)}
    >
      <svg width={14} height={14} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d={iconPaths[isClosed ? 'chevron-right' : 'chevron-down']} />
      </svg>
    </button>
  );
}
