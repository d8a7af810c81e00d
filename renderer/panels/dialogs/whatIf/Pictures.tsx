import { useMemo } from 'react';
import { grow } from '../../../../shared/geometry/box';
import type { DiagramDocument } from '../../../../shared/model/document';
import type { NodeId } from '../../../../shared/model/ids';
import { boxOfNode } from '../../../../shared/model/query';
import { isStep } from '../../../../shared/model/steps';
import { pictureOf } from '../../../../shared/picture/picture';
import { themes } from '../../../../shared/scene/theme';
import { PictureView } from '../../../chrome/PictureView';
import { useLabelLanguage, useT, useThemeName } from '../../../state/hooks';
import styles from './WhatIf.module.css';

/** Two pictures of more nodes than these would keep every answer waiting, and show nothing that can be read. */
const MOST_NODES = 400;
const MARGIN_PX = 24;
const FRAME_PX = 6;

/** The diagram as it is and as it would be, with a frame around the steps that change hands. */
export function Pictures({
  document,
  changed,
  nodeIds,
}: {
  readonly document: DiagramDocument;
  readonly changed: DiagramDocument;
  readonly nodeIds: readonly NodeId[];
}) {
  const t = useT();
  if (document.nodes.size === 0) return null;
  if (document.nodes.size > MOST_NODES) return <p className={styles.hint}>{t('whatIf.tooLarge')}</p>;
  return (
    <div className={styles.pictures}>
      <Framed title={t('whatIf.before')} document={document} nodeIds={nodeIds} />
      <Framed title={t('whatIf.after')} document={changed} nodeIds={nodeIds} />
    </div>
  );
}

function Framed({
  title,
  document,
  nodeIds,
}: {
  readonly title: string;
  readonly document: DiagramDocument;
  readonly nodeIds: readonly NodeId[];
}) {
  const language = useLabelLanguage();
  const theme = themes[useThemeName()];
  const picture = useMemo(() => pictureOf(document, { language }), [document, language]);
  const view = grow(picture.box, MARGIN_PX);
  const boxes = nodeIds.flatMap((id) => {
    const node = document.nodes.get(id);
    // The steps, not the lane that they lie in: that would frame what stays, too.
    return node === undefined || !isStep(node) ? [] : [{ id, box: grow(boxOfNode(document.nodes, node), FRAME_PX) }];
  });
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.listTitle}>{title}</figcaption>
      <div className={styles.picture}>
        <PictureView picture={picture} view={view} theme={theme} label={title} />
        <svg className={styles.frames} viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`} aria-hidden="true">
          {boxes.map(({ id, box }) => (
            <rect key={id} data-changed={id} rx={10} {...box} />
          ))}
        </svg>
      </div>
    </figure>
  );
}
