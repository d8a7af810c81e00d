import type { DiagramNode, Separation } from '../../shared/model/document';
import { newId } from '../../shared/model/ids';
import { isSoundSeparation } from '../../shared/model/query';
import type { Action, ActionContext } from './action';
import { type ActiveDocument, activeDocument, selectedNodes } from './context';

interface Pair {
  readonly active: ActiveDocument;
  readonly nodes: readonly [DiagramNode, DiagramNode];
  /** The rule that keeps the two apart. */
  readonly rule: Separation | undefined;
}

/** The two steps that are selected, if it is these and nothing else. */
function selectedPair(context: ActionContext): Pair | null {
  const active = activeDocument(context);
  if (active === null || active.selection.edges.size > 0) return null;
  const [a, b, ...more] = selectedNodes(active);
  if (a === undefined || b === undefined || more.length > 0) return null;
  const { nodes, separations } = active.document;
  if (!isSoundSeparation({ nodeIds: [a.id, b.id] }, (id) => nodes.get(id))) return null;
  const rule = [...separations.values()].find(({ nodeIds }) => nodeIds.includes(a.id) && nodeIds.includes(b.id));
  return { active, nodes: [a, b], rule };
}

export const separateActions = {
  'separation.toggle': {
    labelKey: 'action.separation.toggle',
    section: 'arrange',
    icon: 'shield-check',
    enabled: (context) => selectedPair(context) !== null,
    checked: (context) => selectedPair(context)?.rule !== undefined,
    run(context) {
      const pair = selectedPair(context);
      if (pair === null) return;
      const { editor } = pair.active.open;
      const [a, b] = pair.nodes;
      if (pair.rule !== undefined) editor.edit('separations.remove', { ids: [pair.rule.id] });
      else editor.edit('separations.add', { separations: [{ id: newId('s'), nodeIds: [a.id, b.id], reason: '' }] });
    },
  },
} as const satisfies Readonly<Record<string, Action>>;
