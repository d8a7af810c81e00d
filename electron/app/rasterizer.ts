import { type UtilityProcess, utilityProcess } from 'electron';
import type { Requests } from '../../shared/ipc/contract';
import { err } from '../../shared/util/result';

type RasterizeResult = Awaited<ReturnType<Requests['image.rasterize']>>;

export interface ToRasterizer {
  readonly id: number;
  readonly svg: string;
  readonly scale: number;
}

export interface FromRasterizer {
  readonly id: number;
  readonly result: RasterizeResult;
}

/** A picture that takes longer was made to. */
const timeLimitMs = 120_000;
/** The process ends after this long without work, and gives its memory back. */
const idleMs = 30_000;

/** SVG to PNG in a helper process, which is started when it is needed. `programFile`: the built `rasterizerProcess`. */
export function createRasterizer(programFile: string): (svg: string, scale: number) => Promise<RasterizeResult> {
  let helper: UtilityProcess | null = null;
  let idle: NodeJS.Timeout | undefined;
  let nextId = 1;
  const jobs = new Map<number, (result: RasterizeResult) => void>();

  function start(): UtilityProcess {
    const started = utilityProcess.fork(programFile, [], { stdio: 'ignore', serviceName: 'Roleweave pictures' });
    started.on('message', ({ id, result }: FromRasterizer) => jobs.get(id)?.(result));
    started.on('exit', () => {
      if (helper === started) helper = null;
      for (const finish of jobs.values()) finish(err({ type: 'failed', cause: 'the helper process ended' }));
    });
    return started;
  }

  return (svg, scale) =>
    new Promise((resolve) => {
      clearTimeout(idle);
      helper ??= start();
      const used = helper;
      const id = nextId++;
      const limit = setTimeout(() => used.kill(), timeLimitMs);
      jobs.set(id, (result) => {
        clearTimeout(limit);
        jobs.delete(id);
        if (jobs.size === 0) idle = setTimeout(() => helper?.kill(), idleMs);
        resolve(result);
      });
      used.postMessage({ id, svg, scale } satisfies ToRasterizer);
    });
}
