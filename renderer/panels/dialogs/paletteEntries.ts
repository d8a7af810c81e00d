import { languages } from '../../../shared/i18n/language';
import { translator } from '../../../shared/i18n/translator';
import { kindOf } from '../../../shared/kinds/index';
import type { IconName } from '../../../shared/scene/icons.generated';
import type { ActionContext } from '../../actions/action';
import { activeDocument } from '../../actions/context';
import { type ActionId, actionIds, actions } from '../../actions/index';
import { isEnabled, labelOf } from '../../actions/labels';
import { showNode } from '../../actions/reveal';
import { languageOf } from '../../state/appStore';
import { nodeName } from '../names';
import { matchRank, type Searchable, toSearchable } from './searchText';

/** Something the command palette can find: an action, or an element of the diagram to go to. */
export interface PaletteEntry {
  readonly id: string;
  readonly type: 'action' | 'node';
  readonly label: string;
  /** In small letters at the end: a section or a kind. */
  readonly note: string;
  readonly icon: IconName | undefined;
  readonly actionId?: ActionId;
  readonly isEnabled: boolean;
  readonly texts: readonly Searchable[];
  run(): void;
}

const SHOWN_NODES = 12;

/** Actions under their names in every language, so that `export` finds 내보내기 and the other way round. */
export function actionEntries(context: ActionContext, run: (id: ActionId) => void): readonly PaletteEntry[] {
  return actionIds.flatMap((id): readonly PaletteEntry[] => {
    const action = actions[id];
    if (action.hidden === true) return [];
    const labelIn = (t: ActionContext['t']) => labelOf(id, { ...context, t });
    return [
      {
        id,
        type: 'action',
        label: labelOf(id, context),
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

/** Steps and containers of the diagram in front, by what is written on them. */
export function nodeEntries(context: ActionContext): readonly PaletteEntry[] {
  const active = activeDocument(context);
  if (active === null) return [];
  const { document, open } = active;
  const language = languageOf(context.app.getState());
  return [...document.nodes.values()].map((node) => {
    const { icon, labelKey } = kindOf(node.kind);
    const label = nodeName(document, node, language, context.t);
    return {
      id: node.id,
      type: 'node',
      label,
      note: context.t(labelKey),
      icon,
      isEnabled: true,
      get texts() {
        return languages.map((other) => toSearchable(nodeName(document, node, other, context.t)));
      },
      run: () => showNode(open, node.id),
    };
  });
}

/** What answers the query, best first; possible actions before others, elements of the diagram last. */
export function findEntries(
  query: string,
  fromActions: readonly PaletteEntry[],
  fromNodes: readonly PaletteEntry[],
): readonly PaletteEntry[] {
  const ranked = (entries: readonly PaletteEntry[]) =>
    entries
      .flatMap((entry) => {
        const ranks = entry.texts.map((text) => matchRank(query, text)).filter((rank) => rank !== null);
        return ranks.length === 0 ? [] : [{ entry, rank: Math.min(...ranks) }];
      })
      .sort((a, b) => Number(b.entry.isEnabled) - Number(a.entry.isEnabled) || a.rank - b.rank)
      .map(({ entry }) => entry);
  return [...ranked(fromActions), ...ranked(fromNodes).slice(0, SHOWN_NODES)];
}
