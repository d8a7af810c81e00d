import { isMadeByView } from '../../shared/layout/views/madeLanes';
import { boxOfNode } from '../../shared/model/query';
import { iconPaths } from '../../shared/scene/icons.generated';
import { shownDocument } from '../state/editorStore';
import { useEditor } from '../state/hooks';
import styles from './Canvas.module.css';

/** On the screen, in pixels. */
const BADGE_PX = 18;
const ICON_PX = 11;
/** Icons are drawn on a square of this side. */
const ICON_UNITS = 24;
/** With more than that selected nobody looks at single ones. */
const MOST_BADGES = 100;

/** A small lock at the corner of selected steps that are locked: why they do not move, and have no handles. */
export function LockBadges({ zoom }: { readonly zoom: number }) {
  const document = useEditor(shownDocument);
  const selected = useEditor((state) => state.selection.nodes);
  if (selected.size > MOST_BADGES) return null;
  const locked = [...selected]
    .map((id) => document.nodes.get(id))
    .filter((node) => node?.locked === true && !isMadeByView(node.id));
  return locked
    .filter((node) => node !== undefined)
    .map((node) => {
      const { x, y, width } = boxOfNode(document.nodes, node);
      const scale = ICON_PX / ICON_UNITS / zoom;
      const middle = { x: x + width, y };
      return (
        <g key={node.id} data-locked={node.id} className={styles.lock}>
          <circle cx={middle.x} cy={middle.y} r={BADGE_PX / 2 / zoom} strokeWidth={1 / zoom} />
          <path
            d={iconPaths.lock}
            transform={`translate(${middle.x - ICON_PX / 2 / zoom} ${middle.y - ICON_PX / 2 / zoom}) scale(${scale})`}
          />
        </g>
      );
    });
}
