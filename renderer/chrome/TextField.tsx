import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import { formatField, formatForKey, pasteLink } from '../actions/formatting';
import { isComposition } from '../actions/shortcuts';
import { useApp } from '../state/hooks';
import { classNames } from './classNames';
import styles from './Field.module.css';
import { useDraft } from './useDraft';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  /** Called once per visit, when the text changed. */
  readonly onCommit: (text: string) => void;
  readonly placeholder?: string | undefined;
  /** A short word at the right end, such as the language. */
  readonly suffix?: string | undefined;
  readonly lang?: string | undefined;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
}

/** One line of text; the label is its accessible name (a visible one is the caller's). */
export function TextField({
  label,
  value,
  onCommit,
  placeholder,
  suffix,
  lang,
  maxLength,
  autoFocus,
  isLive = false,
  suggestions,
  onEnter,
}: TextFieldProps & {
  readonly suggestions?: readonly string[] | undefined;
  /** Commits with every letter: for forms that keep a draft of their own and answer to what is being typed. */
  readonly isLive?: boolean;
  /** After Enter has committed; not when it only confirms a syllable. */
  readonly onEnter?: (() => void) | undefined;
}) {
  const draft = useDraft(value, onCommit);
  const listId = useId();
  return (
    <div className={styles.box}>
      <input
        className={classNames(styles.input, suffix !== undefined && styles.withSuffix)}
        type="text"
        aria-label={label}
        value={draft.text}
        placeholder={placeholder}
        lang={lang}
        maxLength={maxLength}
        data-autofocus={autoFocus || undefined}
        list={suggestions === undefined ? undefined : listId}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => (isLive ? onCommit : draft.type)(event.currentTarget.value)}
        onBlur={draft.finish}
        onKeyDown={(event) => {
          draft.onKeyDown(event);
          if (event.key === 'Enter' && !event.shiftKey && !isComposition(event.nativeEvent)) onEnter?.();
        }}
      />
      {suggestions !== undefined && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      {suffix !== undefined && (
        <span className={styles.suffix} aria-hidden="true">
          {suffix}
        </span>
      )}
    </div>
  );
}

/** Several lines; grows with what is typed. Enter makes a new line when `enterBreaks`, else commits (Shift+Enter breaks). */
export function TextArea({
  label,
  value,
  onCommit,
  placeholder,
  suffix,
  lang,
  maxLength,
  autoFocus,
  enterBreaks = false,
  isFormatted = false,
  minRows = 1,
}: TextFieldProps & {
  readonly enterBreaks?: boolean;
  /** Its text may hold markup: keys format what is selected. */
  readonly isFormatted?: boolean;
  readonly minRows?: number;
}) {
  const draft = useDraft(value, onCommit, !enterBreaks);
  const area = useRef<HTMLTextAreaElement>(null);
  const platform = useApp((state) => state.platform);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text that is shown
  useLayoutEffect(() => fitHeight(area.current), [draft.text]);
  useEffect(() => {
    const element = area.current;
    if (element === null) return;
    let widthPx = element.clientWidth;
    // Text that breaks elsewhere in a narrower window needs another height.
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === widthPx) return;
      widthPx = element.clientWidth;
      fitHeight(element);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div className={styles.box}>
      <textarea
        ref={area}
        className={classNames(styles.input, styles.area, suffix !== undefined && styles.withSuffix)}
        rows={minRows}
        aria-label={label}
        value={draft.text}
        placeholder={placeholder}
        lang={lang}
        maxLength={maxLength}
        data-autofocus={autoFocus || undefined}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => draft.type(event.currentTarget.value)}
        data-formatted={isFormatted || undefined}
        onBlur={draft.finish}
        onPaste={(event) => {
          if (isFormatted && pasteLink(event.currentTarget, event.clipboardData.getData('text/plain')))
            event.preventDefault();
        }}
        onKeyDown={(event) => {
          const format = isFormatted ? formatForKey(event.nativeEvent, platform) : null;
          if (format === null) return draft.onKeyDown(event);
          event.preventDefault();
          formatField(event.currentTarget, format);
        }}
      />
      {suffix !== undefined && (
        <span className={styles.suffix} aria-hidden="true">
          {suffix}
        </span>
      )}
    </div>
  );
}

function fitHeight(area: HTMLTextAreaElement | null): void {
  if (area === null) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}
