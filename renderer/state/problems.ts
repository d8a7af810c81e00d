import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DiagramDocument } from '../../shared/model/document';
import type { Checker, Problem } from '../../shared/rules/checker';
import { resultInSlices } from '../workers/inSlices';
import type { EditorStore } from './editorStore';
import { whenReady } from './ready';

export interface ProblemsState {
  /** What is wrong in `document`; `null` before it was first looked at. */
  readonly problems: readonly Problem[] | null;
  /** The document as it was a moment ago: what problems are told with. */
  readonly document: DiagramDocument;
  /** The problem, or the rule, that the list of problems is at. */
  readonly at: string | null;
  /** Which problem it was at last: where one goes on when that one is gone. */
  readonly index: number;
}

/** What is wrong in one document, looked for whenever it has changed and nothing else is to do. */
export interface ProblemWatch {
  readonly store: StoreApi<ProblemsState>;
  end(): void;
}

/** How long a window that always has something to do may put off looking. */
const SOON_MS = 500;

export function createProblemWatch(editor: EditorStore): ProblemWatch {
  const present = () => editor.getState().history.present.document;
  const store = createStore<ProblemsState>(() => ({ problems: null, document: present(), at: null, index: -1 }));
  let checker: Checker | null = null;
  let isDue = false;
  let isChecking = false;
  let hasEnded = false;

  const stopListening = editor.onStep(due);
  // What the rules are made of is loaded once the first picture is there.
  void whenReady().then(due);

  function due(): void {
    if (isDue || isChecking || hasEnded) return;
    isDue = true;
    void whenReady().then(() => requestIdleCallback(() => void check(), { timeout: SOON_MS }));
  }

  async function check(): Promise<void> {
    isDue = false;
    isChecking = true;
    const document = present();
    try {
      checker ??= (await import('../../shared/rules/checker')).createChecker();
      // Rule by rule: none of them takes a frame at 1,000 steps.
      const problems = await resultInSlices(checker.check(document), 0);
      if (!hasEnded && present() === document) store.setState({ problems, document });
    } catch (error) {
      // The diagram is not harmed; the next change looks again.
      console.warn('Problems not looked for', error);
    }
    isChecking = false;
    if (present() !== document) due();
  }

  return {
    store,
    end() {
      hasEnded = true;
      stopListening();
    },
  };
}
