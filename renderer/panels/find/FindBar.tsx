import { useApp } from '../../state/hooks';
import { laterPart } from '../../state/laterPart';

const bar = laterPart(() => import('./OpenFindBar').then((module) => module.OpenFindBar));

/** Find and replace, over the upper right of the canvas: the diagram stays in sight and at hand. */
export function FindBar() {
  const isOpen = useApp((state) => state.find.isOpen);
  const Bar = bar.use();
  return isOpen && Bar !== null ? <Bar /> : null;
}
