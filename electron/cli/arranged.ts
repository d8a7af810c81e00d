import { applyEdit } from '../../shared/edits/index';
import { arrangeAs } from '../../shared/layout/views/arrangeAs';
import type { ViewId } from '../../shared/layout/views/index';
import type { DiagramDocument } from '../../shared/model/document';
import { createRouter } from '../../shared/routing/router';

/** A document in the order of a view, its edges on the same ways that the window finds for them. */
export function arranged(document: DiagramDocument, view: ViewId): DiagramDocument {
  const shown = arrangeAs(document, view);
  const router = createRouter();
  router.apply({ nodes: shown.nodes, edges: new Map() });
  return applyEdit(shown, 'edges.route', router.route({ nodes: new Map(), edges: shown.edges }, shown.look));
}
