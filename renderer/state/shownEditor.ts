import { createStore } from 'zustand/vanilla';
import type { ViewId } from '../../shared/layout/views/index';
import { invariant } from '../../shared/util/invariant';
import type { ArrangedEditor } from './arrangedEditor';
import type { EditorState, EditorStore, StepListener } from './editorStore';
import type { Arrangement, ViewState, ViewStore } from './viewStore';

/** Fetched when somebody first looks at a view: the first picture is the free one. */
let arrange: ((source: EditorStore, view: ViewId) => ArrangedEditor) | null = null;

/** Shows a document as it was drawn or in the order of a view, where each was last looked at. */
export async function showArranged(view: ViewStore, arrangement: Arrangement): Promise<void> {
  if (arrangement !== 'free') arrange ??= (await import('./arrangedEditor')).createArrangedEditor;
  view.setState(({ arrangement: before, viewport, viewports }) => ({
    page: 'diagram',
    editing: null,
    arrangement,
    viewports: new Map(viewports).set(before, viewport),
    viewport: viewports.get(arrangement) ?? viewport,
  }));
}

/** The arrangement that is in sight: pages show the document itself. */
function arrangementInSight({ page, arrangement }: ViewState): Arrangement {
  return page === 'diagram' ? arrangement : 'free';
}

/**
 * The editor of what is shown: the document's own (`source`), or, while a view of it is looked at, that view's. The
 * canvas, panels and actions work with this one, so that what they do happens to what somebody sees.
 */
export function createShownEditor(source: EditorStore, view: ViewStore): EditorStore & { end(): void } {
  let shown: Arrangement = 'free';
  let current: EditorStore = source;
  let arranged: ArrangedEditor | null = null;
  const listeners = new Set<StepListener>();
  const store = createStore<EditorState>(() => source.getState());
  let stops = follow();
  const stopView = view.subscribe((state) => {
    const wanted = arrangementInSight(state);
    if (wanted !== shown) change(wanted);
  });

  function follow(): readonly (() => void)[] {
    return [
      current.subscribe(() => store.setState(current.getState(), true)),
      current.onStep((before, after) => {
        for (const listener of listeners) listener(before, after);
      }),
    ];
  }

  function change(wanted: Arrangement): void {
    current.cancelGesture();
    for (const stop of stops) stop();
    arranged?.end();
    shown = wanted;
    if (wanted === 'free') arranged = null;
    else {
      invariant(arrange !== null, 'a view is shown by showArranged, which fetches what makes it');
      arranged = arrange(source, wanted);
    }
    current = arranged ?? source;
    stops = follow();
    store.setState(current.getState(), true);
  }

  return {
    store,
    getState: store.getState,
    subscribe: (listener) => store.subscribe(listener),
    onStep(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    edit: (...args) => current.edit(...args),
    transact: (...args) => current.transact(...args),
    amend: (...args) => current.amend(...args),
    replace: (...args) => current.replace(...args),
    beginGesture: (label) => current.beginGesture(label),
    cancelGesture: () => current.cancelGesture(),
    hasGesture: () => current.hasGesture(),
    undo: () => current.undo(),
    redo: () => current.redo(),
    select: (selection) => current.select(selection),
    markSaved: (document) => current.markSaved(document),
    end() {
      stopView();
      for (const stop of stops) stop();
      arranged?.end();
    },
  };
}
