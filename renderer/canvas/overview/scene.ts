import type { EditorStore } from '../../state/editorStore';
import type { ViewStore } from '../../state/viewStore';
import { drawnDocument } from '../drawnDocument';
import { createSceneIndex, type SceneEntry, type SceneIndex } from './sceneIndex';

/** Smaller diagrams are in the page as a whole, or nearly. */
export const OVERVIEW_FROM_NODES = 400;

/** What has changed of the picture, to be painted again; `null` for all of it. */
export type SceneListener = (changed: readonly SceneEntry[] | null) => void;

/** Where everything in the document lies, without the gesture under way; for large diagrams only. */
export interface Scene {
  /** `null` for a small diagram. Brought up to date when it is asked for. */
  index(): SceneIndex | null;
  onChange(listener: SceneListener): () => void;
}

export function createScene(editor: EditorStore, view: ViewStore): Scene {
  let index: SceneIndex | null = null;
  const listeners = new Set<SceneListener>();
  return {
    index() {
      const document = drawnDocument(editor.getState().history.present.document, view.getState().names);
      if (document.nodes.size < OVERVIEW_FROM_NODES) index = null;
      else if (index === null) index = createSceneIndex(document);
      else if (index.document !== document) {
        const changed = index.update(document);
        for (const listener of listeners) listener(changed);
      }
      return index;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
