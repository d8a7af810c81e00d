import type { Bridge } from '../../shared/ipc/contract';

declare global {
  interface Window {
    /** Put there by the preload script; absent in a plain browser. */
    readonly roleweave?: Bridge;
  }
}

/** The way to the main process; in a plain browser, a stand-in that keeps files in memory. */
export async function connectBridge(): Promise<Bridge> {
  if (window.roleweave !== undefined) return window.roleweave;
  const { createBrowserBridge } = await import('./browserBridge');
  return createBrowserBridge();
}
