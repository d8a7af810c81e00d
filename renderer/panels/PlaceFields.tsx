import type { Box } from '../../shared/geometry/box';
import { kindOf } from '../../shared/kinds/index';
import type { DiagramNode } from '../../shared/model/document';
import type { NodeId } from '../../shared/model/ids';
import { modelLimits } from '../../shared/model/limits';
import { boxOfNode } from '../../shared/model/query';
import { moveNodes, resizeNodes } from '../actions/settling';
import { NumberField } from '../chrome/NumberField';
import { shownDocument } from '../state/editorStore';
import { useEditor, useOpenDocument, useT } from '../state/hooks';
import { commonOf, valueOrNull } from './common';
import styles from './Inspector.module.css';
import { Section } from './Section';

/** The numbers of more nodes than this follow a drag only when it ends: each frame would cost all of them. */
const MOST_LIVE = 100;

/** Position on the canvas and size; several nodes move together by their common corner and take a size each. */
export function PlaceFields({ ids }: { readonly ids: readonly NodeId[] }) {
  const t = useT();
  const { editor } = useOpenDocument();
  const document = useEditor((state) =>
    ids.length > MOST_LIVE ? state.history.present.document : shownDocument(state),
  );
  const isMoving = useEditor((state) => state.preview !== null);
  const nodes = ids.flatMap((id) => document.nodes.get(id) ?? []);
  const boxes = nodes.map((node) => boxOfNode(document.nodes, node));
  const corner = {
    x: boxes.reduce((least, box) => Math.min(least, box.x), Number.POSITIVE_INFINITY),
    y: boxes.reduce((least, box) => Math.min(least, box.y), Number.POSITIVE_INFINITY),
  };

  function move(axis: 'x' | 'y', value: number): void {
    if (isMoving) return;
    const by = { x: 0, y: 0, [axis]: value - corner[axis] };
    editor.transact('edit.nodes.move', (edit) => moveNodes(edit, document, ids, by));
  }

  function resize(side: 'width' | 'height', value: number): void {
    if (isMoving) return;
    const resized = nodes.map((node): [NodeId, Box] => {
      const size = Math.max(value, smallestSize(node)[side]);
      return [node.id, { ...boxOfNode(document.nodes, node), [side]: size }];
    });
    editor.transact('edit.nodes.place', (edit) => resizeNodes(edit, document, new Map(resized)));
  }

  const mixedText = t('panel.mixed');
  const range = { min: -modelLimits.coordinate, max: modelLimits.coordinate };
  const sizeRange = { min: modelLimits.minSize, max: modelLimits.maxSize };
  return (
    <Section title={t('inspector.place')}>
      <div className={styles.pair}>
        <NumberField label={t('inspector.x')} prefix="X" value={corner.x} {...range} onCommit={(x) => move('x', x)} />
        <NumberField label={t('inspector.y')} prefix="Y" value={corner.y} {...range} onCommit={(y) => move('y', y)} />
        {(['width', 'height'] as const).map((side) => (
          <NumberField
            key={side}
            label={t(`inspector.${side}`)}
            prefix={side === 'width' ? 'W' : 'H'}
            value={valueOrNull(commonOf(boxes, (box) => box[side]))}
            mixedText={mixedText}
            {...sizeRange}
            onCommit={(value) => resize(side, value)}
          />
        ))}
      </div>
    </Section>
  );
}

function smallestSize(node: DiagramNode) {
  return kindOf(node.kind).minSize(node);
}
