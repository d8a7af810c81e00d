import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { actionContext } from '../../actions/context';
import { closeFind, lookFor, replaceAll, replaceOne, stepToHit } from '../../actions/find';
import { isComposition } from '../../actions/shortcuts';
import { Button, IconButton } from '../../chrome/Button';
import { classNames } from '../../chrome/classNames';
import { Segmented } from '../../chrome/Segmented';
import { useApp, useServices, useSession, useT } from '../../state/hooks';
import { CurrentHit } from './CurrentHit';
import styles from './Find.module.css';
import { HitList } from './HitList';
import { ReplaceHint } from './ReplaceHint';
import { type Search, useSearch } from './useSearch';

/** The bar itself, while it is open. */
export function OpenFindBar() {
  const t = useT();
  const services = useServices();
  const find = useApp((state) => state.find);
  const hasSeveral = useSession((state) => state.documents.length > 1);
  const search = useSearch();
  const replaceToggle = () =>
    services.app.setState((state) => ({ find: { ...state.find, replaces: !state.find.replaces } }));

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposition(event.nativeEvent) || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    closeFind(services);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: the oldest engine we run on does not know `search`
    <div role="search" aria-label={t('find.title')} className={styles.bar} onKeyDown={onKeyDown}>
      <div className={styles.row}>
        <IconButton
          icon={find.replaces ? 'chevron-down' : 'chevron-right'}
          iconSize={16}
          label={t('find.showReplace')}
          aria-expanded={find.replaces}
          className={styles.small}
          onClick={replaceToggle}
        />
        <QueryField search={search} />
        <IconButton
          icon="arrow-up"
          iconSize={16}
          label={t('action.edit.findPrevious')}
          shortcut="Shift+Enter"
          className={styles.small}
          disabled={search.count === 0}
          onClick={() => stepToHit(services, -1)}
        />
        <IconButton
          icon="arrow-down"
          iconSize={16}
          label={t('action.edit.findNext')}
          shortcut="Enter"
          className={styles.small}
          disabled={search.count === 0}
          onClick={() => stepToHit(services, 1)}
        />
        <IconButton
          icon="x"
          iconSize={16}
          label={t('find.close')}
          shortcut="Esc"
          className={styles.small}
          onClick={() => closeFind(services)}
        />
      </div>
      {find.replaces && <ReplaceRow search={search} />}
      {hasSeveral && (
        <div className={styles.scope}>
          <Segmented
            label={t('find.scope')}
            value={find.scope}
            segments={[
              { value: 'document', label: t('find.scope.document') },
              { value: 'all', label: t('find.scope.all') },
            ]}
            onChange={(scope) => lookFor(services, { scope })}
          />
        </div>
      )}
      {search.query !== null &&
        (find.scope === 'all' && hasSeveral ? (
          <HitList search={search} query={search.query} />
        ) : (
          <CurrentHit search={search} query={search.query} />
        ))}
    </div>
  );
}

/** A field with what stands at its right end. */
function FieldBox({ isBad = false, children }: { readonly isBad?: boolean; readonly children: ReactNode }) {
  return <div className={classNames(styles.field, isBad && styles.bad)}>{children}</div>;
}

function QueryField({ search }: { readonly search: Search }) {
  const t = useT();
  const services = useServices();
  const find = useApp((state) => state.find);
  const input = useRef<HTMLInputElement>(null);
  // Not a frame later: the next letter may be on its way.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once more, it takes the cursor once more
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [find.asked]);

  function onKeyDown(event: KeyboardEvent): void {
    // Enter and arrows that the input method works with are not meant for us.
    if (isComposition(event.nativeEvent)) return;
    const isBack = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey);
    if (!isBack && event.key !== 'Enter' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    stepToHit(services, isBack ? -1 : 1);
  }

  return (
    <FieldBox isBad={search.query !== null && search.count === 0}>
      <input
        ref={input}
        type="text"
        className={styles.input}
        aria-label={t('find.what')}
        placeholder={t('find.what')}
        value={find.text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => lookFor(services, { text: event.currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      <Count search={search} />
      <Toggle
        icon="case-sensitive"
        label={t('find.matchCase')}
        isOn={find.matchCase}
        onChange={(matchCase) => lookFor(services, { matchCase })}
      />
      <Toggle
        icon="whole-word"
        label={t('find.wholeWords')}
        isOn={find.wholeWords}
        onChange={(wholeWords) => lookFor(services, { wholeWords })}
      />
    </FieldBox>
  );
}

function Count({ search: { query, count, at } }: { readonly search: Search }) {
  const t = useT();
  const shown =
    query === null ? '' : count === 0 ? t('find.none') : at === 0 ? `${count}` : t('find.place', { at, count });
  const spoken =
    query === null || count === 0
      ? shown
      : at === 0
        ? t('find.count', { count })
        : t('find.spokenPlace', { at, count });
  return (
    <span className={styles.count} role="status">
      <span aria-hidden="true">{shown}</span>
      <span className={styles.spoken}>{spoken}</span>
    </span>
  );
}

function Toggle({
  icon,
  label,
  isOn,
  onChange,
}: {
  readonly icon: 'case-sensitive' | 'whole-word';
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <IconButton
      icon={icon}
      iconSize={16}
      label={label}
      aria-pressed={isOn}
      className={styles.toggle}
      onClick={() => onChange(!isOn)}
    />
  );
}

function ReplaceRow({ search }: { readonly search: Search }) {
  const t = useT();
  const services = useServices();
  const replacement = useApp((state) => state.find.replacement);
  const setReplacement = (text: string) =>
    services.app.setState(({ find }) => ({ find: { ...find, replacement: text } }));
  const isIdle = search.count === 0;

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposition(event.nativeEvent) || event.key !== 'Enter') return;
    event.preventDefault();
    replaceOne(actionContext(services));
  }

  return (
    <>
      <div className={classNames(styles.row, styles.replace)}>
        <FieldBox>
          <input
            type="text"
            className={styles.input}
            aria-label={t('find.with')}
            placeholder={t('find.with')}
            value={replacement}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setReplacement(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        </FieldBox>
        <Button disabled={isIdle} onClick={() => replaceOne(actionContext(services))} className={styles.button}>
          {t('find.replaceOne')}
        </Button>
        <Button disabled={isIdle} onClick={() => replaceAll(actionContext(services))} className={styles.button}>
          {t('find.replaceAll')}
        </Button>
      </div>
      <ReplaceHint search={search} />
    </>
  );
}
