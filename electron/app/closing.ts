import { app, dialog } from 'electron';
import type { Translate } from '../../shared/i18n/messages';
import { type AppWindow, type CloseOutcome, tell } from './appWindow';

/** A page that is alive says at once that it heard; a busy one within some seconds. */
const hearingMs = 5_000;
/** A second try to close after this long means that the first led nowhere. */
const insistMs = 3_000;

/**
 * Asks the window's page about unsaved changes and answers what the user decided. A page that hangs, crashed or does
 * not answer never makes it impossible to close: then the user is asked by us, and unsaved work stays in the recovery
 * journal.
 */
export function askToClose(window: AppWindow, t: Translate): Promise<CloseOutcome> {
  if (window.closing !== null) {
    const { sinceMs, outcome } = window.closing;
    // The page may be showing its question; only somebody who insists gets the way out.
    if (window.questions === 0 && Date.now() - sinceMs > insistMs) void offerToForce(window, t);
    return outcome;
  }
  let decide: (outcome: CloseOutcome) => void = () => undefined;
  const outcome = new Promise<CloseOutcome>((done) => {
    decide = done;
  });
  window.closing = {
    sinceMs: Date.now(),
    heard: false,
    outcome,
    decide(decided) {
      window.closing = null;
      if (decided === 'closed') closeForGood(window);
      decide(decided);
    },
  };
  const { webContents } = window.browserWindow;
  // Without a page that runs there is nobody to ask, and nothing that is not in the journal.
  if (!window.started || webContents.isCrashed()) window.closing.decide('closed');
  else {
    tell(window, 'window.closing');
    const { closing } = window;
    setTimeout(() => {
      if (window.closing === closing && !closing.heard) void offerToForce(window, t);
    }, hearingMs).unref();
  }
  return outcome;
}

/** The page got the question; without a listener it will never answer. */
export function closingHeard(window: AppWindow, byPage: boolean): void {
  if (window.closing === null) return;
  window.closing.heard = true;
  if (!byPage) window.closing.decide('closed');
}

export function closeForGood(window: AppWindow): void {
  if (window.browserWindow.isDestroyed()) return;
  window.mayUnload = true;
  window.browserWindow.destroy();
}

async function offerToForce(window: AppWindow, t: Translate): Promise<void> {
  if (window.browserWindow.isDestroyed() || window.questions > 0) return;
  window.questions += 1;
  const { response } = await dialog.showMessageBox(window.browserWindow, {
    type: 'warning',
    message: t('app.notResponding'),
    detail: t('app.closeAnywayDetail'),
    buttons: [t('app.wait'), t('app.closeAnyway')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  window.questions -= 1;
  if (response === 1) window.closing?.decide('closed');
}

export interface Quitting {
  isUnderWay(): boolean;
  /** Asks every window; ends the app when all of them may close. */
  quit(): Promise<void>;
  /** Ends without asking: the system shuts down or asked us to. Work since the last save stays in the journals. */
  quitKeepingWork(): Promise<void>;
}

export function createQuitting(options: {
  readonly windows: () => readonly AppWindow[];
  readonly t: Translate;
  /** Settles when everything that was asked to be written is on disk. */
  readonly allWritten: () => Promise<unknown>;
}): Quitting {
  const { windows, t, allWritten } = options;
  let state: 'running' | 'asking' | 'done' = 'running';

  async function quit(): Promise<void> {
    if (state !== 'running') {
      // Ctrl+Q again while a window does not answer: `askToClose` offers the way out.
      if (state === 'asking') for (const window of windows()) if (window.closing !== null) void askToClose(window, t);
      return;
    }
    state = 'asking';
    for (const window of windows()) {
      window.browserWindow.focus();
      if ((await askToClose(window, t)) === 'kept') {
        state = 'running';
        return;
      }
    }
    await allWritten();
    state = 'done';
    app.quit();
  }

  app.on('before-quit', (event) => {
    if (state === 'done') return;
    event.preventDefault();
    void quit();
  });

  return {
    isUnderWay: () => state !== 'running',
    quit,
    async quitKeepingWork() {
      state = 'done';
      // Pages flush their journals within a second of a change.
      await new Promise((done) => setTimeout(done, 1_200));
      await allWritten();
      app.exit(0);
    },
  };
}
