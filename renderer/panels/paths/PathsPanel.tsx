import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { mainLanguage, wordsIn } from '../../../shared/model/localizedText';
import { nodeName } from '../../../shared/model/nodeName';
import { spotlightOn } from '../../../shared/model/roleFocus';
import { type Path, pathsBetween } from '../../../shared/paths/paths';
import { formatDuration } from '../../../shared/text/duration';
import { selectionFrom } from '../../actions/context';
import { showPlace } from '../../actions/reveal';
import { isComposition } from '../../actions/shortcuts';
import { Button, IconButton } from '../../chrome/Button';
import {
  useEditor,
  useLabelLanguage,
  useLanguage,
  useOpenDocument,
  useServices,
  useT,
  useView,
} from '../../state/hooks';
import { announce } from '../../state/notices';
import type { ShownPaths } from '../../state/viewStore';
import styles from './Paths.module.css';

/** The ways from one step to another, to walk through: each is lit in the diagram. */
export function PathsPanel() {
  const paths = useView((state) => state.paths);
  return paths === null ? null : <Paths key={`${paths.fromId} ${paths.toId}`} ends={paths} />;
}

function Paths({ ends: { fromId, toId } }: { readonly ends: ShownPaths }) {
  const t = useT();
  const { app } = useServices();
  const open = useOpenDocument();
  const { view } = open;
  const language = mainLanguage(useLabelLanguage());
  const document = useEditor((state) => state.history.present.document);
  const { paths, isCutOff } = useMemo(() => pathsBetween(document, fromId, toId), [document, fromId, toId]);
  const back = useMemo(() => pathsBetween(document, toId, fromId).paths.length, [document, fromId, toId]);
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const index = Math.min(chosen, paths.length - 1);
  const shown = paths[index];

  const roleNames = ({ roleIds }: Path) =>
    roleIds.map((id) => wordsIn(document.roles.get(id)?.name ?? '', language)).join(' → ');
  const nameOf = (id: ShownPaths['fromId']) => {
    const node = document.nodes.get(id);
    return node === undefined ? t('inspector.unnamed') : nodeName(document, node, language, t);
  };

  useEffect(() => {
    view.setState({ spotlight: spotlightOn(document, shown?.nodeIds ?? [fromId, toId], shown?.edgeIds ?? []) });
  }, [view, document, shown, fromId, toId]);
  useEffect(() => {
    list.current?.focus();
    return () => view.setState({ spotlight: null });
  }, [view]);

  function choose(next: number): void {
    const path = paths[next];
    if (path === undefined) return;
    setChosen(next);
    showPlace(open, selectionFrom(path.nodeIds, path.edgeIds));
    announce(app, t('paths.said', { index: next + 1, count: paths.length, roles: roleNames(path) }));
  }

  function end(): void {
    view.setState({ paths: null });
    view.canvas?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposition(event.nativeEvent) || event.altKey || event.ctrlKey || event.metaKey) return;
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => choose(Math.min(paths.length - 1, index + 1)),
      ArrowUp: () => choose(Math.max(0, index - 1)),
      Home: () => choose(0),
      End: () => choose(paths.length - 1),
      Enter: () => choose(index),
      Escape: end,
    };
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  return (
    <section className={styles.panel} aria-label={t('paths.list')} data-region="paths">
      <div className={styles.top}>
        <h2 className={styles.heading}>{t('paths.title', { from: nameOf(fromId), to: nameOf(toId) })}</h2>
        <IconButton
          icon="arrow-left-right"
          iconSize={16}
          label={t('paths.swap')}
          className={styles.button}
          onClick={() => view.setState({ paths: { fromId: toId, toId: fromId } })}
        />
        <IconButton icon="x" iconSize={16} label={t('paths.close')} className={styles.button} onClick={end} />
      </div>
      {paths.length === 0 ? (
        <div className={styles.empty}>
          <p className={styles.emptyTitle}>{t('paths.none')}</p>
          <p className={styles.emptyHint}>{t(back > 0 ? 'paths.noneBut' : 'paths.none.hint')}</p>
          {back > 0 && (
            <Button onClick={() => view.setState({ paths: { fromId: toId, toId: fromId } })}>{t('paths.swap')}</Button>
          )}
        </div>
      ) : (
        <div
          ref={list}
          role="listbox"
          aria-label={t('paths.list')}
          aria-activedescendant={`path-${index}`}
          tabIndex={0}
          className={styles.list}
          onKeyDown={onKeyDown}
        >
          {paths.map((path, at) => (
            <PathItem
              key={path.edgeIds.join(' ')}
              id={`path-${at}`}
              path={path}
              roles={roleNames(path)}
              isChosen={at === index}
              onChoose={() => choose(at)}
            />
          ))}
          {isCutOff && <p className={styles.more}>{t('paths.cutOff')}</p>}
        </div>
      )}
    </section>
  );
}

interface PathItemProps {
  readonly id: string;
  readonly path: Path;
  readonly roles: string;
  readonly isChosen: boolean;
  onChoose(): void;
}

function PathItem({ id, path, roles, isChosen, onChoose }: PathItemProps) {
  const t = useT();
  const language = useLanguage();
  const facts = [
    t('paths.hops', { count: path.nodeIds.length }),
    t('paths.handoffs', { count: path.handoffs }),
    ...(path.leadMinutes === null ? [] : [formatDuration(path.leadMinutes, language)]),
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the list, which has the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays with the list; options are pointed at
    <div id={id} role="option" aria-selected={isChosen} className={styles.path} onClick={onChoose}>
      <span>{roles || t('inspector.unnamed')}</span>
      <span className={styles.facts}>{facts.join(' · ')}</span>
    </div>
  );
}
