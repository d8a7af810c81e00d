import type { Role } from '../model/document';
import { isSameText } from '../model/localizedText';
import { at, type Comparer } from './comparer';
import { changedFields } from './fields';

export const roleAdded: Comparer = {
  section: 'roles',
  tone: 'added',
  find: (pair) => pair.of('roles').added.map(({ id }) => at({ roleIds: [id] })),
  what: ({ roleIds: [id] }, { t, role }) => t('compare.roleAdded', { name: role(id) }),
};

export const roleRemoved: Comparer = {
  section: 'roles',
  tone: 'removed',
  find: (pair) => pair.of('roles').removed.map(({ id }) => at({ roleIds: [id] })),
  what: ({ roleIds: [id] }, { t, role }) => t('compare.roleRemoved', { name: role(id) }),
};

export const roleRenamed: Comparer = {
  section: 'roles',
  tone: 'changed',
  find: (pair) =>
    pair
      .of('roles')
      .changed.filter(([old, now]) => !isSameText(old.name, now.name))
      .map(([old, { id, name }]) => at({ roleIds: [id] }, { texts: { from: old.name, to: name } })),
  what: ({ texts }, { t, text }) =>
    t('compare.roleRenamed', { from: text(texts?.from ?? ''), to: text(texts?.to ?? '') }),
};

const roleFields = [
  'description',
  'color',
  'icon',
  'tools',
  'team',
  'headcount',
  'status',
  'backupId',
  'order',
  'unknown',
];

export const roleChanged: Comparer = {
  section: 'roles',
  tone: 'changed',
  find: (pair) =>
    pair.of('roles').changed.flatMap(([old, now]) => {
      const fields = changedFields<Role>(old, now, roleFields as readonly (keyof Role)[]);
      return fields.length === 0 ? [] : [at({ roleIds: [now.id] }, { fields })];
    }),
  what: ({ roleIds: [id], fields = [] }, names) =>
    names.t('compare.roleChanged', { name: names.role(id), fields: names.fields(fields) }),
};
