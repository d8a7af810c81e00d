import type { Translate } from '../../shared/i18n/messages';
import type { DiagramDocument } from '../../shared/model/document';
import type { NodeId } from '../../shared/model/ids';
import type { LocalizedText } from '../../shared/model/localizedText';
import { type LinkTarget, linkTarget } from '../../shared/text/link';
import { languageOf } from '../state/appStore';
import type { AppServices } from '../state/hooks';
import { translator } from '../state/messages';
import { notify } from '../state/notices';
import type { OpenDocument } from '../state/session';
import { type ActiveDocument, selectedEdges, selectedNodes } from './context';
import { showNode } from './reveal';

type Context = Pick<AppServices, 'app' | 'bridge' | 'session'>;

/** Goes where a link leads: to a step, into another project file, or, after asking, to a web or mail address. */
export async function openLink(context: Context, address: string): Promise<void> {
  const { app, session } = context;
  const t = translator(languageOf(app.getState()));
  const target = linkTarget(address);
  if (target?.type === 'step') {
    const active = session.active();
    if (active === null || !showStep(active, target.id)) notify(app, 'error', t('link.stepGone'));
  } else if (target?.type === 'file') await openFileLink(context, target, t);
  else await openAddress(context, address, t);
}

function showStep(open: OpenDocument, id: string): boolean {
  const isThere = open.editor.getState().history.present.document.nodes.has(id as NodeId);
  if (isThere) showNode(open, id as NodeId);
  return isThere;
}

async function openFileLink(
  { app, bridge, session }: Context,
  { path, stepId }: Extract<LinkTarget, { readonly type: 'file' }>,
  t: Translate,
): Promise<void> {
  const from = session.active()?.file ?? null;
  if (from === null) {
    notify(app, 'error', t('link.noFolder', { path }), t('link.noFolder.detail'));
    return;
  }
  const found = await bridge.request['file.beside'](from.handle, path);
  if (!found.ok) {
    notify(app, 'error', t('link.fileGone', { path }), t('link.fileGone.detail', { folder: from.folder }));
    return;
  }
  await session.open(found.value);
  const active = session.active();
  if (stepId === null || active === null || active.file?.handle !== found.value) return;
  if (!showStep(active, stepId)) notify(app, 'error', t('link.stepGone'));
}

async function openAddress({ app, bridge }: Context, address: string, t: Translate): Promise<void> {
  try {
    await bridge.request['link.open'](address);
  } catch (error) {
    console.warn('Link not opened', error);
    notify(app, 'error', t('link.refused'), address);
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
