import { nodeKinds } from '../kinds/index';
import type { DiagramNode, RaciLevel } from '../model/document';
import { rolesOfNodes } from '../model/handoffs';
import { isSameText } from '../model/localizedText';
import { rolesInOrder } from '../model/query';
import { levelText } from '../model/raci';
import { at, type Comparer, type Finding, type Pair } from './comparer';
import { changedFields } from './fields';

export const nodeAdded: Comparer = {
  section: 'steps',
  tone: 'added',
  find: (pair) =>
    pair.of('nodes').added.map(({ id }) => {
      const role = rolesOfNodes(pair.after.nodes).get(id) ?? null;
      return at({ nodeIds: [id], roleIds: role === null ? [] : [role] });
    }),
  what: ({ nodeIds: [id], roleIds: [roleId] }, { t, node, kind, role }) =>
    roleId === undefined
      ? t('compare.nodeAdded', { kind: kind(id), name: node(id) })
      : t('compare.nodeAddedFor', { kind: kind(id), name: node(id), role: role(roleId) }),
};

export const nodeRemoved: Comparer = {
  section: 'steps',
  tone: 'removed',
  find: (pair) => pair.of('nodes').removed.map(({ id }) => at({ nodeIds: [id] })),
  what: ({ nodeIds: [id] }, { t, node, kind }) => t('compare.nodeRemoved', { kind: kind(id), name: node(id) }),
};

export const nodeRenamed: Comparer = {
  section: 'steps',
  tone: 'changed',
  find: (pair) =>
    pair
      .of('nodes')
      .changed.filter(([old, now]) => !isSameText(old.label, now.label))
      .map(([old, { id, label }]) => at({ nodeIds: [id] }, { texts: { from: old.label, to: label } })),
  what: ({ nodeIds: [id], texts }, { t, kind, text }) =>
    t('compare.nodeRenamed', { kind: kind(id), from: text(texts?.from ?? ''), to: text(texts?.to ?? '') }),
};

/** A step that is another role's now, by itself or by its lane. A lane is no step: it has changed. */
export const stepMoved: Comparer = {
  section: 'steps',
  tone: 'moved',
  find(pair) {
    const [before, after] = [rolesOfNodes(pair.before.nodes), rolesOfNodes(pair.after.nodes)];
    const found: Finding[] = [];
    // A lane that is another role's moves steps whose own records stay.
    for (const [id, node] of pair.after.nodes) {
      if (!pair.before.nodes.has(id) || nodeKinds[node.kind].traits.layer === 'back') continue;
      const [from, to] = [before.get(id) ?? null, after.get(id) ?? null];
      if (from === to) continue;
      const roleIds = [from, to].filter((role) => role !== null);
      found.push(at({ nodeIds: [id], roleIds }, { as: from === null ? 'given' : to === null ? 'taken' : 'moved' }));
    }
    return found;
  },
  what({ nodeIds: [id], roleIds: [first, second], as }, { t, node, role }) {
    const name = node(id);
    if (as === 'given') return t('compare.stepGiven', { name, to: role(first) });
    if (as === 'taken') return t('compare.stepTaken', { name, from: role(first) });
    return t('compare.stepMoved', { name, from: role(first), to: role(second) });
  },
};

/** In another container, and nobody else's by that. */
export const nodeRegrouped: Comparer = {
  section: 'steps',
  tone: 'moved',
  find(pair) {
    const [before, after] = [rolesOfNodes(pair.before.nodes), rolesOfNodes(pair.after.nodes)];
    return pair
      .of('nodes')
      .changed.filter(([old, now]) => old.parentId !== now.parentId && before.get(old.id) === after.get(now.id))
      .map(([old, now]) =>
        at(
          { nodeIds: [now.id, ...[old.parentId, now.parentId].filter((id) => id !== null)] },
          { as: old.parentId === null ? 'into' : now.parentId === null ? 'out' : 'moved' },
        ),
      );
  },
  what({ nodeIds: [id, first, second], as }, { t, node }) {
    const name = node(id);
    if (as === 'into') return t('compare.nodeInto', { name, to: node(first) });
    if (as === 'out') return t('compare.nodeOutOf', { name, from: node(first) });
    return t('compare.nodeMoved', { name, from: node(first), to: node(second) });
  },
};

const nodeFields = [
  'kind',
  'description',
  'timing',
  'locked',
  'unknown',
] as const satisfies readonly (keyof DiagramNode)[];

export const nodeChanged: Comparer = {
  section: 'steps',
  tone: 'changed',
  find: (pair) =>
    pair.of('nodes').changed.flatMap(([old, now]) => {
      const isFrame = nodeKinds[now.kind].traits.layer === 'back';
      const fields = [
        ...changedFields<DiagramNode>(old, now, nodeFields),
        ...(isFrame && old.roleId !== now.roleId ? ['roleId'] : []),
        ...(old.kind === now.kind && hasOtherProps(old, now) ? ['props'] : []),
      ];
      return fields.length === 0 ? [] : [at({ nodeIds: [now.id] }, { fields })];
    }),
  what: ({ nodeIds: [id], fields = [] }, names) =>
    names.t('compare.nodeChanged', { kind: names.kind(id), name: names.node(id), fields: names.fields(fields) }),
};

/** Closing a container is a matter of its look. */
function hasOtherProps(old: DiagramNode, now: DiagramNode): boolean {
  const meaning = (node: DiagramNode) => Object.entries(node.props).filter(([name]) => name !== 'collapsed');
  return changedFields({ props: meaning(old) }, { props: meaning(now) }, ['props']).length > 0;
}

/** For each role whose part in a step is another one, its letters before and after. */
export const raciChanged: Comparer = {
  section: 'steps',
  tone: 'changed',
  find: (pair) =>
    pair.of('nodes').changed.flatMap(([old, now]) => {
      const changes = changedLevels(pair, old, now);
      return changes.length === 0
        ? []
        : [
            at(
              { nodeIds: [now.id], roleIds: changes.map(([roleId]) => roleId) },
              { texts: Object.fromEntries(changes.map(([roleId, from, to]) => [roleId, `${from} → ${to}`])) },
            ),
          ];
    }),
  what: ({ nodeIds: [id], roleIds, texts = {} }, { t, node, role, text }) =>
    t('compare.raciChanged', {
      name: node(id),
      changes: roleIds.map((roleId) => `${role(roleId)} ${text(texts[roleId] ?? '')}`).join(', '),
    }),
};

const NOTHING = '–';

function changedLevels({ before, after }: Pair, old: DiagramNode, now: DiagramNode) {
  const inOrder = [
    ...rolesInOrder(after.roles),
    ...rolesInOrder(before.roles).filter(({ id }) => !after.roles.has(id)),
  ];
  return inOrder.flatMap(({ id }) => {
    const [from, to] = [old.raci.get(id), now.raci.get(id)];
    return from === to ? [] : [[id, written(from), written(to)] as const];
  });
}

function written(level: RaciLevel | undefined): string {
  return level === undefined ? NOTHING : levelText(level);
}
