import type { CDPSession, Page } from '@playwright/test';
import type { FrameTimes } from './benchTable';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  /** microseconds */
  readonly ts: number;
}

interface Recording {
  frameTimesMs?: number[];
}

/** Runs `work` and answers what the page and its compositor did meanwhile. */
export async function recordFrames(page: Page, session: CDPSession, work: () => Promise<void>): Promise<FrameTimes> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const drawn = await traceDrawnFrames(session);
  await page.evaluate(() => {
    const times: number[] = [performance.now()];
    (window as unknown as Recording).frameTimesMs = times;
    const note = () => {
      times.push(performance.now());
      if ((window as unknown as Recording).frameTimesMs === times) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  const cpuBeforeMs = await mainThreadCpuMs(session);
  await work();
  const times = await page.evaluate(async () => {
    // What the last input changed is drawn in a frame of its own.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const recording = window as unknown as Recording;
    const noted = recording.frameTimesMs ?? [];
    delete recording.frameTimesMs;
    return noted;
  });
  const intervalsMs = times.slice(1).map((time, at) => time - (times[at] ?? time));
  const cpuMs = (await mainThreadCpuMs(session)) - cpuBeforeMs;
  return { intervalsMs, cpuMs, drawnEveryMs: await drawn.stop() };
}

async function mainThreadCpuMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
  if (seconds === undefined) throw new Error('the page does not tell its processor time');
  return seconds * 1000;
}

/** Counts the pictures that the compositor drew: callbacks run even where the screen does not follow. */
async function traceDrawnFrames(session: CDPSession): Promise<{ stop(): Promise<number | null> }> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => {
    events.push(...(value as TraceEvent[]).filter(({ name }) => name === 'DrawFrame'));
  };
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline.frame'] },
  });
  return {
    async stop() {
      const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
      await session.send('Tracing.end');
      await complete;
      session.off('Tracing.dataCollected', collect);
      return meanInterval(events);
    },
  };
}

/** In milliseconds; of the process that drew most, since the window's own frame may have a compositor, too. */
function meanInterval(events: readonly TraceEvent[]): number | null {
  const byProcess = new Map<number, number[]>();
  for (const { pid, ts } of events) byProcess.set(pid, [...(byProcess.get(pid) ?? []), ts]);
  const [times = []] = [...byProcess.values()].sort((a, b) => b.length - a.length);
  if (times.length < 2) return null;
  return (Math.max(...times) - Math.min(...times)) / (times.length - 1) / 1000;
}
