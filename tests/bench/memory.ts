import type { RunningApp } from '../support/electronApp';

export interface Memory {
  /** JavaScript objects of the page that are still in use. */
  readonly heapBytes: number;
  /** All memory of the page's process. */
  readonly processBytes: number;
}

export async function measureMemory({ app, page }: RunningApp): Promise<Memory> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  const processKiB = await app.evaluate(({ app: electronApp, BrowserWindow }) => {
    const pid = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId();
    return electronApp.getAppMetrics().find((metric) => metric.pid === pid)?.memory.workingSetSize;
  });
  if (processKiB === undefined) throw new Error('the page has no process');
  return { heapBytes: usedSize, processBytes: processKiB * 1024 };
}
