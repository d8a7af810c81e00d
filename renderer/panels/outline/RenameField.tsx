import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { limits } from '../../../shared/file/limits';
import type { DiagramNode } from '../../../shared/model/document';
import { textIn } from '../../../shared/model/localizedText';
import { isComposition } from '../../actions/shortcuts';
import { useLanguage, useT } from '../../state/hooks';
import styles from './Outline.module.css';

interface RenameFieldProps {
  readonly node: DiagramNode;
  /** What it is called without a name of its own. */
  readonly placeholder: string;
  /** Called once; `null`: given up. */
  onDone(text: string | null): void;
}

/** A name in place: Enter keeps what was typed, Shift+Enter breaks the line, Escape gives up. */
export function RenameField({ node, placeholder, onDone }: RenameFieldProps) {
  const t = useT();
  const language = useLanguage();
  const field = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  const text = textIn(node.label, language);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  function finish(result: string | null): void {
    if (isDone.current) return;
    isDone.current = true;
    onDone(result);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (isComposition(event.nativeEvent)) return;
    if (event.key === 'Escape') finish(null);
    else if (event.key === 'Enter' && !event.shiftKey) finish(event.currentTarget.value);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <textarea
      ref={field}
      className={styles.rename}
      aria-label={t('outline.rename')}
      defaultValue={text}
      placeholder={placeholder}
      rows={Math.min(4, text.split('\n').length)}
      maxLength={limits.textChars}
      spellCheck={false}
      autoComplete="off"
      onKeyDown={onKeyDown}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onBlur={(event) => finish(event.currentTarget.value)}
    />
  );
}
