import type { Language } from '../i18n/language';
import type { Translate } from '../i18n/messages';
import type { DiagramDocument } from '../model/document';
import { handoffsInOrder } from '../model/handoffs';
import type { NodeId, RoleId } from '../model/ids';
import { wordsIn } from '../model/localizedText';
import { nodeName } from '../model/nodeName';
import { formatDuration } from '../text/duration';
import type { Rows } from './csv';

/**
 * What roles agree on where work goes from one to another, as a table: who gives to whom, from which step to which, what,
 * in which form, accepted by which criterion, within which time. `t` speaks `language`.
 */
export function handoffTable(document: DiagramDocument, language: Language, t: Translate): Rows {
  const { roles, nodes, edges } = document;
  const roleName = (id: RoleId) => wordsIn(roles.get(id)?.name ?? '', language);
  const stepName = (id: NodeId) => {
    const node = nodes.get(id);
    return node === undefined ? '' : nodeName(document, node, language, t);
  };
  const heading = [
    t('handoff.from'),
    t('handoff.to'),
    t('handoff.fromStep'),
    t('handoff.toStep'),
    t('handoff.what'),
    t('handoff.format'),
    t('handoff.acceptance'),
    t('handoff.within'),
  ];
  const rows = handoffsInOrder(document).map(({ id, from, to, fromNodeId, toNodeId }) => {
    const edge = edges.get(id);
    const minutes = edge?.terms.withinMinutes ?? null;
    return [
      roleName(from),
      roleName(to),
      stepName(fromNodeId),
      stepName(toNodeId),
      wordsIn(edge?.label ?? '', language),
      wordsIn(edge?.terms.format ?? '', language),
      wordsIn(edge?.terms.acceptance ?? '', language),
      minutes === null ? '' : formatDuration(minutes, language),
    ];
  });
  return [heading, ...rows];
}
