import { type Box, centerOf, type Size } from '../../shared/geometry/box';
import type { MessageKey } from '../../shared/i18n/messages';
import type { Shortcut } from '../../shared/ipc/settings';
import { kindOf } from '../../shared/kinds/index';
import type { DiagramDocument, DiagramNode } from '../../shared/model/document';
import type { NodeId } from '../../shared/model/ids';
import { boxOfNode } from '../../shared/model/query';
import { nodeFace, nodeLook } from '../../shared/picture/nodeMarks';
import type { IconName } from '../../shared/scene/icons.generated';
import type { Action } from './action';
import { movableBoxes, stackedBoxes } from './arranging';
import { type ActiveDocument, activeDocument, hasNodes, selectedNodes } from './context';
import { resizeNodes } from './settling';

/** No smaller than a person may make it by dragging. */
export function allowedSize(document: DiagramDocument, node: DiagramNode, { width, height }: Size): Size {
  const least = kindOf(node.kind).minSize(nodeFace(nodeLook(document, node)));
  return { width: Math.max(width, least.width), height: Math.max(height, least.height) };
}

/** Boxes of another size around the same middle, so that what was aligned stays so. */
export function resizedAround(
  document: DiagramDocument,
  nodes: readonly DiagramNode[],
  sizeOf: (box: Box) => Size,
): ReadonlyMap<NodeId, Box> {
  return new Map(
    nodes.map((node) => {
      const box = boxOfNode(document.nodes, node);
      const size = allowedSize(document, node, sizeOf(box));
      const middle = centerOf(box);
      return [node.id, { x: middle.x - size.width / 2, y: middle.y - size.height / 2, ...size }];
    }),
  );
}

function sameSizeAction(sides: readonly (keyof Size)[], labelKey: MessageKey, icon: IconName): Action {
  return {
    labelKey,
    section: 'arrange',
    icon,
    enabled: (context) => hasNodes(context, 2),
    run(context) {
      const active = activeDocument(context);
      if (active === null) return;
      // The one that was selected first is the model, as in other editors.
      const [model, ...others] = selectedNodes(active);
      if (model === undefined) return;
      const boxes = resizedAround(active.document, others, (box) => ({
        width: sides.includes('width') ? model.width : box.width,
        height: sides.includes('height') ? model.height : box.height,
      }));
      active.open.editor.transact('step.sameSize', (edit) => resizeNodes(edit, active.document, boxes));
    },
  };
}

function stackAction(axis: 'x' | 'y', labelKey: MessageKey, icon: IconName): Action {
  return {
    labelKey,
    section: 'arrange',
    icon,
    enabled: (context) => hasNodes(context, 2),
    run(context) {
      const active = activeDocument(context);
      if (active === null) return;
      const boxes = stackedBoxes(movableBoxes(active.document, active.selection.nodes), axis);
      active.open.editor.transact('step.stack', (edit) => {
        edit('nodes.place', { boxes });
        edit('nodes.makeRoom', { ids: [...boxes.keys()] });
      });
    },
  };
}

/** Its right and bottom edge move, as those of the handle there; held down, it is one step for undo. */
function resizeAction(by: Size, labelKey: MessageKey, icon: IconName, shortcut: Shortcut): Action {
  return {
    labelKey,
    section: 'arrange',
    icon,
    shortcuts: [shortcut],
    enabled: (context) => hasNodes(context),
    run(context) {
      const active = activeDocument(context);
      if (active === null) return;
      const { grid } = context.app.getState().settings;
      const step = grid.snap ? grid.step : 1;
      const boxes = grown(active, { width: by.width * step, height: by.height * step });
      active.open.editor.transact(
        'edit.nodes.place',
        (edit) => resizeNodes(edit, active.document, boxes),
        active.selection,
        `resize ${[...boxes.keys()].join(' ')}`,
      );
    },
  };
}

function grown(active: ActiveDocument, by: Size): ReadonlyMap<NodeId, Box> {
  const { document } = active;
  return new Map(
    selectedNodes(active).map((node) => {
      const { x, y, width, height } = boxOfNode(document.nodes, node);
      return [
        node.id,
        { x, y, ...allowedSize(document, node, { width: width + by.width, height: height + by.height }) },
      ];
    }),
  );
}

export const sizeActions = {
  'arrange.sameWidth': sameSizeAction(['width'], 'action.arrange.sameWidth', 'move-horizontal'),
  'arrange.sameHeight': sameSizeAction(['height'], 'action.arrange.sameHeight', 'move-vertical'),
  'arrange.sameSize': sameSizeAction(['width', 'height'], 'action.arrange.sameSize', 'copy'),
  'arrange.stackRow': stackAction('x', 'action.arrange.stackRow', 'columns-3'),
  'arrange.stackColumn': stackAction('y', 'action.arrange.stackColumn', 'rows-3'),
  'arrange.wider': resizeAction({ width: 1, height: 0 }, 'action.arrange.wider', 'arrow-right', 'Mod+Alt+ArrowRight'),
  'arrange.narrower': resizeAction(
    { width: -1, height: 0 },
    'action.arrange.narrower',
    'arrow-left',
    'Mod+Alt+ArrowLeft',
  ),
  'arrange.taller': resizeAction({ width: 0, height: 1 }, 'action.arrange.taller', 'arrow-down', 'Mod+Alt+ArrowDown'),
  'arrange.shorter': resizeAction({ width: 0, height: -1 }, 'action.arrange.shorter', 'arrow-up', 'Mod+Alt+ArrowUp'),
} as const satisfies Readonly<Record<string, Action>>;
