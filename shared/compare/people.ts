import type { Person } from '../model/document';
import { isSameText } from '../model/localizedText';
import { at, type Comparer } from './comparer';
import { changedFields } from './fields';

export const personAdded: Comparer = {
  section: 'people',
  tone: 'added',
  find: (pair) =>
    pair.of('people').added.map(({ name, roleIds }) => at({ roleIds: [...roleIds] }, { texts: { name } })),
  what: ({ roleIds, texts }, { t, text, role }) =>
    roleIds.length === 0
      ? t('compare.personAdded', { name: text(texts?.name ?? '') })
      : t('compare.personAddedFor', { name: text(texts?.name ?? ''), roles: roleIds.map(role).join(', ') }),
};

export const personRemoved: Comparer = {
  section: 'people',
  tone: 'removed',
  find: (pair) => pair.of('people').removed.map(({ name }) => at({}, { texts: { name } })),
  what: ({ texts }, { t, text }) => t('compare.personRemoved', { name: text(texts?.name ?? '') }),
};

export const personRenamed: Comparer = {
  section: 'people',
  tone: 'changed',
  find: (pair) =>
    pair
      .of('people')
      .changed.filter(([old, now]) => !isSameText(old.name, now.name))
      .map(([old, { name }]) => at({}, { texts: { from: old.name, to: name } })),
  what: ({ texts }, { t, text }) =>
    t('compare.personRenamed', { from: text(texts?.from ?? ''), to: text(texts?.to ?? '') }),
};

export const personChanged: Comparer = {
  section: 'people',
  tone: 'changed',
  find: (pair) =>
    pair.of('people').changed.flatMap(([old, now]) => {
      const fields = changedFields<Person>(old, now, ['roleIds', 'order', 'unknown']);
      return fields.length === 0 ? [] : [at({}, { fields, texts: { name: now.name } })];
    }),
  what: ({ fields = [], texts }, names) =>
    names.t('compare.personChanged', { name: names.text(texts?.name ?? ''), fields: names.fields(fields) }),
};

export const separationAdded: Comparer = {
  section: 'people',
  tone: 'added',
  find: (pair) => pair.of('separations').added.map(({ nodeIds }) => at({ nodeIds })),
  what: ({ nodeIds: [a, b] }, { t, node }) => t('compare.separationAdded', { a: node(a), b: node(b) }),
};

export const separationRemoved: Comparer = {
  section: 'people',
  tone: 'removed',
  find: (pair) => pair.of('separations').removed.map(({ nodeIds }) => at({ nodeIds })),
  what: ({ nodeIds: [a, b] }, { t, node }) => t('compare.separationRemoved', { a: node(a), b: node(b) }),
};

export const separationChanged: Comparer = {
  section: 'people',
  tone: 'changed',
  find: (pair) => pair.of('separations').changed.map(([, { nodeIds }]) => at({ nodeIds })),
  what: ({ nodeIds: [a, b] }, { t, node }) => t('compare.separationChanged', { a: node(a), b: node(b) }),
};
