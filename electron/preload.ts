import { contextBridge, ipcRenderer, webUtils } from 'electron';
import {
  type Bridge,
  type DocumentHandle,
  type Events,
  eventNames,
  type Requests,
  requestNames,
  type WindowState,
} from '../shared/ipc/contract';
import type { InternalRequests } from '../shared/ipc/internal';

/** The one thing of the DOM that is needed here; everything else of the page stays the page's. */
declare const window: {
  addEventListener(
    type: 'beforeunload',
    listener: (event: { preventDefault(): void; returnValue: unknown }) => void,
  ): void;
};

type AnyListener = (...args: readonly unknown[]) => void;

const listeners = new Map<keyof Events, Set<AnyListener>>();
/** What arrived while the page had no listener yet, for example a file handed over by a second start. */
const waiting = new Map<keyof Events, (readonly unknown[])[]>();
let edited = false;

function askMain<K extends keyof InternalRequests>(
  name: K,
  ...args: Parameters<InternalRequests[K]>
): ReturnType<InternalRequests[K]> {
  return ipcRenderer.invoke(name, ...args) as ReturnType<InternalRequests[K]>;
}

function requestFunctions(): Bridge['request'] {
  const functions: Record<string, (...args: unknown[]) => Promise<unknown>> = {};
  for (const name of Object.keys(requestNames)) functions[name] = (...args) => ipcRenderer.invoke(name, ...args);
  functions['window.setState' satisfies keyof Requests] = (state) => {
    edited = typeof state === 'object' && state !== null && (state as WindowState).edited === true;
    return ipcRenderer.invoke('window.setState', state);
  };
  return functions as unknown as Bridge['request'];
}

function receive(name: keyof Events): void {
  ipcRenderer.on(name, (_event, ...args: unknown[]) => {
    const heard = listeners.get(name);
    const hasListener = heard !== undefined && heard.size > 0;
    if (name === 'window.closing') void askMain('internal.closingHeard', hasListener);
    if (hasListener) for (const listener of heard) listener(...args);
    else waiting.set(name, [...(waiting.get(name) ?? []), args].slice(-100));
  });
}

function listen<K extends keyof Events>(name: K, listener: Events[K]): () => void {
  if (!Object.hasOwn(eventNames, name) || typeof listener !== 'function') throw new Error('No such event');
  const own = listeners.get(name) ?? new Set<AnyListener>();
  const call: AnyListener = (...args) => (listener as unknown as AnyListener)(...args);
  listeners.set(name, own.add(call));
  const missed = waiting.get(name) ?? [];
  waiting.delete(name);
  for (const args of missed) queueMicrotask(() => call(...args));
  return () => {
    own.delete(call);
  };
}

/** The path of a file object that the system gave to the page; `''` for one that a script made. */
function pathOf(file: unknown): string {
  if (!(file instanceof File)) return '';
  // `webUtils` came with Electron 29; before, files had a `path`. The prototype's getter cannot be faked by the page.
  if ((webUtils as typeof webUtils | undefined)?.getPathForFile !== undefined) return webUtils.getPathForFile(file);
  const path: unknown = Object.getOwnPropertyDescriptor(File.prototype, 'path')?.get?.call(file);
  return typeof path === 'string' ? path : '';
}

async function fileDropped(file: unknown): Promise<DocumentHandle | null> {
  const path = pathOf(file);
  return path === '' ? null : askMain('internal.dropped', path);
}

for (const name of Object.keys(eventNames)) receive(name as keyof Events);

// A click on a link to about:blank is the one navigation that Electron offers no way to refuse; without this it would
// unload the page with all that is unsaved. Reloading and closing by our own commands pass (`will-prevent-unload`).
window.addEventListener('beforeunload', (event) => {
  if (!edited) return;
  event.preventDefault();
  event.returnValue = true;
});

const bridge: Bridge = { request: requestFunctions(), listen, fileDropped };
contextBridge.exposeInMainWorld('roleweave', bridge);
