import { expect, test } from 'vitest';
import { connectWorker } from '../../../renderer/workers/connect';

// Where there are no workers. Real ones: tests/chromium/workers.spec.ts.

const work = {
  double: (value: number) => value * 2,
  fail(): void {
    throw new RangeError('too far');
  },
  wait: () => new Promise<never>(() => {}),
};

const connect = () =>
  connectWorker<typeof work>({
    name: 'samples',
    start() {
      throw new Error('there are no workers');
    },
    load: async () => work,
  });

test('without workers the same functions are called in place', async () => {
  const samples = connect();
  expect(await samples.call('double', 21)).toBe(42);
  await expect(samples.call('fail')).rejects.toThrow(new RangeError('too far'));
});

test('stopping tells all who wait; the next call is answered', async () => {
  const samples = connect();
  const waiting = [samples.call('wait'), samples.call('wait')];
  samples.stop();
  for (const call of waiting) await expect(call).rejects.toMatchObject({ name: 'WorkerStopped' });
  expect(await samples.call('double', 2)).toBe(4);
});
