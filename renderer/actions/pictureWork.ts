import { fromUint8Array } from 'js-base64';
import type { Point, Size } from '../../shared/geometry/box';
import { checkImage, type ImageProblem, mediaTypeOf } from '../../shared/image/imageSource';
import { freeSpot } from '../../shared/layout/spots';
import { createNode } from '../../shared/model/create';
import type { DiagramNode, DocumentImage } from '../../shared/model/document';
import { type ImageId, type NodeId, newId } from '../../shared/model/ids';
import { sameImage } from '../../shared/model/images';
import { boxOfNode, containerAt, originOf } from '../../shared/model/query';
import { err, type Result } from '../../shared/util/result';
import { notify } from '../state/notices';
import type { ActionContext } from './action';
import { type ActiveDocument, activeDocument, selectionFrom } from './context';
import { insertionPoint } from './insertionPoint';
import type { PictureFile } from './pictures';
import { reveal } from './reveal';

/** A picture of a photo's size would cover the diagram. */
const MOST_PX: Size = { width: 320, height: 240 };
const LEAST_PX = 24;

/** Reads pictures; what is none, or too large, is said by name. */
async function readPictures(
  context: ActionContext,
  files: readonly PictureFile[],
): Promise<readonly Omit<DocumentImage, 'id'>[]> {
  const read: Omit<DocumentImage, 'id'>[] = [];
  for (const { name, bytes } of files) {
    const image = await imageOf(bytes);
    if (image.ok) read.push(image.value);
    else notify(context.app, 'error', context.t('picture.refused', { name }), describe(image.error, context));
  }
  return read;
}

async function imageOf(bytes: Uint8Array): Promise<Result<Omit<DocumentImage, 'id'>, ImageProblem>> {
  let clean = bytes;
  if (mediaTypeOf(bytes) === 'image/svg+xml') {
    const { cleanSvg } = await import('./cleanSvg');
    const text = cleanSvg(new TextDecoder().decode(bytes));
    if (text === null) return err({ type: 'notAPicture' });
    clean = new TextEncoder().encode(text);
  }
  const checked = checkImage(clean);
  if (!checked.ok) return checked;
  const { mediaType, widthPx, heightPx } = checked.value;
  return { ok: true, value: { source: `data:${mediaType};base64,${fromUint8Array(clean)}`, widthPx, heightPx } };
}

function describe(problem: ImageProblem, { t }: ActionContext): string {
  const mebibytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
  switch (problem.type) {
    case 'notAPicture':
      return t('picture.notAPicture');
    case 'unsafe':
      return t('picture.unsafe');
    case 'tooManyBytes':
      return t('picture.tooManyBytes', { size: mebibytes(problem.bytes), limit: mebibytes(problem.limit) });
    case 'tooManyPixels':
      return t('picture.tooManyPixels', { ...problem, limit: Math.floor(problem.limit / 1e6) });
  }
}

/** Pictures as nodes of the diagram, each beside the last, in one step. */
export async function addPictures(context: ActionContext, files: readonly PictureFile[]): Promise<void> {
  const read = await readPictures(context, files);
  const active = activeDocument(context);
  if (active === null || read.length === 0) return;
  const point = insertionPoint(context, active);
  const images: DocumentImage[] = [];
  let placed = active.document;
  const nodes: DiagramNode[] = [];
  for (const picture of read) {
    const image = imageIn(active, images, picture);
    const node = nodeFor(placed, image, point);
    nodes.push(node);
    placed = { ...placed, nodes: new Map([...placed.nodes, [node.id, node]]) };
  }
  const { editor } = active.open;
  const ids = nodes.map(({ id }) => id);
  editor.transact(
    'step.addPicture',
    (edit) => {
      edit('nodes.add', { nodes, images });
      edit('nodes.makeRoom', { ids });
    },
    selectionFrom(ids),
  );
  const shown = editor.getState().history.present.document.nodes;
  const [first] = nodes;
  if (first !== undefined) reveal(active.open, boxOfNode(shown, shown.get(first.id) ?? first));
}

/** The document's own where it has the same picture. */
function imageIn(
  { document }: ActiveDocument,
  added: DocumentImage[],
  picture: Omit<DocumentImage, 'id'>,
): DocumentImage {
  const known = sameImage(document, picture.source) ?? added.find(({ source }) => source === picture.source);
  if (known !== undefined) return known;
  const image = { ...picture, id: newId<ImageId>('i') };
  added.push(image);
  return image;
}

function nodeFor(document: ActiveDocument['document'], image: DocumentImage, point: Point): DiagramNode {
  const { widthPx, heightPx } = image;
  const scale = Math.min(1, MOST_PX.width / widthPx, MOST_PX.height / heightPx);
  const width = Math.max(LEAST_PX, Math.round(widthPx * scale));
  const height = Math.max(LEAST_PX, Math.round(heightPx * scale));
  const parentId = containerAt(document.nodes, point);
  const draft = createNode(document, 'image', point, null);
  const box = { width, height, x: Math.round(point.x - width / 2), y: Math.round(point.y - height / 2) };
  const spot = freeSpot(document, box, box, parentId);
  const origin = originOf(document.nodes, parentId);
  const place = { parentId, x: spot.x - origin.x, y: spot.y - origin.y, width, height };
  return { ...draft, ...place, kind: 'image', props: { imageId: image.id } } as DiagramNode;
}

async function chosen({ bridge, app, t }: ActionContext, title: string): Promise<readonly PictureFile[]> {
  const files: PictureFile[] = [];
  for (const { name, bytes } of await bridge.request['image.choose'](title)) {
    if (bytes.ok) files.push({ name, bytes: bytes.value });
    else notify(app, 'error', t('picture.refused', { name }), t('picture.unreadable'));
  }
  return files;
}

export async function choosePictures(context: ActionContext): Promise<void> {
  await addPictures(context, await chosen(context, context.t('picture.choose')));
}

export async function replacePicture(context: ActionContext, id: NodeId): Promise<void> {
  const [picture] = await readPictures(context, (await chosen(context, context.t('picture.choose'))).slice(0, 1));
  const active = activeDocument(context);
  if (picture === undefined || active === null) return;
  const images: DocumentImage[] = [];
  const { id: imageId } = imageIn(active, images, picture);
  active.open.editor.transact('step.replacePicture', (edit) => {
    edit('images.add', { images });
    edit('nodes.set', { ids: [id], patch: { props: { imageId } } });
  });
}
