import { proxy } from 'comlink';
import { connectWorker } from '../../../renderer/workers/connect';
import type { sampleWork } from './sampleWork';

const sample = connectWorker<typeof sampleWork>({
  name: 'samples',
  start: () => new Worker(new URL('./sample.worker.ts', import.meta.url), { type: 'module' }),
  load: async () => (await import('./sampleWork')).sampleWork,
});
const missing = connectWorker<typeof sampleWork>({
  name: 'nothing',
  start: () => new Worker('/no-such.worker.js', { type: 'module' }),
  load: () => Promise.reject(new Error('not asked for')),
});

/** What a test does in the page. */
const trials = { sample, missing, proxy };
export type Trials = typeof trials;
Object.assign(window, { trials });
