import type { DiagramDocument } from '../../shared/model/document';
import { withTakers } from '../../shared/picture/takers';

/** The document as the canvas draws it; the very same again for the same document. */
export function drawnDocument(document: DiagramDocument, names: boolean): DiagramDocument {
  return names ? withTakers(document) : document;
}
