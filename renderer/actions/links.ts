import { translator } from '../../shared/i18n/translator';
import type { DiagramDocument } from '../../shared/model/document';
import type { LocalizedText } from '../../shared/model/localizedText';
import { languageOf } from '../state/appStore';
import type { AppServices } from '../state/hooks';
import { notify } from '../state/notices';
import { type ActiveDocument, selectedEdges, selectedNodes } from './context';

/** Opens an address outside the app; the main process asks first, and refuses what is no web or mail address. */
export async function openLink({ app, bridge }: Pick<AppServices, 'app' | 'bridge'>, address: string): Promise<void> {
  try {
    await bridge.request['link.open'](address);
  } catch (error) {
    console.warn('Link not opened', error);
    notify(app, 'error', translator(languageOf(app.getState()))('link.refused'), address);
  }
}

/** The texts of what is selected that may hold links: labels, descriptions, and those of a role that is shown. */
export function linkedTexts(active: ActiveDocument): readonly LocalizedText[] {
  return [
    ...selectedNodes(active).flatMap(({ label, description, roleId, kind }) => [
      ...[label, description],
      ...(kind === 'role' ? roleTexts(active.document, roleId) : []),
    ]),
    ...selectedEdges(active).flatMap(({ label, description }) => [label, description]),
  ];
}

function roleTexts({ roles }: DiagramDocument, roleId: string | null): readonly LocalizedText[] {
  const role = [...roles.values()].find(({ id }) => id === roleId);
  return role === undefined ? [] : [role.name, role.description];
}
