import type { DocumentHandle } from './contract';

/** Between preload and main only: the page cannot reach these. */
export interface InternalRequests {
  /** A file that the user dropped on the page; preload has its path from the system, not from the page. */
  'internal.dropped': (path: string) => Promise<DocumentHandle | null>;
  /** Says that a `window.closing` arrived, and whether the page listens to it. A hung page says nothing. */
  'internal.closingHeard': (byPage: boolean) => Promise<void>;
}

export const internalRequestNames: Readonly<Record<keyof InternalRequests, true>> = {
  'internal.dropped': true,
  'internal.closingHeard': true,
};
