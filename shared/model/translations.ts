import { type Language, languages } from '../i18n/language';
import { plainText } from '../text/markup';
import type { DiagramDocument } from './document';
import type { EdgeId, NodeId, RoleId } from './ids';
import type { LocalizedText } from './localizedText';
import { boxOfNode, rolesInOrder } from './query';

/** Where a text of a document stands. */
export type TextPlace =
  | { readonly type: 'title' }
  | { readonly type: 'role'; readonly id: RoleId; readonly field: 'name' | 'description' | 'team' }
  | { readonly type: 'node'; readonly id: NodeId; readonly field: 'label' | 'description' }
  | { readonly type: 'edge'; readonly id: EdgeId; readonly field: 'label' | 'description' };

/** The text at a place; '' where its record is gone. */
export function textAt({ title, roles, nodes, edges }: DiagramDocument, place: TextPlace): LocalizedText {
  switch (place.type) {
    case 'title':
      return title;
    case 'role':
      return roles.get(place.id)?.[place.field] ?? '';
    case 'node':
      return nodes.get(place.id)?.[place.field] ?? '';
    case 'edge':
      return edges.get(place.id)?.[place.field] ?? '';
  }
}

/** The words of a text by language. One text for everybody counts as the language that it is written in. */
export function wordsByLanguage(text: LocalizedText): Readonly<Partial<Record<Language, string>>> {
  return typeof text === 'string' ? { [writtenIn(text)]: text } : text;
}

/** A text with Hangul in it is Korean, however many English names it drops. */
function writtenIn(text: string): Language {
  return /\p{Script=Hangul}/u.test(text) ? 'ko' : 'en';
}

/** Whether some language lacks words that another one has. Numbers and signs need no translation. */
export function lacksTranslation(text: LocalizedText): boolean {
  const words = wordsByLanguage(text);
  const known = languages.filter((language) => (words[language] ?? '').trim() !== '');
  if (known.length === 0 || known.length === languages.length) return false;
  return known.some((language) => /\p{L}/u.test(plainText(words[language] ?? '')));
}

/** Every place whose text is in one language only: the title, roles in their order, steps from top left, edges. */
export function untranslated(document: DiagramDocument): readonly TextPlace[] {
  const { nodes } = document;
  const placed = [...nodes.values()].map((node) => ({ id: node.id, box: boxOfNode(nodes, node) }));
  placed.sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x || (a.id < b.id ? -1 : 1));
  const all: readonly TextPlace[] = [
    { type: 'title' },
    ...rolesInOrder(document.roles).flatMap(({ id }) =>
      (['name', 'description', 'team'] as const).map((field) => ({ type: 'role', id, field }) as const),
    ),
    ...placed.flatMap(({ id }) =>
      (['label', 'description'] as const).map((field) => ({ type: 'node', id, field }) as const),
    ),
    ...[...document.edges.keys()].flatMap((id) =>
      (['label', 'description'] as const).map((field) => ({ type: 'edge', id, field }) as const),
    ),
  ];
  return all.filter((place) => lacksTranslation(textAt(document, place)));
}
