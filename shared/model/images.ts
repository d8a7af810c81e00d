import type { DiagramDocument, DocumentImage } from './document';
import type { ImageId } from './ids';

/** The pictures that nodes show. Others were shown once, and undo may bring their nodes back. */
export function shownImages({ nodes, images }: Pick<DiagramDocument, 'nodes' | 'images'>): DiagramDocument['images'] {
  if (images.size === 0) return images;
  const shown = new Map<ImageId, DocumentImage>();
  for (const node of nodes.values()) {
    if (node.kind !== 'image') continue;
    const image = images.get(node.props.imageId as ImageId);
    if (image !== undefined) shown.set(image.id, image);
  }
  return shown.size === images.size ? images : shown;
}

/** The picture of a document that is this one; `undefined` when it has none. */
export function sameImage({ images }: Pick<DiagramDocument, 'images'>, source: string): DocumentImage | undefined {
  for (const image of images.values()) if (image.source === source) return image;
  return undefined;
}
