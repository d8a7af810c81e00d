import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { limits } from '../../shared/file/limits';
import { type Language, languages } from '../../shared/i18n/language';
import type { LabelBox } from '../../shared/kinds/kind';
import type { MarkupEdit } from '../../shared/text/markupEdits';
import { formatField, formatForKey, pasteLink } from '../actions/formatting';
import { matchesShortcut } from '../actions/shortcuts';
import { useApp } from '../state/hooks';
import { FormatBar } from './FormatBar';
import styles from './TextEditor.module.css';

/** A text in several languages, of which one is typed at a time. */
export interface TypedLanguages {
  readonly current: Language;
  textIn(language: Language): string;
  /** Takes over what was typed in the current one. */
  onSwitch(typed: string, to: Language): void;
}

interface TextEditorProps {
  /** Where the text is shown while nobody types it, and how it is set. */
  readonly box: LabelBox;
  /** What is shown now. */
  readonly text: string;
  /** `waiting`: it has the cursor, unseen, so that the first key or syllable typed already lands in it. */
  readonly mode: 'waiting' | 'editing';
  readonly selectAll: boolean;
  /** Somebody began to type over a waiting field. */
  onStart(): void;
  /** Typing ended; called once each time. `refocus`: the keyboard stays here. */
  onCommit(text: string, refocus: boolean): void;
  onCancel(): void;
  /** `undefined`: there is one text for all. */
  readonly inLanguages?: TypedLanguages | undefined;
  /** Says what is typed into: the node's or edge's name. */
  readonly name: string;
}

/**
 * A text field exactly over a label: same font, same lines, growing with what is typed. Enter is done, Shift+Enter a
 * new line, Escape gives up; leaving the field keeps what was typed. What is typed is the text with its markup, which
 * keys and a bar write. Keys that an input method is working on are left to it.
 */
