import type { Language } from '../i18n/language';
import type { Translate } from '../i18n/messages';
import type { DiagramDocument } from '../model/document';
import { wordsIn } from '../model/localizedText';
import { nodeName } from '../model/nodeName';
import type { Problem } from './checker';
import { rules } from './index';
import type { Names } from './rule';

/** What a document's parts are called in sentences about it. */
export function namesIn(document: DiagramDocument, language: Language, t: Translate): Names {
  const node: Names['node'] = (id) => {
    const found = id === undefined ? undefined : document.nodes.get(id);
    return found === undefined ? t('inspector.unnamed') : nodeName(document, found, language, t);
  };
  return {
    t,
    node,
    role(id) {
      const role = id === undefined ? undefined : document.roles.get(id);
      return (role === undefined ? '' : wordsIn(role.name, language).trim()) || t('inspector.unnamed');
    },
    ends(id) {
      const edge = id === undefined ? undefined : document.edges.get(id);
      return { from: node(edge?.from.nodeId), to: node(edge?.to.nodeId) };
    },
    reason(a, b) {
      for (const { nodeIds, reason } of document.separations.values())
        if (a !== undefined && b !== undefined && nodeIds.includes(a) && nodeIds.includes(b))
          return wordsIn(reason, language).trim();
      return '';
    },
  };
}

/** What is wrong, in a sentence with names. */
export function describeProblem(problem: Problem, names: Names): string {
  return rules[problem.rule].what(problem, names);
}
