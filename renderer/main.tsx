import { createRoot } from 'react-dom/client';
import { invariant } from '../shared/util/invariant';
import { App } from './App';
import { loadFirstFonts, loadOtherFonts } from './fonts';
import { connectBridge } from './platform/bridge';
import { startApp } from './startApp';
import { whenReady } from './state/ready';

async function main(): Promise<void> {
  const root = document.getElementById('root');
  invariant(root !== null, 'index.html has #root');
  // Beside what the main process is asked, not after it.
  const fonts = loadFirstFonts();
  const services = await startApp(await connectBridge());
  await fonts;
  createRoot(root).render(<App services={services} />);
  await whenReady();
  await loadOtherFonts();
}

void main();
