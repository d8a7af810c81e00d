import { createRoot } from 'react-dom/client';
import { invariant } from '../shared/util/invariant';
import { App } from './App';
import { connectBridge } from './platform/bridge';
import { startApp } from './startApp';

async function main(): Promise<void> {
  const root = document.getElementById('root');
  invariant(root !== null, 'index.html has #root');
  const services = await startApp(await connectBridge());
  // Text is placed by the bundled font's own widths; shown in another font first, it would jump.
  await document.fonts.ready;
  createRoot(root).render(<App services={services} />);
}

void main();
