import { type ComponentType, useSyncExternalStore } from 'react';
import { whenReady } from './ready';

/** A component that the first picture does not show; fetched when that picture is there, before anybody asks for it. */
export interface LaterPart<Props> {
  /** The component; `null` until it has come, which renders the caller again. */
  use(): ComponentType<Props> | null;
}

/**
 * Unlike `lazy` of React it is rendered at once when it has come: who opens something and types on at once must not have
 * the first letters go where the focus was before. A failed fetch is asked for again with the next use.
 */
export function laterPart<Props>(load: () => Promise<ComponentType<Props>>): LaterPart<Props> {
  let part: ComponentType<Props> | null = null;
  let isLoading = false;
  const listeners = new Set<() => void>();

  async function fetchPart(): Promise<void> {
    isLoading = true;
    try {
      await whenReady();
      part = await load();
      for (const listener of listeners) listener();
    } catch (error) {
      console.warn(error);
    }
    isLoading = false;
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    if (part === null && !isLoading) void fetchPart();
    return () => listeners.delete(listener);
  }

  return { use: () => useSyncExternalStore(subscribe, () => part) };
}
