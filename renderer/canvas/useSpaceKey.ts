import { useEffect } from 'react';
import { useCanvasTools } from './canvasStore';

/** Holding Space turns the pointer into a hand, unless something is being typed. */
export function useSpaceKey(root: HTMLElement): void {
  const { canvas, view } = useCanvasTools();
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const isOurs = (target: EventTarget | null) =>
      view.getState().editing === null &&
      (target === document.body || (target instanceof Node && root.contains(target)));
    const release = () => canvas.setState({ space: false });
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.code !== 'Space' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
        if (!isOurs(event.target)) return;
        event.preventDefault();
        if (!event.repeat) canvas.setState({ space: true });
      },
      { signal },
    );
    window.addEventListener('keyup', (event) => event.code === 'Space' && release(), { signal });
    window.addEventListener('blur', release, { signal });
    return () => listening.abort();
  }, [root, canvas, view]);
}
