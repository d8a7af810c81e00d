import type { Selection } from '../../shared/history/history';
import { useEditor } from '../state/hooks';
import { useCanvas } from './canvasStore';

/** What is shown as selected: while a frame is pulled, what it would select (`followsFrame`). */
export function useShownSelection(followsFrame = true): Selection {
  const selected = useEditor((state) => state.selection);
  const candidates = useCanvas((state) => (followsFrame ? state.candidates : null));
  return candidates ?? selected;
}
