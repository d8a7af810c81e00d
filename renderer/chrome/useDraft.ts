import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { isComposition } from '../actions/shortcuts';

/**
 * Text that is being typed, kept apart from the value it will become: one commit per visit, none while typing, so that
 * typing is one undo step and a change from elsewhere never moves the cursor. Enter (with `enterCommits`) and leaving
 * commit, Escape takes the typing back. What was typed is also committed when the field goes away, which happens when
 * another node is selected on the canvas: the press there takes the form down before the field loses focus.
 */
export function useDraft(value: string, commit: (text: string) => void, enterCommits = true) {
  const [draft, setDraft] = useState<string | null>(null);
  const latest = useRef({ draft, value, commit });
  useEffect(() => {
    latest.current = { draft, value, commit };
  });

  function finish(): void {
    const { draft: typed, value: before, commit: commitNow } = latest.current;
    latest.current = { ...latest.current, draft: null };
    setDraft(null);
    if (typed !== null && typed !== before) commitNow(typed);
  }
  useEffect(
    () => () => {
      const { draft: typed, value: before, commit: commitNow } = latest.current;
      if (typed !== null && typed !== before) commitNow(typed);
    },
    [],
  );

  return {
    text: draft ?? value,
    isTouched: draft !== null,
    type(text: string): void {
      latest.current = { ...latest.current, draft: text };
      setDraft(text);
    },
    finish,
    /** Forgets what was typed. */
    reset(): void {
      latest.current = { ...latest.current, draft: null };
      setDraft(null);
    },
    onKeyDown(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void {
      // Enter may only confirm a syllable.
      if (isComposition(event.nativeEvent)) return;
      if (event.key === 'Escape' && latest.current.draft !== null) {
        // The first Escape only takes the typing back; a dialog around the field stays open.
        event.stopPropagation();
        latest.current = { ...latest.current, draft: null };
        setDraft(null);
      } else if (event.key === 'Enter' && enterCommits && !event.shiftKey) {
        event.preventDefault();
        finish();
        event.currentTarget.select();
      }
    },
  };
}
