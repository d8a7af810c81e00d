import type { Language } from '../../shared/i18n/language';
import type { MessageKey, Translate } from '../../shared/i18n/messages';
import { kindOf } from '../../shared/kinds/index';
import type { DiagramDocument, DiagramEdge, DiagramNode } from '../../shared/model/document';
import { isSameText, textIn } from '../../shared/model/localizedText';
import { boxOfNode, roleOfNode } from '../../shared/model/query';
import { changesBetween } from '../../shared/util/patchedMap';

/** How things are said: the words, and the language that names are shown in. */
export interface Speech {
  readonly t: Translate;
  readonly language: Language;
}

interface Differences<Item> {
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
  readonly changed: readonly (readonly [before: Item, after: Item])[];
}

/** A node in a sentence: its label on one line, else what it shows in its place (its role's name) or is. */
export function spokenName(document: DiagramDocument, node: DiagramNode | undefined, { t, language }: Speech): string {
  if (node === undefined) return t('canvas.unnamed');
  const label = textIn(node.label, language).replace(/\s+/g, ' ').trim();
  if (label !== '') return label;
  const showsRole = node.kind === 'role' || node.kind === 'lane';
  const role = showsRole && node.roleId !== null ? document.roles.get(node.roleId) : undefined;
  return (role === undefined ? '' : textIn(role.name, language)) || t(kindOf(node.kind).labelKey);
}

/** The two steps that an edge connects, in a sentence. */
export function spokenEnds(document: DiagramDocument, { from, to }: DiagramEdge, speech: Speech) {
  return {
    from: spokenName(document, document.nodes.get(from.nodeId), speech),
    to: spokenName(document, document.nodes.get(to.nodeId), speech),
  };
}

/**
 * What a step of the history did, by name, for those who do not see it: "Connected ‘Collect data’ to ‘Validate data’".
 * `label` is what the step is called; it stands for what has no sentence of its own.
 */
export function describeStep(
  before: DiagramDocument,
  after: DiagramDocument,
  label: MessageKey | null,
  speech: Speech,
): string {
  const nodes = differencesOf(before.nodes, after.nodes);
  const edges = differencesOf(before.edges, after.edges);
  const said =
    describeNodes(before, after, nodes, edges, label, speech) ??
    describeEdges(before, after, edges, label, speech) ??
    describeSeparations(before, after, label, speech) ??
    describeRoles(before, after, label, speech);
  return said ?? (label === null ? '' : plain(label, speech));
}

/** Steps about rules that keep steps apart: by these. */
function describeSeparations(
  before: DiagramDocument,
  after: DiagramDocument,
  label: MessageKey | null,
  speech: Speech,
): string | null {
  if (label === null) return null;
  const { added, removed, changed } = differencesOf(before.separations, after.separations);
  const [rule, ...more] = [...added, ...removed, ...changed.map(([, now]) => now)];
  if (rule === undefined || more.length > 0) return null;
  const name = rule.nodeIds.map((id) => spokenName(after, after.nodes.get(id), speech)).join(', ');
  return speech.t('said.changed', { step: plain(label, speech), name });
}

/** Steps about roles alone, and the diagram's title. */
function describeRoles(
  before: DiagramDocument,
  after: DiagramDocument,
  label: MessageKey | null,
  speech: Speech,
): string | null {
  if (label === null) return null;
  const { added, removed, changed } = differencesOf(before.roles, after.roles);
  const step = plain(label, speech);
  const roles = [...added, ...removed, ...changed.map(([, role]) => role)];
  if (roles.length > 1) return speech.t('said.changed.many', { step, count: roles.length });
  const [role] = roles;
  const name = role?.name ?? (before.title === after.title ? undefined : after.title);
  return name === undefined ? null : speech.t('said.changed', { step, name: textIn(name, speech.language) });
}

/** Labels of steps are messages without slots. */
function plain(label: MessageKey, { t }: Speech): string {
  return t(label as 'step.cut');
}

