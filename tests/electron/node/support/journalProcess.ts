import { createRecovery } from '../../../../electron/node/recovery';
import type { RecoveryKey } from '../../../../shared/ipc/contract';

/**
 * Writes a recovery journal until it is killed, and says on stdout which step reached the disk. Every 25th step it
 * compacts. Arguments: folder, number of the first step.
 */
const [folder = '', first = '1'] = process.argv.slice(2);
const key = 'document' as RecoveryKey;
const about = { name: 'plan', path: null, stamp: null };

async function workForever(): Promise<void> {
  const recovery = createRecovery(folder);
  for (let step = Number(first); ; step++) {
    // Text and steps together say what was done: the text the last compacted step, the steps those after it.
    if (step === Number(first) || step % 25 === 0)
      await recovery.snapshot(1, key, about, `${step}:${'x'.repeat(300_000)}`);
    else await recovery.append(1, key, [String(step)]);
    process.stdout.write(`${step}\n`);
  }
}

void workForever();
