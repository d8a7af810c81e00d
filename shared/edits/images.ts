import type { DiagramDocument, DocumentImage } from '../model/document';
import type { ImageId } from '../model/ids';
import type { EditArgs } from './args';
import { withRecords } from './records';

/** Ids that are taken are left out: what a picture shows never changes. */
export function addImages(document: DiagramDocument, { images }: EditArgs['images.add']): DiagramDocument {
  const added = new Map<ImageId, DocumentImage>();
  for (const image of images) if (!document.images.has(image.id)) added.set(image.id, image);
  return withRecords(document, { images: added });
}