export function TextEditor(props: TextEditorProps) {
  const { box, mode, selectAll, name } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const platform = useApp((state) => state.platform);
  const isOpen = useRef(false);
  /** A syllable is being put together; a format pressed in the meantime waits for it. */
  const isComposing = useRef(false);
  const waitingFormat = useRef<MarkupEdit | null>(null);
  const startedByTyping = useRef(false);
  const wantsNewLine = useRef(false);
  const latest = useRef(props);
  latest.current = props;

  // Before the page is painted: the label in the picture vanishes in the same frame.
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    if (mode === 'waiting') {
      isOpen.current = false;
      element.value = '';
    } else {
      isOpen.current = true;
      if (!startedByTyping.current) {
        element.value = latest.current.text;
        element.focus({ preventScroll: true });
        if (selectAll) element.select();
        else element.setSelectionRange(element.value.length, element.value.length);
      }
      startedByTyping.current = false;
    }
    fitHeight(element);
  }, [mode, selectAll]);

  useEffect(() => {
    const element = field.current;
    return () => {
      // Taken away while typed into (the tab changes, say): a field that is removed tells nobody that it is left.
      if (isOpen.current && element !== null) {
        isOpen.current = false;
        latest.current.onCommit(element.value, false);
      }
    };
  }, []);

  function finish(how: 'commit' | 'cancel', refocus: boolean): void {
    const element = field.current;
    if (!isOpen.current || element === null) return;
    isOpen.current = false;
    if (how === 'cancel') latest.current.onCancel();
    else latest.current.onCommit(element.value, refocus);
  }

  function start(): void {
    if (isOpen.current) return;
    isOpen.current = true;
    startedByTyping.current = true;
    latest.current.onStart();
  }

  function format(wanted: MarkupEdit): void {
    if (field.current === null || !isOpen.current) return;
    if (isComposing.current) waitingFormat.current = wanted;
    else formatField(field.current, wanted);
  }

  function switchTo(language: Language): void {
    const element = field.current;
    const { inLanguages } = latest.current;
    // In the middle of a syllable the text is not yet what it will be.
    if (element === null || inLanguages === undefined || isComposing.current) return;
    inLanguages.onSwitch(element.value, language);
    element.value = inLanguages.textIn(language);
    element.select();
    fitHeight(element);
  }

  function onCompositionEnd(): void {
    isComposing.current = false;
    const waiting = waitingFormat.current;
    waitingFormat.current = null;
    // The syllable is in the field only after this event.
    if (waiting !== null) setTimeout(() => format(waiting), 0);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing || event.keyCode === COMPOSING_KEY) {
      // The input method has it; as a shortcut it would take the syllable apart.
      event.stopPropagation();
      return;
    }
    wantsNewLine.current = event.shiftKey;
    if (!isOpen.current) return;
    const formatKey = formatForKey(event.nativeEvent, platform);
    if (formatKey !== null) {
      event.preventDefault();
      event.stopPropagation();
      format(formatKey);
    } else if (props.inLanguages !== undefined && matchesShortcut(event.nativeEvent, NEXT_LANGUAGE, platform)) {
      event.preventDefault();
      event.stopPropagation();
      switchTo(nextLanguage(props.inLanguages.current));
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      event.stopPropagation();
      finish('commit', true);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      finish('cancel', true);
    }
  }

  // React's own `onBeforeInput` is another event under that name: the real one says what kind of input it is.
  useEffect(() => {
    const element = field.current;
    if (element === null) return;
    const onBeforeInput = (event: InputEvent) => {
      if (isOpen.current) {
        // Enter that ended a syllable came to us as the input method's key; the line break it asks for is the Enter.
        if (event.inputType !== 'insertLineBreak' || wantsNewLine.current) return;
        event.preventDefault();
        finish('commit', true);
        return;
      }
      const types = event.inputType === 'insertText' || event.inputType === 'insertCompositionText';
      // A space alone pans the canvas; Enter, Delete and Paste over a selected node mean the node.
      if (types && event.data !== null && event.data.trim() !== '') start();
      else event.preventDefault();
    };
    element.addEventListener('beforeinput', onBeforeInput);
    element.addEventListener('compositionstart', start);
    return () => {
      element.removeEventListener('beforeinput', onBeforeInput);
      element.removeEventListener('compositionstart', start);
    };
  });

  return (
    <div
      className={mode === 'waiting' ? `${styles.box} ${styles.waiting}` : styles.box}
      style={{
        left: box.x,
        top: box.y,
        width: box.width,
        height: box.height,
        alignItems: box.verticalAlign === 'top' ? 'flex-start' : 'center',
      }}
    >
      <textarea
        ref={field}
        className={`${styles.field} nodrag nopan nowheel`}
        data-waiting={mode === 'waiting'}
        aria-label={name}
        data-formatted="true"
        rows={1}
        spellCheck={false}
        autoComplete="off"
        maxLength={limits.textChars}
        style={{
          fontSize: box.sizePx,
          lineHeight: `${box.lineHeightPx}px`,
          fontWeight: box.weight,
          textAlign: box.align === 'middle' ? 'center' : 'start',
        }}
        onKeyDown={onKeyDown}
        onCompositionStart={() => {
          isComposing.current = true;
        }}
        onCompositionEnd={onCompositionEnd}
        onPaste={(event) => {
          if (isOpen.current && pasteLink(event.currentTarget, event.clipboardData.getData('text/plain')))
            event.preventDefault();
        }}
        onInput={(event) => fitHeight(event.currentTarget)}
        onBlur={() => finish('commit', false)}
      />
      {mode === 'editing' && (
        <FormatBar onFormat={format} language={props.inLanguages?.current} onLanguage={switchTo} />
      )}
    </div>
  );
}

/** Elsewhere the same key shows the next language. */
const NEXT_LANGUAGE = 'Mod+Alt+KeyL';

function nextLanguage(language: Language): Language {
  return languages[(languages.indexOf(language) + 1) % languages.length] ?? language;
}

/** What `keyCode` is while an input method is at work, in every browser. */
const COMPOSING_KEY = 229;

/** As high as its text; what does not fit its label's box any more is set on a card, to stay readable over others. */
function fitHeight(element: HTMLTextAreaElement): void {
  element.style.height = '0';
  element.style.height = `${element.scrollHeight}px`;
  const room = element.parentElement?.offsetHeight ?? 0;
  element.dataset.overflows = String(element.scrollHeight > room + SLACK_PX);
  // The bar beside the field stays clear of what sticks out of the label's box.
  const { offsetTop, offsetHeight, parentElement } = element;
  parentElement?.style.setProperty('--above-px', `${Math.max(0, -offsetTop)}px`);
  parentElement?.style.setProperty('--below-px', `${Math.max(0, offsetTop + offsetHeight - room)}px`);
}

const SLACK_PX = 4;
