import type { FlowPart } from '../../../shared/figures/flowFigures';
import type { Language } from '../../../shared/i18n/language';
import type { Translate } from '../../../shared/i18n/messages';
import { kindOf } from '../../../shared/kinds/index';
import { type DiagramDocument, noTiming, type Timing } from '../../../shared/model/document';
import { edgeKinds } from '../../../shared/model/edgeKinds';
import type { NodeId } from '../../../shared/model/ids';
import { wordsIn } from '../../../shared/model/localizedText';
import { nodeName } from '../../../shared/model/nodeName';
import { roleOfNode } from '../../../shared/model/query';
import type { IconName } from '../../../shared/scene/icons.generated';

/** What a part of a flow is shown as in lists. */
export interface PartFace {
  readonly name: string;
  /** `null` where the name shows an arrow of its own. */
  readonly icon: IconName | null;
  readonly roleName: string;
  /** `#rrggbb`; `null` without a role. */
  readonly color: string | null;
  readonly timing: Timing;
}

/** A link without a label is called by the step it leads to. */
export function partFace(document: DiagramDocument, part: FlowPart, language: Language, t: Translate): PartFace {
  if (part.type === 'node') return nodeFace(document, part.id, language, t);
  const edge = document.edges.get(part.id);
  const label = edge === undefined ? '' : wordsIn(edge.label, language).trim();
  const to = edge === undefined ? undefined : document.nodes.get(edge.to.nodeId);
  const goal = to === undefined ? '' : nodeName(document, to, language, t);
  return {
    name: label === '' ? `→ ${goal}` : label,
    icon: label === '' ? null : edgeKinds[edge?.kind ?? 'flow'].icon,
    roleName: '',
    color: null,
    timing: edge?.timing ?? noTiming,
  };
}

function nodeFace(document: DiagramDocument, id: NodeId, language: Language, t: Translate): PartFace {
  const node = document.nodes.get(id);
  const role = node === undefined ? undefined : roleOfNode(document, node);
  return {
    name: node === undefined ? '' : nodeName(document, node, language, t),
    icon: kindOf(node?.kind ?? 'task').icon,
    roleName: role === undefined ? '' : wordsIn(role.name, language),
    color: role?.color ?? null,
    timing: node?.timing ?? noTiming,
  };
}
