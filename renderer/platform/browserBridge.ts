import { languageForLocale } from '../../shared/i18n/language';
import type { Bridge, Question, Requests } from '../../shared/ipc/contract';
import { err, ok } from '../../shared/util/result';
import { createMemoryBridge, type MemoryBridge, type MemoryHost } from './memoryBridge';

/** The app in a plain browser: files are picked and downloaded, everything else is kept until the page is left. */
export function createBrowserBridge(): Bridge {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const bridge = createMemoryBridge(browserHost, {
    systemLanguage: languageForLocale(navigator.language),
    systemDark: dark.matches,
    platform: platformOf(navigator.platform),
  });
  dark.addEventListener('change', () => bridge.emit('system.themeChanged', dark.matches));
  askBeforeLeaving(bridge);
  return bridge;
}

function platformOf(name: string): 'darwin' | 'win32' | 'linux' {
  if (/^(Mac|iP)/.test(name)) return 'darwin';
  return name.startsWith('Win') ? 'win32' : 'linux';
}

/** A page that is closed or reloaded cannot ask as the app does; the browser asks for it. */
function askBeforeLeaving(bridge: MemoryBridge): void {
  window.addEventListener('beforeunload', (event) => {
    if (bridge.window.state?.edited === true) event.preventDefault();
  });
}

/** A message box of a browser has two buttons: they are offered one after the other. */
async function ask(question: Question): Promise<number> {
  const text = [question.message, question.detail].filter((part) => part !== undefined).join('\n\n');
  for (const [index, button] of question.buttons.entries()) {
    if (index === question.cancelButton) continue;
    if (window.confirm(`${text}\n\n→ ${button}`)) return index;
  }
  return question.cancelButton;
}

async function choose(): ReturnType<MemoryHost['choose']> {
  const files = await chooseFiles('.roleweave,.json');
  return Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })));
}

async function choosePictures(): ReturnType<MemoryHost['choosePictures']> {
  const files = await chooseFiles('.png,.jpg,.jpeg,.svg');
  return Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: ok(new Uint8Array(await file.arrayBuffer())) })),
  );
}

async function chooseTable(): ReturnType<MemoryHost['chooseTable']> {
  const [file] = await chooseFiles('.csv,.tsv,.txt', 'one');
  return file === undefined ? null : { name: file.name, bytes: ok(new Uint8Array(await file.arrayBuffer())) };
}

function chooseFiles(accept: string, count: 'one' | 'several' = 'several'): Promise<readonly File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.multiple = count === 'several';
  input.hidden = true;
  // In the page while the dialog is open: an input that nothing holds may be collected, and the choice with it.
  document.body.append(input);
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => {
      input.remove();
      resolve([]);
    });
    input.addEventListener('change', () => {
      input.remove();
      resolve([...(input.files ?? [])]);
    });
    input.click();
  });
}

function deliver(name: string, content: string | Uint8Array, mediaType: string): void {
  const part = typeof content === 'string' ? content : new Uint8Array(content);
  const url = URL.createObjectURL(new Blob([part], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Paints the picture with the browser's own engine and the page's fonts. */
const rasterize: Requests['image.rasterize'] = async (svg, scale) => {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(image.naturalWidth * scale);
    canvas.height = Math.ceil(image.naturalHeight * scale);
    const context = canvas.getContext('2d');
    if (context === null) return err({ type: 'failed', cause: 'no 2D canvas' });
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    // A canvas beyond the browser's limits answers nothing.
    if (blob === null) return err({ type: 'tooLarge', cause: `${canvas.width} × ${canvas.height}` });
    return ok(new Uint8Array(await blob.arrayBuffer()));
  } catch (error) {
    return err({ type: 'failed', cause: error instanceof Error ? error.message : String(error) });
  } finally {
    URL.revokeObjectURL(url);
  }
};

/** Pages may be forbidden to read the clipboard; then what was copied here can still be pasted here. */
let copied = '';

async function readClipboardImage(): Promise<Uint8Array | null> {
  try {
    for (const item of await navigator.clipboard.read()) {
      if (!item.types.includes('image/png')) continue;
      return new Uint8Array(await (await item.getType('image/png')).arrayBuffer());
    }
  } catch {
    // Not allowed to look.
  }
  return null;
}

const browserHost: MemoryHost = {
  choose,
  choosePictures,
  chooseTable,
  ask,
  askName: async (suggestedName) => window.prompt('', suggestedName),
  deliver,
  rasterize,
  readClipboard: () => navigator.clipboard.readText().catch(() => copied),
  readClipboardImage,
  async writeClipboard(text) {
    copied = text;
    await navigator.clipboard.writeText(text).catch(() => undefined);
  },
  showState({ title, edited }) {
    document.title = `${edited ? '● ' : ''}${title === '' ? 'Roleweave' : `${title} — Roleweave`}`;
  },
  close: () => window.close(),
  print: () => window.print(),
  async command(command) {
    if (command === 'reload') window.location.reload();
    else if (command === 'quit') window.close();
    else if (command === 'toggleFullScreen') {
      await (document.fullscreenElement === null
        ? document.documentElement.requestFullscreen()
        : document.exitFullscreen());
    }
  },
  openWindow: () => void window.open(window.location.href),
  openLink: (url) => void window.open(url, '_blank', 'noopener'),
};
