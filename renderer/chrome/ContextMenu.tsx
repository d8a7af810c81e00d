import { useApp } from '../state/hooks';
import { laterPart } from '../state/laterPart';

const popup = laterPart(() => import('./ContextMenuPopup').then((module) => module.ContextMenuPopup));

/** The menu for what was clicked with the other button, or asked for by the menu key. */
export function ContextMenu() {
  const open = useApp((state) => state.contextMenu);
  const Popup = popup.use();
  // A second click elsewhere is another menu, at another place.
  return open !== null && Popup !== null && <Popup key={`${open.client.x} ${open.client.y}`} menu={open} />;
}
