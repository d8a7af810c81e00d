import type { Size } from '../../shared/geometry/box';
import { kindOf } from '../../shared/kinds/index';
import type { DiagramEdge, DiagramNode } from '../../shared/model/document';
import type { AppStore } from '../state/appStore';
import type { Action } from './action';
import { activeDocument, hasSelection, selectedEdges, selectedNodes } from './context';
import { resizeNodes } from './settling';
import { resizedAround } from './sizing';

/**
 * How things look that does not say what they are: a step's size; an edge's kind of line, course and heads. Colour is no
 * style here: it is the role, and pasting it would change who does the work.
 */
interface Style {
  readonly node: (Size & { readonly isContainer: boolean }) | null;
  readonly edge: Pick<DiagramEdge, 'kind' | 'routing' | 'heads'> | null;
}

/** What was copied last in each window. */
const copied = new WeakMap<AppStore, Style>();

const isContainer = ({ kind }: DiagramNode) => kindOf(kind).traits.container;

export const styleActions = {
  'edit.copyStyle': {
    labelKey: 'action.edit.copyStyle',
    section: 'edit',
    icon: 'paintbrush',
    shortcuts: ['Mod+Alt+KeyC'],
    enabled: hasSelection,
    run(context) {
      const active = activeDocument(context);
      if (active === null) return;
      const [node] = selectedNodes(active);
      const [edge] = selectedEdges(active);
      copied.set(context.app, {
        node: node === undefined ? null : { width: node.width, height: node.height, isContainer: isContainer(node) },
        edge: edge === undefined ? null : { kind: edge.kind, routing: edge.routing, heads: edge.heads },
      });
    },
  },
  'edit.pasteStyle': {
    labelKey: 'action.edit.pasteStyle',
    section: 'edit',
    icon: 'palette',
    shortcuts: ['Mod+Alt+KeyV'],
    enabled: (context) => hasSelection(context) && copied.has(context.app),
    run(context) {
      const active = activeDocument(context);
      const style = copied.get(context.app);
      if (active === null || style === undefined) return;
      const { node: size, edge: line } = style;
      active.open.editor.transact('step.pasteStyle', (edit) => {
        if (size !== null) {
          // A lane as large as a step, or the other way round, is never meant.
          const nodes = selectedNodes(active).filter((node) => isContainer(node) === size.isContainer);
          resizeNodes(
            edit,
            active.document,
            resizedAround(active.document, nodes, () => size),
          );
        }
        if (line !== null) edit('edges.set', { ids: [...active.selection.edges], patch: line });
      });
    },
  },
} as const satisfies Readonly<Record<string, Action>>;
