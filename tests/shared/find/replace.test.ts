import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { findInDocument } from '../../../shared/find/findInDocument';
import { replacementsIn } from '../../../shared/find/replace';
import { toQuery } from '../../../shared/find/searchText';
import type { Language } from '../../../shared/i18n/language';
import { aDocument, anEdge, aRole, aTask, edgeId, nodeId, roleId } from '../../support/builders';

const plan = aDocument({
  roles: [aRole({ id: 'engineer', name: 'API engineer', tools: ['Postman', 'API gateway'] })],
  nodes: [
    aTask({ id: 'a', label: { ko: 'API 설계', en: 'Design the API' }, description: 'An API, and its api keys' }),
    aTask({ id: 'b', label: { ko: '', en: 'Ship the API' } }),
  ],
  edges: [anEdge({ id: 'e', label: { ko: '명세', en: 'API spec' } })],
});

function replaced(text: string, replacement: string, language: Language, maxChars = 1000) {
  const query = toQuery(text);
  if (query === null) throw new Error('looks for something');
  const targets = findInDocument(plan, query).map(({ target }) => target);
  const replacements = replacementsIn(plan, targets, query, { replacement, language, maxChars });
  const document = applyEdit(plan, 'texts.set', replacements);
  return {
    places: replacements.places,
    a: document.nodes.get(nodeId('a')),
    b: document.nodes.get(nodeId('b')),
    e: document.edges.get(edgeId('e')),
    role: document.roles.get(roleId('engineer')),
  };
}

describe('replacing', () => {
  test('changes every place of the texts as they are read in the language shown, and no translation', () => {
    const { places, a, b, e, role } = replaced('api', '접속구', 'ko');
    expect(a?.label).toEqual({ ko: '접속구 설계', en: 'Design the API' });
    expect(a?.description).toBe('An 접속구, and its 접속구 keys');
    // Without a Korean text the English one is what people see.
    expect(b?.label).toEqual({ ko: '', en: 'Ship the 접속구' });
    expect(e?.label).toEqual({ ko: '명세', en: 'API spec' });
    expect(role).toMatchObject({ name: '접속구 engineer', tools: ['Postman', '접속구 gateway'] });
    expect(places).toBe(6);
  });

  test('leaves alone what a query only stands for, and what would become too long to be opened again', () => {
    expect(replaced('ㅅㄱ', 'x', 'ko').places).toBe(0);
    expect(replaced('api', 'y'.repeat(30), 'en', 40)).toMatchObject({
      places: 4,
      a: { description: plan.nodes.get(nodeId('a'))?.description },
    });
  });

  test('by the same text changes nothing', () => {
    expect(replaced('API engineer', 'API engineer', 'en').places).toBe(0);
  });
});