function differencesOf<Item>(before: ReadonlyMap<string, Item>, after: ReadonlyMap<string, Item>): Differences<Item> {
  const added: Item[] = [];
  const changed: (readonly [Item, Item])[] = [];
  const removed: Item[] = [];
  for (const [id, item] of changesBetween(before, after)) {
    const old = before.get(id);
    if (old === undefined) {
      if (item !== undefined) added.push(item);
    } else if (item === undefined) removed.push(old);
    else changed.push([old, item]);
  }
  return { added, removed, changed };
}

function describeNodes(
  before: DiagramDocument,
  after: DiagramDocument,
  { added, removed, changed }: Differences<DiagramNode>,
  edges: Differences<DiagramEdge>,
  label: MessageKey | null,
  speech: Speech,
): string | null {
  const { t } = speech;
  const [first] = added;
  const [gone] = removed;
  if (first !== undefined) {
    const name = spokenName(after, first, speech);
    if (added.length > 1) return t('said.added.many', { count: added.length });
    const [edge] = edges.added;
    if (edge === undefined || edge.to.nodeId !== first.id) return t('said.added', { name });
    return t('said.addedAfter', { name, from: spokenEnds(after, edge, speech).from });
  }
  if (gone !== undefined) {
    if (removed.length > 1) return t('said.removed.many', { count: removed.length });
    return t('said.removed', { name: spokenName(before, gone, speech) });
  }
  const [only] = changed;
  if (only === undefined) return null;
  if (changed.length > 1)
    return label === null ? null : t('said.changed.many', { step: plain(label, speech), count: changed.length });
  return describeNode(before, after, only[0], only[1], label, speech);
}

function describeNode(
  before: DiagramDocument,
  after: DiagramDocument,
  old: DiagramNode,
  node: DiagramNode,
  label: MessageKey | null,
  speech: Speech,
): string | null {
  const { t } = speech;
  const name = spokenName(after, node, speech);
  if (!isSameText(old.label, node.label)) {
    return t('said.renamed', { old: spokenName(before, old, speech), name });
  }
  if (old.locked !== node.locked) return t(node.locked ? 'said.locked' : 'said.unlocked', { name });
  if (old.kind !== node.kind) return t('said.kind', { name, kind: t(kindOf(node.kind).labelKey) });
  if (old.width !== node.width || old.height !== node.height) {
    return t('said.resized', { name, width: Math.round(node.width), height: Math.round(node.height) });
  }
  if (old.parentId !== node.parentId && node.parentId !== null) {
    return t('said.movedInto', { name, container: spokenName(after, after.nodes.get(node.parentId), speech) });
  }
  if (old.x !== node.x || old.y !== node.y) {
    const { x, y } = boxOfNode(after.nodes, node);
    return t('said.moved', { name, x: Math.round(x), y: Math.round(y) });
  }
  if (old.roleId !== node.roleId) {
    const role = roleOfNode(after, node);
    return role === undefined
      ? t('said.noRole', { name })
      : t('said.role', { name, role: textIn(role.name, speech.language) });
  }
  return label === null ? null : t('said.changed', { step: plain(label, speech), name });
}

function describeEdges(
  before: DiagramDocument,
  after: DiagramDocument,
  { added, removed, changed }: Differences<DiagramEdge>,
  label: MessageKey | null,
  speech: Speech,
): string | null {
  const { t } = speech;
  const [first] = added;
  if (first !== undefined) {
    if (added.length > 1) return t('said.connected.many', { count: added.length });
    return t('said.connected', spokenEnds(after, first, speech));
  }
  const [gone] = removed;
  if (gone !== undefined) {
    if (removed.length > 1) return t('said.disconnected.many', { count: removed.length });
    return t('said.disconnected', spokenEnds(before, gone, speech));
  }
  const [only] = changed;
  if (only === undefined) return null;
  const [old, edge] = only;
  const isRehung = old.from.nodeId !== edge.from.nodeId || old.to.nodeId !== edge.to.nodeId;
  if (isRehung && changed.length === 1) return t('said.connected', spokenEnds(after, edge, speech));
  if (label === null) return null;
  const step = plain(label, speech);
  if (changed.length > 1) return t('said.changed.many', { step, count: changed.length });
  return t('said.edgeChanged', { step, ...spokenEnds(after, edge, speech) });
}
