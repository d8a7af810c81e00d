import type { Language } from '../i18n/language';
import type { Translate } from '../i18n/messages';
import type { DiagramDocument, Role } from '../model/document';
import { type Handoff, handoffsInOrder, rolesOfNodes } from '../model/handoffs';
import type { NodeId, PersonId, RoleId } from '../model/ids';
import { wordsIn } from '../model/localizedText';
import { nodeName } from '../model/nodeName';
import { byOrder } from '../model/query';
import { lettersOf, type RaciLetter, raciLetters } from '../model/raci';
import { stepGroups } from '../model/steps';
import { formatDuration } from '../text/duration';
import { writeMarkdown } from './markdown';

/** All that a document says of one role, in words of one language. */
export interface RoleSheet {
  readonly role: Role;
  readonly name: string;
  readonly mission: string;
  /** What is known of it beside that: team, people, tools … */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** Its steps by stage, or by where they lie; `place` is '' for the bare canvas. */
  readonly groups: readonly { readonly place: string; readonly steps: readonly string[] }[];
  /** What it does, answers for, is asked about and is told of. */
  readonly parts: readonly { readonly letter: RaciLetter; readonly steps: readonly string[] }[];
  readonly receives: readonly SheetHandoff[];
  readonly gives: readonly SheetHandoff[];
}

/** A hand-off as one of its two roles sees it. */
export interface SheetHandoff {
  /** The other role. */
  readonly role: string;
  readonly fromStep: string;
  readonly toStep: string;
  readonly what: string;
  readonly format: string;
  readonly acceptance: string;
  readonly within: string;
}

const peopleInOrder = byOrder<PersonId, DiagramDocument['people'] extends ReadonlyMap<PersonId, infer P> ? P : never>();

/** What a document says of a role; `undefined` for one that is not there. `t` speaks `language`. */
export function roleSheet(
  document: DiagramDocument,
  roleId: RoleId,
  language: Language,
  t: Translate,
): RoleSheet | undefined {
  const role = document.roles.get(roleId);
  if (role === undefined) return undefined;
  const { nodes, edges, roles, people } = document;
  const words = (text: Role['name']) => wordsIn(text, language).trim();
  const stepName = (id: NodeId) => {
    const node = nodes.get(id);
    return node === undefined ? '' : nodeName(document, node, language, t);
  };
  const owners = rolesOfNodes(nodes);
  const groups = stepGroups(nodes);
  const inOrder = groups.flatMap(({ stepIds }) => stepIds);
  const holders = peopleInOrder(people).filter((person) => person.roleIds.includes(roleId));
  const backup = role.backupId === null ? undefined : roles.get(role.backupId);
  const handoff = ({ id, from, to, fromNodeId, toNodeId }: Handoff): SheetHandoff => {
    const edge = edges.get(id);
    const minutes = edge?.terms.withinMinutes ?? null;
    return {
      role: words(roles.get(from === roleId ? to : from)?.name ?? ''),
      fromStep: stepName(fromNodeId),
      toStep: stepName(toNodeId),
      what: words(edge?.label ?? ''),
      format: words(edge?.terms.format ?? ''),
      acceptance: words(edge?.terms.acceptance ?? ''),
      within: minutes === null ? '' : formatDuration(minutes, language),
    };
  };
  const handoffs = handoffsInOrder(document);
  return {
    role,
    name: words(role.name) || t('inspector.unnamed'),
    mission: words(role.description),
    facts: [
      { name: t('role.team'), value: words(role.team) },
      { name: t('sheet.people'), value: holders.map(({ name }) => words(name)).join(', ') },
      { name: t('role.headcount'), value: String(role.headcount) },
      { name: t('role.status'), value: role.status === 'open' ? t('role.status.open') : '' },
      { name: t('role.backup'), value: backup === undefined ? '' : words(backup.name) },
      { name: t('role.tools'), value: role.tools.map(words).join(', ') },
    ].filter(({ value }) => value !== ''),
    groups: groups.flatMap(({ placeId, stepIds }) => {
      const steps = stepIds.filter((id) => owners.get(id) === roleId).map(stepName);
      return steps.length === 0 ? [] : [{ place: placeId === null ? '' : stepName(placeId), steps }];
    }),
    parts: raciLetters.flatMap((letter) => {
      const steps = inOrder.filter((id) => lettersOf(nodes.get(id)?.raci.get(roleId) ?? null).includes(letter));
      return steps.length === 0 ? [] : [{ letter, steps: steps.map(stepName) }];
    }),
    receives: handoffs.filter(({ to }) => to === roleId).map(handoff),
    gives: handoffs.filter(({ from }) => from === roleId).map(handoff),
  };
}

/** The sheet as Markdown, its headings from level 1. */
export function roleSheetMarkdown(sheet: RoleSheet, t: Translate): string {
  const { name, mission, facts, groups, parts, receives, gives } = sheet;
  const parts_ = [
    `# ${escaped(name)}\n`,
    ...(mission === '' ? [] : [`${escaped(mission)}\n`]),
    ...(facts.length === 0
      ? []
      : [`${facts.map((fact) => `- **${fact.name}**: ${escaped(fact.value)}`).join('\n')}\n`]),
    `## ${t('sheet.steps')}\n`,
    ...(groups.length === 0 ? [`${t('sheet.none')}\n`] : []),
    ...groups.flatMap(({ place, steps }) => [
      ...(place === '' ? [] : [`### ${escaped(place)}\n`]),
      `${steps.map((step) => `- ${escaped(step)}`).join('\n')}\n`,
    ]),
    '## RACI\n',
    parts.length === 0
      ? `${t('sheet.none')}\n`
      : `${parts.map(({ letter, steps }) => `- **${t(`raci.${letter}`)} (${letter})**: ${escaped(steps.join(', '))}`).join('\n')}\n`,
    `## ${t('sheet.receives')}\n`,
    handoffTable(receives, t('handoff.from'), t),
    `## ${t('sheet.gives')}\n`,
    handoffTable(gives, t('handoff.to'), t),
  ];
  return parts_.join('\n');
}

function handoffTable(handoffs: readonly SheetHandoff[], role: string, t: Translate): string {
  if (handoffs.length === 0) return `${t('sheet.none')}\n`;
  const heading = [
    role,
    t('handoff.fromStep'),
    t('handoff.toStep'),
    t('handoff.what'),
    t('handoff.format'),
    t('handoff.acceptance'),
    t('handoff.within'),
  ];
  const rows = handoffs.map((one) => [
    one.role,
    one.fromStep,
    one.toStep,
    one.what,
    one.format,
    one.acceptance,
    one.within,
  ]);
  return writeMarkdown([heading, ...rows]);
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|~#]/g, (mark) => `\\${mark}`).replace(/\s*\n\s*/g, ' ');
}
