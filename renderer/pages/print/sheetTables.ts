import type { Translate } from '../../../shared/i18n/messages';
import type { RoleSheet, SheetHandoff } from '../../../shared/tables/roleSheet';
import type { PrintedTable } from './printedTables';

/** What a role's sheet says, as tables; what there is nothing of is left out. */
export function sheetTables(
  { facts, groups, parts, receives, gives }: RoleSheet,
  t: Translate,
): readonly PrintedTable[] {
  const handoffs = (title: string, role: string, all: readonly SheetHandoff[]): PrintedTable => ({
    title,
    rows: [
      [
        role,
        t('handoff.fromStep'),
        t('handoff.toStep'),
        t('handoff.what'),
        t('handoff.format'),
        t('handoff.acceptance'),
        t('handoff.within'),
      ],
      ...all.map((one) => [one.role, one.fromStep, one.toStep, one.what, one.format, one.acceptance, one.within]),
    ],
  });
  return [
    { title: t('sheet.role'), rows: [facts.map(({ name }) => name), facts.map(({ value }) => value)] },
    {
      title: t('sheet.steps'),
      rows: [[t('raci.place'), t('sheet.steps')], ...groups.map(({ place, steps }) => [place, steps.join(', ')])],
    },
    {
      title: 'RACI',
      rows: [
        ['RACI', t('sheet.steps')],
        ...parts.map(({ letter, steps }) => [`${letter} ${t(`raci.${letter}`)}`, steps.join(', ')]),
      ],
    },
    handoffs(t('sheet.receives'), t('handoff.from'), receives),
    handoffs(t('sheet.gives'), t('handoff.to'), gives),
  ].filter(({ rows: [heading = [], ...rows] }) => heading.length > 0 && rows.length > 0);
}
