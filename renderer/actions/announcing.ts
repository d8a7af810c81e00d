import type { RecoveryKey } from '../../shared/ipc/contract';
import { languageOf } from '../state/appStore';
import type { AppServices } from '../state/hooks';
import { translator } from '../state/messages';
import { announce } from '../state/notices';
import type { OpenDocument } from '../state/session';
import { describeStep } from './describing';

/**
 * Tells screen readers what every step did, by name, whoever did it: a key, the mouse, a form, undo. Answers how to stop.
 */
export function announceSteps({ app, session }: Pick<AppServices, 'app' | 'session'>): () => void {
  const watched = new Map<RecoveryKey, () => void>();

  function say({ editor }: OpenDocument, ...[before, after]: Parameters<Parameters<typeof editor.onStep>[0]>): void {
    const language = languageOf(app.getState());
    const speech = { t: translator(language), language };
    const { present, future } = editor.getState().history;
    const [next] = future;
    // Undone: what was done is what led from the document that is here now to the one that was.
    const text =
      next?.document === before
        ? speech.t('said.undone', { what: describeStep(after, before, next.label, speech) })
        : describeStep(before, after, present.label, speech);
    if (text !== '') announce(app, text);
  }

  function watch(): void {
    const { documents } = session.store.getState();
    for (const open of documents) {
      if (!watched.has(open.key))
        watched.set(
          open.key,
          open.editor.onStep((before, after) => say(open, before, after)),
        );
    }
    for (const [key, stop] of watched) {
      if (documents.some((open) => open.key === key)) continue;
      stop();
      watched.delete(key);
    }
  }

  const stopWatching = session.store.subscribe(watch);
  watch();
  return () => {
    stopWatching();
    for (const stop of watched.values()) stop();
  };
}
