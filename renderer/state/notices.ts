import type { AppStore, Notice } from './appStore';

let lastId = 0;

/** Shows a short message at the bottom of the window; answers its id, to take it away when it has become untrue. */
export function notify(app: AppStore, tone: Notice['tone'], text: string, detail?: string): number {
  lastId += 1;
  const notice: Notice = { id: lastId, tone, text, ...(detail === undefined ? {} : { detail }) };
  // The same words again, say for a file that is tried twice, take the place of the old ones instead of piling up.
  const isSame = (old: Notice) => old.text === text && old.detail === detail;
  app.setState((state) => ({ notices: [...state.notices.filter((old) => !isSame(old)), notice] }));
  return notice.id;
}

export function dismissNotice(app: AppStore, id: number): void {
  app.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }));
}

/** Says something through screen readers. The same words again would not be read out, so they get a silent mark. */
export function announce(app: AppStore, text: string): void {
  app.setState((state) => ({ announcement: state.announcement === text ? `${text}\u00a0` : text }));
}
