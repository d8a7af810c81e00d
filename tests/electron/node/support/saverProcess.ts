import { writeFileAtomically } from '../../../../electron/node/atomicWrite';

/**
 * Saves one file over and over until it is killed, and says on stdout which version reached the disk.
 * Arguments: path, number of the first version.
 */
const [path = '', first = '1'] = process.argv.slice(2);

/** `version:length:` and filler, so that a torn or mixed file can be told from a whole one. */
function contentOf(version: number): string {
  const filler = String.fromCharCode(97 + (version % 26)).repeat(20_000 + ((version * 7919) % 400_000));
  return `${version}:${filler.length}:${filler}`;
}

async function saveForever(): Promise<void> {
  for (let version = Number(first); ; version++) {
    const written = await writeFileAtomically(path, Buffer.from(contentOf(version)));
    if (!written.ok) throw new Error(written.error.type);
    process.stdout.write(`${version}\n`);
  }
}

void saveForever();
