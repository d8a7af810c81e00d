import { takersMessages as en } from '../i18n/en/takers';
import { takersMessages as ko } from '../i18n/ko/takers';
import { type Language, languages } from '../i18n/language';
import type { DiagramDocument, Role } from '../model/document';
import type { RoleId } from '../model/ids';
import { type LocalizedText, wordsIn } from '../model/localizedText';
import { isVacant, takersOf } from '../model/vacancy';
import { oncePer } from '../util/perMap';

type Roles = DiagramDocument['roles'];

/** Pictures show labels in several languages, whichever one the window has loaded. */
const vacant: Readonly<Record<Language, string>> = { en: en['people.vacant'], ko: ko['people.vacant'] };

/** Who takes it, and whether nobody does: what kinds draw of a role besides its name and colour. */
interface TakenRole extends Role {
  readonly takers?: LocalizedText;
  readonly isVacant?: boolean;
}

/**
 * The document as pictures show it that tell who takes each role; the same one where there is nothing to tell. Only for
 * drawing: the roles know of the people here.
 */
export const withTakers = oncePer((document: DiagramDocument): DiagramDocument => {
  const roles = takenRoles(document.people)(document.roles);
  return roles === document.roles ? document : { ...document, roles };
});

// By people and roles, so that an edit of anything else draws no step anew.
const takenRoles = oncePer((people: DiagramDocument['people']) =>
  oncePer((roles: Roles): Roles => {
    const taken = new Map<RoleId, TakenRole>();
    for (const role of roles.values()) taken.set(role.id, takenRole(role, people));
    return [...roles.values()].every((role) => taken.get(role.id) === role) ? roles : taken;
  }),
);

function takenRole(role: Role, people: DiagramDocument['people']): TakenRole {
  if (isVacant({ people }, role))
    return { ...role, takers: perLanguage((language) => vacant[language]), isVacant: true };
  const takers = takersOf({ people }, role.id);
  if (takers.length === 0) return role;
  return { ...role, takers: perLanguage((language) => takers.map(({ name }) => wordsIn(name, language)).join(', ')) };
}

function perLanguage(textOf: (language: Language) => string): LocalizedText {
  const texts = languages.map(textOf);
  const [first = ''] = texts;
  // The same in all languages it is shown once where a picture shows them all.
  return texts.every((text) => text === first)
    ? first
    : Object.fromEntries(languages.map((language, at) => [language, texts[at] ?? '']));
}
