import { diffDocuments } from '../../shared/file/journal';
import type { DiagramDocument } from '../../shared/model/document';
import type { EdgeId } from '../../shared/model/ids';
import type { RecordChanges } from '../../shared/routing/records';
import { connectEdgeRouter } from '../workers/edgeRoutes';
import type { EditorStore } from './editorStore';

/** Finds ways around nodes for the edges of one document, in a worker, after each change that asks for it. */
export interface EdgeRouting {
  /**
   * The document with the ways that are still being looked for; as it is where none come, or not for long. For
   * saving: what is on disk is then what is seen in the end.
   */
  completed(document: DiagramDocument): Promise<DiagramDocument>;
  /** Looks for ways anew, as a step of its own. */
  routeAgain(ids: readonly EdgeId[]): Promise<void>;
  end(): void;
}

/** Records that are handed over at a time: copying more of them at once would be felt in a frame. */
const SLICE = 400;
/**
 * How long saving waits for ways: the worker of a large diagram starts slowly on a busy machine, and ways that come in
 * after saving make a document unsaved that nobody has touched.
 */
const COMPLETED_WITHIN_MS = 5_000;

/**
 * The ways come into the document as a part of the step that made them necessary (`EditorStore.amend`): undo takes both
 * back. An answer for a document that is not the present one any more is dropped; the edges it was about are looked at
 * again with the next change.
 */
export function createEdgeRouting(editor: EditorStore): EdgeRouting {
  const worker = connectEdgeRouter();
  const { past, present: now, future } = editor.getState().history;
  const known = new WeakSet<DiagramDocument>([...past, now, ...future].map(({ document }) => document));
  /** By document, the earlier one whose edges last had their ways; none where the document has them itself. */
  const owing = new WeakMap<DiagramDocument, DiagramDocument>();
  /** By document, what it became when its ways came in. */
  const completions = new WeakMap<DiagramDocument, DiagramDocument>();
  /** Documents that could not be completed: the next change sees to their edges. */
  const givenUp = new WeakSet<DiagramDocument>();
  /** What the worker knows. */
  let sent: DiagramDocument | null = null;
  let working: Promise<void> | null = null;
  let isAmending = false;
  let hasEnded = false;

  const present = () => editor.getState().history.present.document;
  const stopListening = [
    editor.onStep((before, after) => {
      if (!known.has(after) && !isAmending) owing.set(after, owing.get(before) ?? before);
      known.add(after);
      start();
    }),
    // A gesture may end without a step; what waited for that can come in now.
    editor.subscribe(() => {
      if (isOwed()) start();
    }),
  ];

  function start(): void {
    if (working !== null || hasEnded || !isOwed()) return;
    working = work().finally(() => {
      working = null;
    });
  }

  /** Nothing is added to a step that was undone: redo would not lead where it led before. */
  function isOwed(): boolean {
    const { history } = editor.getState();
    const { document } = history.present;
    return owing.has(document) && !givenUp.has(document) && !editor.hasGesture() && history.future.length === 0;
  }

  async function work(): Promise<void> {
    try {
      while (isOwed() && !hasEnded) {
        const document = present();
        const before = owing.get(document) ?? document;
        const changes = changesBetween(before, document);
        if (!mayConcernEdges(before, document, changes)) {
          owing.delete(document);
          continue;
        }
        await send(before);
        sent = document;
        const found = await worker.call('route', changes, document.look);
        if (hasEnded || present() !== document || editor.hasGesture()) continue;
        isAmending = true;
        const isDone = editor.amend(document, (edit) => edit('edges.route', found));
        isAmending = false;
        if (isDone) {
          owing.delete(document);
          completions.set(document, present());
        } else givenUp.add(document);
      }
    } catch (error) {
      failed(error);
    }
  }

  /** Makes the worker know a document. */
  async function send(document: DiagramDocument): Promise<void> {
    if (sent === null) {
      for (const slice of slicesOf(document)) await worker.call('apply', slice);
    } else if (sent !== document) {
      await worker.call('apply', changesBetween(sent, document));
    }
    sent = document;
  }

  /** The lines stay as they are; the next change starts over with a new worker. */
  function failed(error: unknown): void {
    if (!hasEnded) console.warn('No ways found for edges', error);
    givenUp.add(present());
    sent = null;
    worker.stop();
  }

  return {
    async completed(document) {
      if (working === null) return document;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const limit = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, COMPLETED_WITHIN_MS);
      });
      await Promise.race([working, limit]);
      clearTimeout(timer);
      return completions.get(document) ?? document;
    },
    async routeAgain(ids) {
      while (working !== null) await working;
      working = (async () => {
        try {
          const document = present();
          await send(document);
          const found = await worker.call('routeAgain', ids, document.look);
          if (hasEnded || present() !== document || editor.hasGesture()) return;
          editor.transact('step.routeAgain', (edit) => edit('edges.route', found));
        } catch (error) {
          failed(error);
        }
      })().finally(() => {
        working = null;
        start();
      });
      await working;
    },
    end() {
      hasEnded = true;
      for (const stop of stopListening) stop();
      worker.stop();
    },
  };
}

/** Whether it is worth a worker: most changes are words, and some diagrams have no edges yet. */
function mayConcernEdges(
  before: DiagramDocument,
  { nodes, edges, look }: DiagramDocument,
  changes: RecordChanges,
): boolean {
  if (edges.size === 0) return false;
  if (changes.edges.size > 0 || (look.bridges && !before.look.bridges)) return true;
  return [...changes.nodes.keys()].some((id) => {
    const [a, b] = [before.nodes.get(id), nodes.get(id)];
    const isSamePlace = a?.x === b?.x && a?.y === b?.y && a?.width === b?.width && a?.height === b?.height;
    return !isSamePlace || a?.parentId !== b?.parentId || a?.kind !== b?.kind;
  });
}

function changesBetween(before: DiagramDocument, after: DiagramDocument): RecordChanges {
  const { nodes, edges } = diffDocuments(before, after);
  return { nodes, edges };
}

function* slicesOf({ nodes, edges }: DiagramDocument): Iterable<RecordChanges> {
  const [allNodes, allEdges] = [[...nodes], [...edges]];
  for (let at = 0; at < allNodes.length; at += SLICE) {
    yield { nodes: new Map(allNodes.slice(at, at + SLICE)), edges: new Map() };
  }
  for (let at = 0; at < allEdges.length; at += SLICE) {
    yield { nodes: new Map(), edges: new Map(allEdges.slice(at, at + SLICE)) };
  }
}
