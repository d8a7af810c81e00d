import { wrap } from 'comlink';

// biome-ignore lint/suspicious/noExplicitAny: a function with whatever parameters; `call` compares them.
type AnyFunction = (...args: any[]) => unknown;

/**
 * What a worker can do: functions whose arguments and results can be copied to another thread (`structuredClone`).
 * Callbacks go as `proxy(callback)`, big buffers as `transfer(value, [buffer])`, both of comlink.
 */
export type WorkerApi<Api> = { readonly [Name in keyof Api]: AnyFunction };

export interface WorkerSource<Api extends WorkerApi<Api>> {
  /** For messages: what the worker is for. */
  readonly name: string;
  /** Written out where it is used, since the bundler looks for just that: `new Worker(new URL('./x.worker.ts', …), …)`. */
  start(): Worker;
  /** The same functions for where there are no workers, such as tests in Node. */
  load(): Promise<Api>;
}

export interface WorkerConnection<Api extends WorkerApi<Api>> {
  /**
   * Calls a function of the worker; the first call starts it. Rejects with the error that the function threw, and with
   * `WorkerStopped` when the worker came to an end before it answered.
   */
  call<Name extends keyof Api>(name: Name, ...args: Parameters<Api[Name]>): Promise<Awaited<ReturnType<Api[Name]>>>;
  /** Ends the worker with all that it is doing, which is how work is called off. The next call starts a new one. */
  stop(): void;
}

/** The worker came to an end, or could not begin, before it answered. */
export class WorkerStopped extends Error {
  override readonly name = 'WorkerStopped';
}

interface Running {
  call(name: PropertyKey, args: readonly unknown[]): Promise<unknown>;
  end(): void;
}

/** A worker that runs from the first call until it is stopped. */
export function connectWorker<Api extends WorkerApi<Api>>(source: WorkerSource<Api>): WorkerConnection<Api> {
  let running: Running | null = null;
  /** How to tell each caller that there will be no answer. */
  const waiting = new Set<(reason: WorkerStopped) => void>();

  function stopped(why: string): void {
    running = null;
    const reason = new WorkerStopped(`The worker for ${source.name} ${why}`);
    for (const reject of waiting) reject(reason);
    waiting.clear();
  }

  return {
    call(name, ...args) {
      running ??= typeof Worker === 'undefined' ? runHere(source.load()) : runWorker(source.start(), stopped);
      const answer = running.call(name, args) as Promise<Awaited<ReturnType<Api[typeof name]>>>;
      return new Promise((resolve, reject) => {
        waiting.add(reject);
        void answer.then(resolve, reject).finally(() => waiting.delete(reject));
      });
    },
    stop() {
      running?.end();
      if (running !== null) stopped('was stopped');
    },
  };
}

function runWorker(worker: Worker, stopped: (why: string) => void): Running {
  const remote = wrap<Readonly<Record<PropertyKey, AnyFunction>>>(worker);
  const fail = (why: string) => {
    worker.terminate();
    stopped(why);
  };
  // What a function throws comes as its answer: these mean that the worker cannot go on.
  worker.onerror = (event) => fail(`failed: ${event.message || 'its script could not be loaded'}`);
  worker.onmessageerror = () => fail('sent something that cannot be read');
  return {
    call: async (name, args) => await remote[name as string]?.(...args),
    end: () => worker.terminate(),
  };
}

/** Work that was called off here still comes to its end; nobody hears of it. */
function runHere<Api extends WorkerApi<Api>>(loading: Promise<Api>): Running {
  return {
    call: async (name, args) => await (await loading)[name as keyof Api](...args),
    end: () => {},
  };
}
