import { isSameText } from '../model/localizedText';
import { isSame } from '../util/isSame';
import { at, type Comparer } from './comparer';

export const titleChanged: Comparer = {
  section: 'document',
  tone: 'changed',
  find: ({ before, after }) =>
    isSameText(before.title, after.title) ? [] : [at({}, { texts: { from: before.title, to: after.title } })],
  what({ texts }, { t, text }) {
    const [from, to] = [text(texts?.from ?? ''), text(texts?.to ?? '')];
    if (to.trim() === '') return t('compare.titleRemoved', { from });
    return from.trim() === '' ? t('compare.titleAdded', { to }) : t('compare.title', { from, to });
  },
};

export const lookChanged: Comparer = {
  section: 'document',
  tone: 'changed',
  find: ({ before, after }) => (isSame(before.look, after.look) ? [] : [at({})]),
  what: (_, { t }) => t('compare.look'),
};

/** Pictures that nodes show; one under the same id is another picture. */
export const imageChanged: Comparer = {
  section: 'document',
  tone: 'changed',
  find(pair) {
    const changed = new Set<string>(pair.of('images').changed.map(([, { id }]) => id));
    const shown = [...pair.after.nodes.values()].filter(
      (node) => node.kind === 'image' && changed.has(node.props.imageId),
    );
    return shown.map(({ id }) => at({ nodeIds: [id] }));
  },
  what: ({ nodeIds: [id] }, { t, node }) => t('compare.image', { name: node(id) }),
};

/** Fields of a newer version that this one only keeps. */
export const unknownChanged: Comparer = {
  section: 'document',
  tone: 'changed',
  find: ({ before, after }) => (isSame(before.unknown, after.unknown) ? [] : [at({})]),
  what: (_, { t }) => t('compare.unknown'),
};
