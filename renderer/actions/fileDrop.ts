import type { Point } from '../../shared/geometry/box';
import type { AppServices } from '../state/hooks';
import { notify } from '../state/notices';
import { actionContext } from './context';
import { addPictures, isPictureFile } from './pictures';
import { isTextField } from './textField';

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Takes files that are dropped anywhere on the window; answers how to stop. */
export function listenToFileDrops(services: AppServices): () => void {
  /** Pictures go into the diagram, where they were dropped on it; everything else is opened. */
  async function takeAll(files: readonly File[], client: Point): Promise<void> {
    const context = actionContext(services);
    const pictures = context.active === null ? [] : files.filter(isPictureFile);
    if (pictures.length > 0) {
      const read = pictures.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
      const at = context.active?.view.canvas?.toDiagram(client) ?? null;
      await addPictures({ ...context, at }, await Promise.all(read));
    }
    for (const file of files) {
      if (pictures.includes(file)) continue;
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
    void takeAll(files, { x: event.clientX, y: event.clientY });
  };
  window.addEventListener('dragover', onDragOver);
  window.addEventListener('drop', onDrop);
  return () => {
    window.removeEventListener('dragover', onDragOver);
    window.removeEventListener('drop', onDrop);
  };
}
