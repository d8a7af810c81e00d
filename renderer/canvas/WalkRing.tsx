import { grow } from '../../shared/geometry/box';
import { boxOfNode } from '../../shared/model/query';
import { useEditor, useView } from '../state/hooks';
import styles from './Canvas.module.css';

/** A ring around the step that is presented: its neighbours are lit, too. */
export function WalkRing({ zoom }: { readonly zoom: number }) {
  const id = useView(({ walk }) => walk?.stepIds[walk.index]);
  const nodes = useEditor((state) => state.history.present.document.nodes);
  const node = id === undefined ? undefined : nodes.get(id);
  if (node === undefined) return null;
  return (
    <rect
      {...grow(boxOfNode(nodes, node), 5 / zoom)}
      rx={10}
      className={styles.walkRing}
      data-walk-ring={node.id}
      strokeWidth={3 / zoom}
    />
  );
}
