import { useEffect, useMemo, useState } from 'react';
import { grow } from '../../../shared/geometry/box';
import type { DiagramDocument } from '../../../shared/model/document';
import { pictureOf } from '../../../shared/picture/picture';
import { themes } from '../../../shared/scene/theme';
import { countsOf } from '../../chrome/counts';
import { Dialog } from '../../chrome/Dialog';
import { Icon } from '../../chrome/Icon';
import { PictureView } from '../../chrome/PictureView';
import { useLanguage, useServices, useT, useThemeName } from '../../state/hooks';
import { type TemplateId, templateIds, templates } from '../../templates/index';
import styles from './NewDiagramDialog.module.css';

const PREVIEW_MARGIN = 24;

/** What a new diagram can start from; each is shown as it will look. */
export function NewDiagramDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  return (
    <Dialog title={t('new.title')} size="large" onClose={onClose}>
      <ul className={styles.list}>
        {templateIds.map((id, index) => (
          <TemplateCard key={id} id={id} isFirst={index === 0} onClose={onClose} />
        ))}
      </ul>
    </Dialog>
  );
}

function TemplateCard({
  id,
  isFirst,
  onClose,
}: {
  readonly id: TemplateId;
  readonly isFirst: boolean;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { session } = useServices();
  const { labelKey, aboutKey } = templates[id];
  const [diagram, setDiagram] = useState<DiagramDocument | null>(null);
  useEffect(() => {
    let isGone = false;
    // Loaded one by one as they come, so that no preview holds up the dialog.
    void templates[id].load().then((loaded) => !isGone && setDiagram(loaded));
    return () => {
      isGone = true;
    };
  }, [id]);

  async function start(): Promise<void> {
    session.add(diagram ?? (await templates[id].load()));
    onClose();
  }

  const counts = diagram === null ? null : countsOf(diagram);
  const isEmpty = diagram !== null && diagram.nodes.size === 0;
  return (
    <li>
      <button type="button" className={styles.card} data-autofocus={isFirst || undefined} onClick={() => void start()}>
        <span className={styles.preview}>
          {isEmpty && <Icon name="plus" size={28} />}
          {diagram !== null && !isEmpty && <Preview diagram={diagram} name={t(labelKey)} />}
        </span>
        <span className={styles.name}>{t(labelKey)}</span>
        <span className={styles.about}>{t(aboutKey)}</span>
        {counts !== null && !isEmpty && (
          <span className={styles.size}>{t('new.size', { roles: counts.roles, tasks: counts.tasks })}</span>
        )}
      </button>
    </li>
  );
}

function Preview({ diagram, name }: { readonly diagram: DiagramDocument; readonly name: string }) {
  const t = useT();
  const language = useLanguage();
  const theme = themes[useThemeName()];
  const picture = useMemo(() => pictureOf(diagram, { language }), [diagram, language]);
  return (
    <PictureView
      picture={picture}
      view={grow(picture.box, PREVIEW_MARGIN)}
      theme={theme}
      label={t('new.preview', { name })}
      className={styles.picture}
    />
  );
}
