import type { Selection } from '../../shared/history/history';
import { useEditor } from '../state/hooks';
import { useCanvas } from './canvasStore';

/** What is shown as selected: while a frame is pulled, what it would select. */
export function useShownSelection(): Selection {
  const selected = useEditor((state) => state.selection);
  const candidates = useCanvas((state) => state.candidates);
  return candidates ?? selected;
}
