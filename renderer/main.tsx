import { createRoot } from 'react-dom/client';
import { invariant } from '../shared/util/invariant';
import { App } from './App';
import { connectBridge } from './platform/bridge';
import { startApp } from './startApp';

/**
 * Text is placed by the bundled font's own widths: shown in another font first, it would jump and be measured wrongly.
 * A browser fetches a font when something uses it, so each weight is asked for by name.
 */
async function loadFonts(): Promise<void> {
  await Promise.all([400, 500, 600].map((weight) => document.fonts.load(`${weight} 13px Pretendard`, '가A')));
}

async function main(): Promise<void> {
  const root = document.getElementById('root');
  invariant(root !== null, 'index.html has #root');
  const services = await startApp(await connectBridge());
  await loadFonts();
  createRoot(root).render(<App services={services} />);
}

void main();
