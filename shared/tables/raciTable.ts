import type { Language } from '../i18n/language';
import type { Translate } from '../i18n/messages';
import type { DiagramDocument } from '../model/document';
import type { NodeId } from '../model/ids';
import { wordsIn } from '../model/localizedText';
import { nodeName } from '../model/nodeName';
import { rolesInOrder } from '../model/query';
import { levelText } from '../model/raci';
import { stepGroups } from '../model/steps';
import type { Rows } from './csv';

/** A step as a table of responsibilities names it. */
export interface NamedStep {
  readonly id: NodeId;
  readonly name: string;
  /** The stage or container it lies in; '' on the bare canvas. */
  readonly place: string;
}

/** Every step in the order of the table. */
export function namedSteps(document: DiagramDocument, language: Language, t: Translate): readonly NamedStep[] {
  const nameOf = (id: NodeId | null) => {
    const node = id === null ? undefined : document.nodes.get(id);
    return node === undefined ? '' : nodeName(document, node, language, t);
  };
  return stepGroups(document.nodes).flatMap(({ placeId, stepIds }) =>
    stepIds.map((id) => ({ id, name: nameOf(id), place: nameOf(placeId) })),
  );
}

/** Who is responsible for what, as a table: a row for each step, a column for each role. `t` speaks `language`. */
export function raciTable(document: DiagramDocument, language: Language, t: Translate): Rows {
  const roles = rolesInOrder(document.roles);
  const heading = [t('raci.place'), t('raci.step'), ...roles.map(({ name }) => wordsIn(name, language))];
  const rows = namedSteps(document, language, t).map(({ id, name, place }) => {
    const raci = document.nodes.get(id)?.raci;
    return [place, name, ...roles.map((role) => levelText(raci?.get(role.id) ?? null))];
  });
  return [heading, ...rows];
}
