import { centerOf } from '../../shared/geometry/box';
import type { ImageId } from '../../shared/model/ids';
import { boxOfNode } from '../../shared/model/query';
import type { Action, ActionContext } from './action';
import { activeDocument, hasDocument, selectedNodes, singleNode } from './context';

export interface PictureFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

// Reading and cleaning pictures comes with the first one: the first picture of the window does not wait for it.
const work = () => import('./pictureWork');

/** Whether a dropped file is meant as a picture: by what the system says of it. */
export function isPictureFile({ type, name }: { readonly type: string; readonly name: string }): boolean {
  return type.startsWith('image/') || /\.(?:png|jpe?g|svg)$/i.test(name);
}

/** Pictures as nodes of the diagram, each beside the last, in one step. */
export async function addPictures(context: ActionContext, files: readonly PictureFile[]): Promise<void> {
  await (await work()).addPictures(context, files);
}

export async function choosePictures(context: ActionContext): Promise<void> {
  await (await work()).choosePictures(context);
}

const selectedPicture = (context: ActionContext) => {
  const active = activeDocument(context);
  const node = active === null ? null : singleNode(active);
  return node?.kind === 'image' ? node : null;
};

export const pictureActions = {
  'picture.replace': {
    labelKey: 'action.picture.replace',
    section: 'edit',
    icon: 'image',
    enabled: (context) => hasDocument(context) && selectedPicture(context) !== null,
    async run(context) {
      const node = selectedPicture(context);
      if (node !== null) await (await work()).replacePicture(context, node.id);
    },
  },
  'picture.naturalSize': {
    labelKey: 'action.picture.naturalSize',
    section: 'arrange',
    icon: 'scan',
    enabled: (context) => selectedPicture(context) !== null,
    run(context) {
      const active = activeDocument(context);
      if (active === null) return;
      const boxes = new Map(
        selectedNodes(active).flatMap((node) => {
          const image = node.kind === 'image' ? active.document.images.get(node.props.imageId as ImageId) : undefined;
          if (image === undefined) return [];
          const { x, y } = centerOf(boxOfNode(active.document.nodes, node));
          const [width, height] = [Math.round(image.widthPx), Math.round(image.heightPx)];
          return [[node.id, { x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height }]] as const;
        }),
      );
      active.open.editor.edit('nodes.place', { boxes });
    },
  },
} as const satisfies Readonly<Record<string, Action>>;
