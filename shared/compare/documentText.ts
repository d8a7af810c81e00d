import { type Language, languages } from '../i18n/language';
import type { Translate } from '../i18n/messages';
import { kindOf, nodeKinds } from '../kinds/index';
import type { Person } from '../model/document';
import { type DiagramDocument, type DiagramNode, type Role, raciLevels } from '../model/document';
import { rolesOfNodes } from '../model/handoffs';
import type { PersonId, RoleId } from '../model/ids';
import { type LocalizedText, wordsIn } from '../model/localizedText';
import { nodeName } from '../model/nodeName';
import { byOrder, rolesInOrder } from '../model/query';
import { formatDuration } from '../text/duration';

const peopleInOrder = byOrder<PersonId, Person>();

/**
 * What a document says, line by line, without where anything lies: the same lines for the same work, so that a tool that
 * compares lines, such as `git diff`, shows what has changed in it. `t` speaks `language`; texts are in all languages.
 */
export function documentText(document: DiagramDocument, language: Language, t: Translate): readonly string[] {
  const { roles, nodes, edges, people, title } = document;
  const name = (id: DiagramNode['id']) => {
    const node = nodes.get(id);
    if (node === undefined) return '';
    return words(node.label) || nodeName(document, node, language, t);
  };
  const roleName = (role: Role | undefined) => (role === undefined ? '' : words(role.name));
  const lines: string[] = [`# ${words(title) || t('inspector.unnamed')}`];

  part('compare.section.roles', rolesInOrder(roles), (role) => [
    `- ${roleName(role)}`,
    ...detail('description', words(role.description)),
    ...detail('team', words(role.team)),
    ...detail('tools', role.tools.map(words).join(', ')),
    ...detail('headcount', String(role.headcount)),
    ...detail('status', role.status === 'open' ? t('compare.open') : ''),
  ]);
  // Not in reading order: moving a step must not move its lines.
  const rankOf = new Map(rolesInOrder(roles).map(({ id }, rank) => [id, rank] as const));
  const owners = rolesOfNodes(nodes);
  const inOrder = [...nodes.values()]
    .map((node) => ({
      node,
      rank: rankOf.get(owners.get(node.id) ?? ('' as RoleId)) ?? roles.size,
      name: name(node.id),
    }))
    .sort((a, b) => a.rank - b.rank || compareText(a.name, b.name) || compareText(a.node.id, b.node.id))
    .map(({ node }) => node);
  part('compare.section.steps', inOrder, (node) => [
    `- ${name(node.id)} (${t(kindOf(node.kind).labelKey)})`,
    ...detail('roleId', roleName(node.roleId === null ? undefined : roles.get(node.roleId))),
    ...detail('parentId', node.parentId === null ? '' : name(node.parentId)),
    ...detail('description', words(node.description)),
    ...detail('raci', raciOf(node)),
    ...(nodeKinds[node.kind].traits.takesRaci ? detail('timing', timed(node.timing)) : []),
  ]);
  const sorted = [...edges.values()]
    .map((edge) => ({ edge, line: `- ${name(edge.from.nodeId)} → ${name(edge.to.nodeId)}` }))
    .sort((a, b) => compareText(a.line, b.line) || compareText(a.edge.id, b.edge.id));
  part('compare.section.edges', sorted, ({ edge, line }) => [
    words(edge.label) === '' ? line : `${line}: ${words(edge.label)}`,
    ...detail('description', words(edge.description)),
    ...detail('format', words(edge.terms.format)),
    ...detail('acceptance', words(edge.terms.acceptance)),
    ...detail('within', edge.terms.withinMinutes === null ? '' : formatDuration(edge.terms.withinMinutes, language)),
    ...detail('timing', timed(edge.timing)),
  ]);
  part('compare.section.people', peopleInOrder(people), (person) => [
    `- ${[words(person.name), person.roleIds.map((id) => roleName(roles.get(id))).join(', ')].filter(Boolean).join(': ')}`,
  ]);
  return lines;

  function part<Item>(
    key: Parameters<Translate>[0],
    items: readonly Item[],
    linesOf: (item: Item) => readonly string[],
  ): void {
    if (items.length > 0) lines.push('', `## ${t(key)}`, ...items.flatMap(linesOf));
  }

  function detail(field: FieldName, value: string): readonly string[] {
    return value === '' ? [] : [`  ${t(`compare.field.${field}`)}: ${value}`];
  }

  function raciOf({ raci }: DiagramNode): string {
    return raciLevels
      .flatMap((level) => {
        const names = rolesInOrder(roles)
          .filter(({ id }) => raci.get(id) === level)
          .map(roleName);
        return names.length === 0 ? [] : [`${level === 'AR' ? 'A/R' : level} ${names.join(', ')}`];
      })
      .join('; ');
  }

  function timed({ workMinutes, waitMinutes, accuratePercent }: DiagramNode['timing']): string {
    return [
      workMinutes === null ? '' : `${t('compare.work')} ${formatDuration(workMinutes, language)}`,
      waitMinutes === null ? '' : `${t('compare.wait')} ${formatDuration(waitMinutes, language)}`,
      accuratePercent === null ? '' : `${accuratePercent} %`,
    ]
      .filter(Boolean)
      .join(', ');
  }
}

type FieldName =
  | 'description'
  | 'team'
  | 'tools'
  | 'headcount'
  | 'status'
  | 'roleId'
  | 'parentId'
  | 'raci'
  | 'timing'
  | 'format'
  | 'acceptance'
  | 'within';

/** The same everywhere, whatever the machine's language. */
function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** In every language it is written in. */
function words(text: LocalizedText): string {
  const all = typeof text === 'string' ? [text] : languages.map((language) => text[language] ?? '');
  return [
    ...new Set(
      all.map((one) =>
        wordsIn(one, languages[0])
          .replace(/\s*\n\s*/g, ' ')
          .trim(),
      ),
    ),
  ]
    .filter((one) => one !== '')
    .join(' / ');
}
