import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { languages } from '../../../shared/i18n/language';
import { translator } from '../../../shared/i18n/translator';
import type { DiagramDocument } from '../../../shared/model/document';
import { checkDocument } from '../../../shared/rules/checker';
import { describeProblem, namesIn } from '../../../shared/rules/describe';
import { ruleNames } from '../../../shared/rules/index';
import { documentArbitrary, partlyLockedArbitrary } from '../../support/arbitraries';
import { deepFreeze } from '../../support/deepFreeze';
import { ruleCases } from './cases';

const saysIn = (document: DiagramDocument, language: (typeof languages)[number] = 'en') => {
  const names = namesIn(document, language, translator(language));
  return checkDocument(document).map((problem) => [problem.rule, describeProblem(problem, names)]);
};

describe.each(ruleNames)('the rule %s', (name) => {
  const { broken, says, mended } = ruleCases[name];

  test('finds its one place and says what is wrong with names', () => {
    expect(saysIn(deepFreeze(broken))).toEqual([[name, says]]);
  });

  test('finds nothing once that is mended', () => {
    expect(saysIn(mended)).toEqual([]);
  });

  test('has a title, a sentence and a reason in Korean and English', () => {
    for (const language of languages) {
      const t = translator(language);
      const texts = [t(`rule.${name}`), t(`rule.${name}.why`), ...saysIn(broken, language).map(([, what]) => what)];
      for (const text of texts) {
        expect(text).not.toMatch(/[{}]/);
        if (language === 'ko') expect(text).toMatch(/\p{Script=Hangul}/u);
      }
    }
  });
});

test('any document is checked without fail, each problem once and at what is there', () => {
  fc.assert(
    fc.property(documentArbitrary, (document) => {
      const problems = checkDocument(document);
      expect(new Set(problems.map(({ key }) => key)).size).toBe(problems.length);
      for (const { nodeIds, edgeIds, roleIds } of problems) {
        for (const id of nodeIds) expect(document.nodes.has(id)).toBe(true);
        for (const id of edgeIds) expect(document.edges.has(id)).toBe(true);
        for (const id of roleIds) expect(document.roles.has(id)).toBe(true);
        expect(nodeIds.length + edgeIds.length + roleIds.length).toBeGreaterThan(0);
      }
    }),
  );
});

test('the order in which things were drawn changes nothing', () => {
  fc.assert(
    fc.property(documentArbitrary, (document) => {
      const turned: DiagramDocument = {
        ...document,
        nodes: new Map([...document.nodes].reverse()),
        edges: new Map([...document.edges].reverse()),
        roles: new Map([...document.roles].reverse()),
      };
      const keys = (one: DiagramDocument) => checkDocument(one).map(({ key }) => key);
      expect(keys(turned)).toEqual(keys(document));
    }),
    { numRuns: 300 },
  );
});

test('a fix that is offered mends its problem in one edit', () => {
  fc.assert(
    fc.property(partlyLockedArbitrary, (document) => {
      for (const { key, fix } of checkDocument(document)) {
        if (fix === undefined) continue;
        const mended = applyEdit(document, fix.edit.name, fix.edit.args as never);
        expect(checkDocument(mended).map((problem) => problem.key)).not.toContain(key);
      }
    }),
  );
});
