import type { FileHandle } from 'node:fs/promises';
import { type FileSystem, realFileSystem } from '../../../../electron/node/fileErrors';

export interface Fault {
  /** Fails the n-th call (from 1) that is made, whatever it is; `null` fails none and only counts. */
  readonly call: number | null;
  readonly code: string;
}

export interface FaultyFileSystem {
  readonly fs: FileSystem;
  /** The calls in order: `open /f`, `handle.writeFile`, … */
  readonly calls: string[];
}

export function systemError(code: string): NodeJS.ErrnoException {
  // Node has no name for a full quota; that is how the real one looks.
  if (code === 'EDQUOT') return Object.assign(new Error('unknown'), { code: 'Unknown system error -122', errno: -122 });
  return Object.assign(new Error(code), { code });
}

/** The real file system, in which one call fails. A failing write has written half before it fails, as disks do. */
export function faultyFileSystem(fault: Fault): FaultyFileSystem {
  const calls: string[] = [];
  const failing = (name: string): boolean => {
    calls.push(name);
    return calls.length === fault.call;
  };
  const wrapHandle = (handle: FileHandle): FileHandle =>
    new Proxy(handle, {
      get(target, property) {
        const value: unknown = Reflect.get(target, property);
        if (typeof value !== 'function' || typeof property !== 'string') return value;
        return async (...args: unknown[]): Promise<unknown> => {
          if (failing(`handle.${property}`)) {
            const [bytes] = args;
            if (property === 'writeFile' && bytes instanceof Uint8Array)
              await target.writeFile(bytes.subarray(0, bytes.length >> 1));
            if (property === 'close') await target.close();
            throw systemError(fault.code);
          }
          return Reflect.apply(value, target, args);
        };
      },
    });
  const fs = new Proxy(realFileSystem, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property);
      if (typeof value !== 'function' || typeof property !== 'string') return value;
      return async (...args: unknown[]): Promise<unknown> => {
        if (failing(property)) throw systemError(fault.code);
        const result: unknown = await Reflect.apply(value, target, args);
        return property === 'open' ? wrapHandle(result as FileHandle) : result;
      };
    },
  });
  return { fs, calls };
}
