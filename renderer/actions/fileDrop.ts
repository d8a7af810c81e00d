import type { AppServices } from '../state/hooks';
import { notify } from '../state/notices';
import { actionContext } from './context';
import { isTextField } from './textField';

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Opens files that are dropped anywhere on the window; answers how to stop. */
export function listenToFileDrops(services: AppServices): () => void {
  async function openAll(files: readonly File[]): Promise<void> {
    for (const file of files) {
      const handle = await services.bridge.fileDropped(file);
      if (handle !== null) await services.session.open(handle);
      else notify(services.app, 'error', actionContext(services).t('session.notDropped', { name: file.name }));
    }
  }

  const onDragOver = (event: DragEvent): void => {
    if (event.defaultPrevented || isTextField(event.target)) return;
    // Without this the page would show the file, or a link, in its own place.
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = hasFiles(event) ? 'copy' : 'none';
  };
  const onDrop = (event: DragEvent): void => {
    if (event.defaultPrevented || (isTextField(event.target) && !hasFiles(event))) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    void openAll(files);
  };
  window.addEventListener('dragover', onDragOver);
  window.addEventListener('drop', onDrop);
  return () => {
    window.removeEventListener('dragover', onDragOver);
    window.removeEventListener('drop', onDrop);
  };
}
