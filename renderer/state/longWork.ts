import type { AppStore } from './appStore';

/** Work that goes on while people go on working; only one at a time. */
export interface LongWork {
  readonly text: string;
  /** It has taken long enough to be told of. */
  readonly isShown: boolean;
  cancel(): void;
}

/** Sooner than this nobody wonders whether something happens. */
const SHOWN_AFTER_MS = 500;

/** Tells of work that takes long, with a way to call it off. What was under way before is called off. */
export async function withProgress<T>(
  app: AppStore,
  text: string,
  cancel: () => void,
  work: () => Promise<T>,
): Promise<T> {
  app.getState().work?.cancel();
  const hidden: LongWork = { text, isShown: false, cancel };
  const shown: LongWork = { ...hidden, isShown: true };
  app.setState({ work: hidden });
  const timer = setTimeout(() => {
    if (app.getState().work === hidden) app.setState({ work: shown });
  }, SHOWN_AFTER_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    const now = app.getState().work;
    if (now === hidden || now === shown) app.setState({ work: null });
  }
}
