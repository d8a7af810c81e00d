import { type FlowPart, flowFigures, leadMinutesOf } from '../../../shared/figures/flowFigures';
import type { Language } from '../../../shared/i18n/language';
import type { Translate } from '../../../shared/i18n/messages';
import type { DiagramDocument } from '../../../shared/model/document';
import { handoffMatrix } from '../../../shared/model/handoffs';
import type { RoleId } from '../../../shared/model/ids';
import { wordsIn } from '../../../shared/model/localizedText';
import type { Rows } from '../../../shared/tables/csv';
import { handoffTable } from '../../../shared/tables/handoffTable';
import { peopleTable, takersTable } from '../../../shared/tables/peopleTable';
import { raciTable } from '../../../shared/tables/raciTable';
import { formatDuration } from '../../../shared/text/duration';
import type { PageId } from '../../state/pages';
import { percent } from '../figures/FigureCards';
import { partFace } from '../figures/partFace';

export interface PrintedTable {
  readonly title: string;
  /** The first row names the columns. */
  readonly rows: Rows;
}

/** What a page says, as tables: those on the screen hold only the rows in view. `t` speaks `language`. */
export function printedTables(
  page: Exclude<PageId, 'diagram'>,
  document: DiagramDocument,
  language: Language,
  t: Translate,
): readonly PrintedTable[] {
  return tablesOf(page, document, language, t).filter(({ rows }) => rows.length > 1);
}

function tablesOf(
  page: Exclude<PageId, 'diagram'>,
  document: DiagramDocument,
  language: Language,
  t: Translate,
): readonly PrintedTable[] {
  switch (page) {
    case 'raci':
      return [{ title: t('page.raci'), rows: raciTable(document, language, t) }];
    case 'handoffs':
      return [
        { title: t('handoffs.matrix'), rows: matrixRows(document, language, t) },
        { title: t('handoffs.contracts'), rows: handoffTable(document, language, t) },
      ];
    case 'people':
      return [
        { title: t('people.title'), rows: peopleTable(document, language, t) },
        { title: t('people.rolesTitle'), rows: takersTable(document, language, t) },
      ];
    case 'figures':
      return figureTables(document, language, t);
  }
}

function matrixRows(document: DiagramDocument, language: Language, t: Translate): Rows {
  const { roleIds, idsOf, given, taken, total } = handoffMatrix(document);
  if (total === 0) return [];
  const nameOf = (id: RoleId) => wordsIn(document.roles.get(id)?.name ?? '', language);
  const count = (number: number | undefined) => (number === undefined || number === 0 ? '' : String(number));
  return [
    [t('handoffs.corner'), ...roleIds.map(nameOf), t('handoffs.given')],
    ...roleIds.map((from) => [
      nameOf(from),
      ...roleIds.map((to) => count(idsOf(from, to).length)),
      count(given.get(from)),
    ]),
    [t('handoffs.taken'), ...roleIds.map((to) => count(taken.get(to))), count(total)],
  ];
}

function figureTables(document: DiagramDocument, language: Language, t: Translate): readonly PrintedTable[] {
  const figures = flowFigures(document);
  const time = (minutes: number | null) => (minutes === null ? '' : formatDuration(minutes, language));
  const rowsOf = (parts: readonly FlowPart[]): Rows => [
    [
      t('figures.step'),
      t('people.role'),
      t('figures.waitMinutes'),
      t('figures.workMinutes'),
      t('figures.accuratePercent'),
      t('figures.lead'),
    ],
    ...parts.map((part) => {
      const { name, roleName, timing } = partFace(document, part, language, t);
      const { waitMinutes, workMinutes, accuratePercent } = timing;
      const accurate = accuratePercent === null ? '' : `${accuratePercent} %`;
      const isTimed = waitMinutes !== null || workMinutes !== null;
      const lead = isTimed ? time(leadMinutesOf(timing)) : '';
      return [name, roleName, time(waitMinutes), time(workMinutes), accurate, lead];
    }),
  ];
  const sums: Rows = [
    [t('figures.leadTime'), t('figures.efficiency'), t('figures.accurate')],
    [time(figures.leadMinutes), percent(figures.efficiency), percent(figures.accurate)],
  ];
  return [
    { title: t('page.figures'), rows: figures.leadMinutes > 0 ? sums : [] },
    { title: t('figures.path'), rows: rowsOf(figures.path) },
    { title: t('figures.beside'), rows: rowsOf(figures.beside) },
  ];
}
