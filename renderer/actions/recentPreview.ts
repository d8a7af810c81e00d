import type { Bridge, DocumentHandle } from '../../shared/ipc/contract';
import type { DiagramDocument } from '../../shared/model/document';
import { parseProject } from '../workers/projectFiles';

/** What a recent file holds now; `missing`: nothing, or nothing that can be read. */
export type RecentPreview =
  | { readonly type: 'document'; readonly document: DiagramDocument }
  | { readonly type: 'missing' };

let queue: Promise<unknown> = Promise.resolve();

/** Reads a recent file to show its picture: one after the other, so that a list of them opens at once. */
export function previewOf(bridge: Bridge, handle: DocumentHandle): Promise<RecentPreview> {
  const next = queue.then(async (): Promise<RecentPreview> => {
    const read = await bridge.request['file.read'](handle);
    if (!read.ok) return { type: 'missing' };
    const parsed = await parseProject(read.value.text);
    return parsed.ok ? { type: 'document', document: parsed.value.document } : { type: 'missing' };
  });
  queue = next.catch(() => undefined);
  return next;
}
