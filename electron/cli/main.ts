import { version } from '../../package.json';
import { builtAssets } from '../node/rasterize';
import { runCli } from './runCli';

// Plain Node: no window, no display, no Electron. The exit code is set, not forced, so that pipes get all of the output.
void runCli(process.argv.slice(2), {
  assets: builtAssets(__dirname),
  env: process.env,
  version,
  terminal: {
    out: (line) => process.stdout.write(`${line}\n`),
    problem: (line) => process.stderr.write(`${line}\n`),
  },
}).then((exitCode) => {
  process.exitCode = exitCode;
});
