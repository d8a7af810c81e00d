import type { Language } from '../i18n/language';
import type { MessageKey, Translate } from '../i18n/messages';
import { kindOf } from '../kinds/index';
import { wordsIn } from '../model/localizedText';
import { nodeName } from '../model/nodeName';
import type { Comparison, Difference } from './compareDocuments';
import { type PairNames, type Section, sections } from './comparer';
import { comparers } from './index';

/** What the parts of two documents are called in sentences about their differences. */
export function namesInBoth({ before, after }: Comparison, language: Language, t: Translate): PairNames {
  const node: PairNames['node'] = (id) => {
    const document = id !== undefined && after.nodes.has(id) ? after : before;
    const found = id === undefined ? undefined : document.nodes.get(id);
    return found === undefined ? t('inspector.unnamed') : nodeName(document, found, language, t);
  };
  return {
    t,
    text: (text) => wordsIn(text, language).trim(),
    node,
    kind(id) {
      const found = id === undefined ? undefined : (after.nodes.get(id) ?? before.nodes.get(id));
      return t(kindOf(found?.kind ?? 'task').labelKey);
    },
    role(id) {
      const role = id === undefined ? undefined : (after.roles.get(id) ?? before.roles.get(id));
      return (role === undefined ? '' : wordsIn(role.name, language).trim()) || t('inspector.unnamed');
    },
    ends(id) {
      const edge = id === undefined ? undefined : (after.edges.get(id) ?? before.edges.get(id));
      return { from: node(edge?.from.nodeId), to: node(edge?.to.nodeId) };
    },
    fields: (names) => names.map((name) => t(`compare.field.${name}` as MessageKey)).join(', '),
  };
}

/** What is different, in a sentence with names. */
export function describeDifference(difference: Difference, names: PairNames): string {
  return comparers[difference.name].what(difference, names);
}

/** What stands before a line: what has come, gone, changed, or is elsewhere. */
export const toneSigns = { added: '+', removed: '−', changed: '~', moved: '→' } as const satisfies Readonly<
  Record<Difference['tone'], string>
>;

/** All differences as lines of text, a sign before each; what only moved is one line. */
export function comparisonLines(comparison: Comparison, language: Language, t: Translate): readonly string[] {
  const names = namesInBoth(comparison, language, t);
  const lines = comparison.differences.map((one) => `${toneSigns[one.tone]} ${describeDifference(one, names)}`);
  const layout = layoutLine(comparison, t);
  return layout === null ? lines : [...lines, layout];
}

/** "Layout (30)"; `null` where nothing only moved. */
export function layoutLine({ layout }: Comparison, t: Translate): string | null {
  const count = layout.nodeIds.length + layout.edgeIds.length;
  return count === 0 ? null : t('compare.layout', { count });
}

/** The differences as Markdown for a review: a heading, and a list for each section. */
export function comparisonMarkdown(comparison: Comparison, heading: string, language: Language, t: Translate): string {
  const names = namesInBoth(comparison, language, t);
  const part = (section: Section) => {
    const items = comparison.differences.filter((difference) => difference.section === section);
    const lines = items.map((one) => `- ${escaped(describeDifference(one, names))}`);
    return lines.length === 0 ? [] : [`### ${t(`compare.section.${section}`)}`, '', ...lines, ''];
  };
  const body = sections.flatMap(part);
  const layout = layoutLine(comparison, t);
  const end = layout === null ? [] : [layout, ''];
  const all = [...body, ...end];
  return [`## ${escaped(heading)}`, '', ...(all.length === 0 ? [t('compare.none'), ''] : all)].join('\n');
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|~#]/g, (mark) => `\\${mark}`).replace(/\s*\n\s*/g, ' ');
}
