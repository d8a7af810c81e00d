import { type KeyboardEvent, useState } from 'react';
import { unionOf } from '../../../shared/geometry/box';
import { emptySelection } from '../../../shared/history/history';
import { languages } from '../../../shared/i18n/language';
import type { LocalizedText } from '../../../shared/model/localizedText';
import { boxOfNode } from '../../../shared/model/query';
import {
  lacksTranslation,
  type TextPlace,
  textAt,
  untranslated,
  wordsByLanguage,
} from '../../../shared/model/translations';
import { setLabel } from '../../actions/labelEdits';
import { reveal } from '../../actions/reveal';
import { isComposition } from '../../actions/shortcuts';
import { Button, IconButton } from '../../chrome/Button';
import { Dialog } from '../../chrome/Dialog';
import { Icon } from '../../chrome/Icon';
import { TextArea } from '../../chrome/TextField';
import { useEditor, useLabelLanguage, useLanguage, useOpenDocument, useServices, useT } from '../../state/hooks';
import type { OpenDocument } from '../../state/session';
import { placeTitle } from './placeTitle';
import styles from './TranslationsDialog.module.css';

/** More rows at once would make a large diagram's list slow to open. */
const PAGE = 100;

/** Every text that is in one language only, to be translated row by row; each translation is a step to undo. */
export function TranslationsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { editor } = useOpenDocument();
  // As it was on opening: a row that is done stays in its place, so that the next one is where the eye expects it.
  const [places] = useState(() => untranslated(editor.getState().history.present.document));
  const [shownCount, setShownCount] = useState(PAGE);
  const left = useEditor(
    ({ history }) => places.filter((place) => lacksTranslation(textAt(history.present.document, place))).length,
  );

  /** Enter is done with a row: on to the next one that lacks something. */
  function onKeyDown(event: KeyboardEvent<HTMLUListElement>): void {
    if (event.key !== 'Enter' || event.shiftKey || isComposition(event.nativeEvent)) return;
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    const fields = [...event.currentTarget.querySelectorAll('textarea')];
    fields[fields.indexOf(event.target) + 1]?.focus();
  }

  return (
    <Dialog
      title={t('translations.title')}
      size="large"
      onClose={onClose}
      isReading={places.length === 0}
      footer={
        <>
          <p className={styles.count} role="status">
            {left === 0 ? t('translations.none') : t('translations.left', { count: left })}
          </p>
          <Button tone="primary" onClick={onClose}>
            {t('panel.close')}
          </Button>
        </>
      }
    >
      {places.length > 0 && <p className={styles.intro}>{t('translations.intro')}</p>}
      <ul className={styles.rows} onKeyDown={onKeyDown}>
        {places.slice(0, shownCount).map((place, index) => (
          <Row key={keyOf(place)} place={place} isFirst={index === 0} onClose={onClose} />
        ))}
      </ul>
      {places.length > shownCount && (
        <Button onClick={() => setShownCount(shownCount + PAGE)}>
          {t('panel.more', { count: places.length - shownCount })}
        </Button>
      )}
    </Dialog>
  );
}

function keyOf(place: TextPlace): string {
  return place.type === 'title' ? 'title' : `${place.type}:${place.id}:${place.field}`;
}

/** What there is, and a field for each language that lacked it when the row came. */
function Row({
  place,
  isFirst,
  onClose,
}: {
  readonly place: TextPlace;
  readonly isFirst: boolean;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { app } = useServices();
  const language = useLanguage();
  const shown = useLabelLanguage();
  const open = useOpenDocument();
  const { editor } = open;
  const text = useEditor(({ history }) => textAt(history.present.document, place));
  const title = useEditor(({ history }) => placeTitle(history.present.document, place, language, t));
  const words = wordsByLanguage(text);
  const [known] = useState(() => languages.filter((one) => (words[one] ?? '').trim() !== ''));
  const lacking = languages.filter((one) => !known.includes(one));
  const isDone = !lacksTranslation(text);

  function set(value: LocalizedText): void {
    const { document } = editor.getState().history.present;
    editor.transact('step.translate', (edit) => {
      const node = place.type === 'node' ? document.nodes.get(place.id) : undefined;
      if (place.type === 'title') edit('document.setTitle', { title: value });
      else if (place.type === 'role') edit('roles.set', { id: place.id, patch: { [place.field]: value } });
      else if (place.type === 'edge') edit('edges.set', { ids: [place.id], patch: { [place.field]: value } });
      else if (place.field === 'description') edit('nodes.set', { ids: [place.id], patch: { description: value } });
      else if (node !== undefined) setLabel(edit, document, node, value, shown);
    });
  }

  const first = known[0];
  const source = first === undefined ? '' : (words[first] ?? '');

  function show(): void {
    onClose();
    if (place.type === 'role') app.setState({ dialog: { type: 'role', roleId: place.id } });
    else if (place.type === 'title') editor.select(emptySelection);
    else showOnCanvas(open, place);
  }

  return (
    <li className={styles.row} data-done={isDone}>
      <div className={styles.where}>
        <span className={styles.title}>{title}</span>
        {isDone && <Icon name="check" size={14} />}
      </div>
      <p className={styles.source} lang={first}>
        {source}
      </p>
      <div className={styles.fields}>
        {lacking.map((one) => (
          <TextArea
            key={one}
            label={`${title} (${t(`language.${one}`)})`}
            value={words[one] ?? ''}
            suffix={t(`language.${one}`)}
            lang={one}
            autoFocus={isFirst}
            isFormatted
            onCommit={(value) => set({ ...words, [one]: value.trim() })}
          />
        ))}
      </div>
      <div className={styles.buttons}>
        <Button
          tone="quiet"
          disabled={isDone}
          aria-label={t('translations.sameFor', { title })}
          onClick={() => set(Object.fromEntries(languages.map((one) => [one, source])))}
        >
          {t('translations.same')}
        </Button>
        <IconButton icon="target" label={t('translations.show', { title })} onClick={show} />
      </div>
    </li>
  );
}

function showOnCanvas(open: OpenDocument, place: Extract<TextPlace, { readonly type: 'node' | 'edge' }>): void {
  const { editor } = open;
  const { nodes, edges } = editor.getState().history.present.document;
  const edge = place.type === 'edge' ? edges.get(place.id) : undefined;
  const ids = place.type === 'node' ? [place.id] : edge === undefined ? [] : [edge.from.nodeId, edge.to.nodeId];
  const box = unionOf(ids.flatMap((id) => nodes.get(id) ?? []).map((node) => boxOfNode(nodes, node)));
  editor.select(
    place.type === 'node'
      ? { nodes: new Set([place.id]), edges: new Set() }
      : { nodes: new Set(), edges: new Set([place.id]) },
  );
  // The dialog gives the keyboard back when it is gone; the canvas takes it after that.
  if (box !== null) setTimeout(() => reveal(open, box), 0);
}
