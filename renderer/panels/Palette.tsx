import type { DragEvent } from 'react';
import { kindOf, type NodeKindName, nodeKindNames } from '../../shared/kinds/index';
import { Hint } from '../chrome/Hint';
import { Icon } from '../chrome/Icon';
import { useAction } from '../chrome/useAction';
import { useT } from '../state/hooks';
import styles from './LeftPanel.module.css';

/** What the canvas looks for when something is dropped on it. */
const KIND_MEDIA_TYPE = 'application/x-roleweave-kind';

/** Every kind of node: a click adds one in view, a drag adds it where it is dropped. */
export function Palette() {
  const t = useT();
  return (
    <section className={styles.section} aria-labelledby="palette-title">
      <div className={styles.top}>
        <h2 id="palette-title" className={styles.heading}>
          {t('palette.title')}
        </h2>
      </div>
      <div className={styles.grid}>
        {nodeKindNames.map((kind) => (
          <Tile key={kind} kind={kind} />
        ))}
      </div>
    </section>
  );
}

function Tile({ kind }: { readonly kind: NodeKindName }) {
  const t = useT();
  const { icon, labelKey } = kindOf(kind);
  const action = useAction(`insert.${kind}`);
  const name = t(labelKey);
  function onDragStart(event: DragEvent): void {
    event.dataTransfer.setData(KIND_MEDIA_TYPE, kind);
    event.dataTransfer.effectAllowed = 'copy';
  }
  return (
    <Hint text={t('palette.hint')} shortcut={action.shortcut} side="bottom">
      <button
        type="button"
        className={styles.tile}
        draggable
        disabled={!action.isEnabled}
        onDragStart={onDragStart}
        onClick={action.run}
      >
        <Icon name={icon} size={18} />
        <span>{name}</span>
      </button>
    </Hint>
  );
}
