import { findInDocument, type HitTarget, rankOfHit } from '../../../shared/find/findInDocument';
import { type Query, type Searchable, toQuery, toSearchable } from '../../../shared/find/searchText';
import { languages } from '../../../shared/i18n/language';
import type { IconName } from '../../../shared/scene/icons.generated';
import type { ActionContext } from '../../actions/action';
import { activeDocument } from '../../actions/context';
import { recentActionIds } from '../../actions/file';
import { goToHit, lookFor } from '../../actions/find';
import { type ActionId, actionIds, actions } from '../../actions/index';
import { isEnabled, labelOf } from '../../actions/labels';
import { showNode } from '../../actions/reveal';
import { languageOf } from '../../state/appStore';
import { translator } from '../../state/messages';
import { hitName } from '../find/hitNames';
import { commandRank } from './searchText';

/** Something the command palette can find: an action, or what is in the diagram. */
export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  /** A second line: where it is. */
  readonly place: string;
  /** In small letters at the end: a section or a kind. */
  readonly note: string;
  readonly icon: IconName | undefined;
  readonly actionId?: ActionId;
  readonly isEnabled: boolean;
  run(): void;
}

/** An action under its names in every language, so that `export` finds 내보내기 and the other way round. */
interface ActionEntry extends PaletteEntry {
  readonly texts: readonly Searchable[];
}

/** More of the diagram is not listed: the last entry opens the find bar, which has it all. */
const SHOWN_HITS = 12;

const recentIds: ReadonlySet<ActionId> = new Set(recentActionIds);

export function actionEntries(context: ActionContext, run: (id: ActionId) => void): readonly ActionEntry[] {
  return actionIds.flatMap((id): readonly ActionEntry[] => {
    const action = actions[id];
    // Recent files that there are none of.
    if (action.hidden === true || (recentIds.has(id) && !isEnabled(id, context))) return [];
    const labelIn = (t: ActionContext['t']) => labelOf(id, { ...context, t });
    return [
      {
        id,
        label: labelOf(id, context),
        place: recentIds.has(id)
          ? (context.app.getState().recent[recentActionIds.indexOf(id as never)]?.folder ?? '')
          : '',
        note: context.t(`section.${action.section}`),
        icon: action.icon,
        actionId: id,
        isEnabled: isEnabled(id, context),
        // The id too: it says `theme` and `grid` whatever the labels call them.
        texts: [...languages.map((language) => labelIn(translator(language))), id.replace(/\W/g, ' ')].map(
          toSearchable,
        ),
        run: () => run(id),
      },
    ];
  });
}

/** What answers the query, best first; possible actions before others, what is in the diagram last. */
export function findEntries(
  text: string,
  fromActions: readonly ActionEntry[],
  context: ActionContext,
): readonly PaletteEntry[] {
  const query = toQuery(text);
  if (query === null) return fromActions;
  const ranked = fromActions
    .flatMap((entry) => {
      const ranks = entry.texts.map((name) => commandRank(query, name)).filter((rank) => rank !== null);
      return ranks.length === 0 ? [] : [{ entry, rank: Math.min(...ranks) }];
    })
    .sort((a, b) => Number(b.entry.isEnabled) - Number(a.entry.isEnabled) || a.rank - b.rank)
    .map(({ entry }) => entry);
  return [...ranked, ...diagramEntries(query, context)];
}

/** Steps, lines and roles of the diagram in front, by all that is written about them; best first. */
function diagramEntries(query: Query, context: ActionContext): readonly PaletteEntry[] {
  const active = activeDocument(context);
  if (active === null) return [];
  const { document, open } = active;
  const hits = findInDocument(document, query)
    .map((hit, index) => ({ hit, index, rank: rankOfHit(document, query, hit) }))
    .sort((a, b) => a.rank - b.rank);
  const shown = hits.slice(0, SHOWN_HITS).flatMap(({ hit, index }): readonly PaletteEntry[] => {
    const { target } = hit;
    const goTo = () => (target.type === 'node' ? showNode(open, target.id) : goToHit(context, { open, hit, index }));
    const entry = targetEntry(target, context, goTo);
    return entry === null ? [] : [entry];
  });
  if (hits.length <= SHOWN_HITS) return shown;
  const all: PaletteEntry = {
    id: 'find.all',
    label: context.t('palette.all', { count: hits.length }),
    place: '',
    note: '',
    icon: 'search',
    isEnabled: true,
    run: () => {
      lookFor(context, { isOpen: true, text: query.text, scope: 'document', matchCase: false, wholeWords: false });
    },
  };
  return [...shown, all];
}

function targetEntry(target: HitTarget, context: ActionContext, goTo: () => void): PaletteEntry | null {
  const active = activeDocument(context);
  const named =
    active === null ? null : hitName(active.document, target, languageOf(context.app.getState()), context.t);
  if (named === null) return null;
  const { name, place, kind, icon } = named;
  const isRole = target.type === 'role';
  return {
    id: `${target.type} ${target.id}`,
    label: name,
    place,
    note: kind,
    icon,
    isEnabled: true,
    // A role is no place in the diagram: its form says all there is about it.
    run: isRole ? () => context.app.setState({ dialog: { type: 'role', roleId: target.id } }) : goTo,
  };
}
