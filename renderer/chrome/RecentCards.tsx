import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { grow } from '../../shared/geometry/box';
import type { RecentFile } from '../../shared/ipc/contract';
import type { DiagramDocument } from '../../shared/model/document';
import { wordsIn } from '../../shared/model/localizedText';
import { pictureOf } from '../../shared/picture/picture';
import { themes } from '../../shared/scene/theme';
import { previewOf, type RecentPreview } from '../actions/recentPreview';
import { FittedSketch } from '../canvas/Sketch';
import { useApp, useLanguage, useServices, useT, useThemeName } from '../state/hooks';
import { countsOf } from './counts';
import { Icon } from './Icon';
import { PictureView } from './PictureView';
import styles from './RecentCards.module.css';

const MARGIN = 24;
/** A picture of more nodes than these would take long, and its words could not be read: it is a sketch. */
const MOST_DRAWN = 400;
const SKETCH_PX = { width: 196, height: 104 } as const;

/** The files that were opened last, each with its picture as it is on disk now. */
export function RecentCards({ most, onOpen }: { readonly most: number; readonly onOpen?: () => void }) {
  const recent = useApp((state) => state.recent);
  const list = useRef<HTMLUListElement>(null);

  function onKeyDown(event: KeyboardEvent): void {
    const cards = [...(list.current?.querySelectorAll('button') ?? [])];
    const from = cards.indexOf(event.target as HTMLButtonElement);
    const top = cards[0]?.offsetTop;
    const wraps = cards.findIndex((card) => card.offsetTop !== top);
    const perRow = wraps < 0 ? cards.length : wraps;
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -perRow,
      ArrowDown: perRow,
    };
    const next = cards[from + (steps[event.key] ?? 0)];
    if (from < 0 || steps[event.key] === undefined || next === undefined) return;
    event.preventDefault();
    next.focus();
  }

  return (
    <ul ref={list} className={styles.list} onKeyDown={onKeyDown}>
      {recent.slice(0, most).map((file, index) => (
        <Card key={file.handle} file={file} isFirst={index === 0} onOpen={onOpen} />
      ))}
    </ul>
  );
}

interface CardProps {
  readonly file: RecentFile;
  readonly isFirst: boolean;
  readonly onOpen: (() => void) | undefined;
}

function Card({ file: { handle, name, folder }, isFirst, onOpen }: CardProps) {
  const t = useT();
  const language = useLanguage();
  const { app, bridge, session } = useServices();
  const [preview, setPreview] = useState<RecentPreview | null>(null);
  useEffect(() => {
    let isGone = false;
    void previewOf(bridge, handle).then((found) => {
      if (!isGone) setPreview(found);
    });
    return () => {
      isGone = true;
    };
  }, [bridge, handle]);

  async function open(): Promise<void> {
    onOpen?.();
    await session.open(handle);
    // One that is gone has left the list.
    app.setState({ recent: await bridge.request['file.recent']() });
  }

  const document = preview?.type === 'document' ? preview.document : null;
  const title = document === null ? '' : wordsIn(document.title, language).trim();
  const counts = document === null ? null : countsOf(document);
  return (
    <li>
      <button type="button" className={styles.card} data-autofocus={isFirst || undefined} onClick={() => void open()}>
        <span className={styles.preview} data-preview={preview?.type ?? 'none'}>
          {document !== null && document.nodes.size > 0 ? (
            <Preview document={document} name={name} />
          ) : (
            <Icon name={preview?.type === 'missing' ? 'circle-alert' : 'workflow'} size={28} />
          )}
        </span>
        <span className={styles.name}>{name}</span>
        {title !== '' && <span className={styles.title}>{title}</span>}
        <span className={styles.folder}>{folder}</span>
        {preview?.type === 'missing' && <span className={styles.folder}>{t('recent.missing')}</span>}
        {counts !== null && (
          <span className={styles.folder}>{t('new.size', { roles: counts.roles, tasks: counts.tasks })}</span>
        )}
      </button>
    </li>
  );
}

interface PreviewProps {
  readonly document: DiagramDocument;
  readonly name: string;
}

function Preview(props: PreviewProps) {
  return props.document.nodes.size <= MOST_DRAWN ? <Drawn {...props} /> : <Sketched {...props} />;
}

function Sketched({ document, name }: PreviewProps) {
  const t = useT();
  return <FittedSketch document={document} room={SKETCH_PX} label={t('new.preview', { name })} />;
}

function Drawn({ document, name }: PreviewProps) {
  const t = useT();
  const language = useLanguage();
  const theme = themes[useThemeName()];
  const picture = useMemo(() => pictureOf(document, { language }), [document, language]);
  return (
    <PictureView
      picture={picture}
      view={grow(picture.box, MARGIN)}
      theme={theme}
      label={t('new.preview', { name })}
      className={styles.picture}
    />
  );
}
