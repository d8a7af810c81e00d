import { type MouseEvent, useLayoutEffect, useRef, useState } from 'react';
import { type Language, languages } from '../../shared/i18n/language';
import { iconPaths } from '../../shared/scene/icons.generated';
import type { MarkupEdit } from '../../shared/text/markupEdits';
import { formatNames, formats } from '../actions/formatting';
import { shortcutLabel } from '../actions/shortcuts';
import { useApp, useT, useView } from '../state/hooks';
import styles from './FormatBar.module.css';

/** Room that the bar needs above the label, in pixels of the screen. */
const ROOM_PX = 44;

/** Formats for the label that is being typed, beside its field; pressing them leaves the cursor where it is. */
export function FormatBar({
  onFormat,
  language,
  onLanguage,
}: {
  readonly onFormat: (format: MarkupEdit) => void;
  /** The one that is typed, of a text in several. */
  readonly language: Language | undefined;
  readonly onLanguage: (language: Language) => void;
}) {
  const t = useT();
  const platform = useApp((state) => state.platform);
  const zoom = useView((state) => state.viewport.zoom);
  const bar = useRef<HTMLDivElement>(null);
  const [isBelow, setIsBelow] = useState(false);
  useLayoutEffect(() => {
    const place = bar.current?.parentElement?.getBoundingClientRect();
    const canvas = bar.current?.closest('.react-flow')?.getBoundingClientRect();
    if (place !== undefined && canvas !== undefined) setIsBelow(place.top - canvas.top < ROOM_PX);
  }, []);
  const keepFocus = (event: MouseEvent) => event.preventDefault();
  return (
    <div
      ref={bar}
      className={`${styles.bar} ${isBelow ? styles.below : styles.above} nodrag nopan nowheel nopress`}
      role="toolbar"
      aria-label={t('format.bar')}
      // As large as other buttons at any zoom.
      style={{ transform: `translateX(-50%) scale(${1 / zoom})` }}
      onMouseDown={keepFocus}
    >
      {formatNames.map((name) => {
        const { labelKey, shortcut } = formats[name];
        const label = t(labelKey);
        return (
          <button
            key={name}
            type="button"
            tabIndex={-1}
            className={styles.button}
            aria-label={label}
            title={`${label} (${shortcutLabel(shortcut, platform)})`}
            onClick={() => onFormat(name)}
          >
            <Sign format={name} />
          </button>
        );
      })}
      {language !== undefined && <span className={styles.line} />}
      {language !== undefined &&
        languages.map((one) => (
          <button
            key={one}
            type="button"
            tabIndex={-1}
            className={`${styles.button} ${styles.language}`}
            aria-pressed={one === language}
            onClick={() => {
              if (one !== language) onLanguage(one);
            }}
          >
            {t(`language.${one}`)}
          </button>
        ))}
    </div>
  );
}

function Sign({ format }: { readonly format: MarkupEdit }) {
  if (format === 'bold') return <b>B</b>;
  if (format === 'italic') return <span className={styles.italic}>I</span>;
  return (
    <svg
      width={16}
      height={16}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      aria-hidden="true"
    >
      <path d={iconPaths[format === 'bullets' ? 'list' : 'link']} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
