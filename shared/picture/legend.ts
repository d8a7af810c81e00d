import type { Box } from '../geometry/box';
import { takersMessages as en } from '../i18n/en/takers';
import { takersMessages as ko } from '../i18n/ko/takers';
import { type Language, languages } from '../i18n/language';
import type { Role } from '../model/document';
import type { RoleId } from '../model/ids';
import { type LabelLanguage, type LocalizedText, textsIn } from '../model/localizedText';
import type { Mark, Marks } from '../scene/mark';
import { plainText } from '../text/markup';
import { baselinePx, type Font, textWidthPx } from '../text/measure';
import { wrapText } from '../text/wrap';

/** What the colours and icons of a picture mean. */
export interface Legend {
  /** In its own coordinates: (0, 0) is its top left corner. */
  readonly marks: Marks;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Where each role stands. */
  readonly rows: readonly { readonly roleId: RoleId; readonly box: Box }[];
}

const PADDING_PX = 12;
const TITLE: Font = { sizePx: 11, weight: 600 };
const TITLE_HEIGHT_PX = 20;
const NAME: Font = { sizePx: 12, weight: 500 };
const MOST_NAME_PX = 280;
const CHIP_PX = 20;
const ICON_PX = 12;
const CHIP_GAP_PX = 8;
const ROW_PX = 28;
const COLUMN_GAP_PX = 24;

/** Pictures show labels in several languages, whichever one the window has loaded. */
const titles: Readonly<Record<Language, string>> = { en: en['legend.title'], ko: ko['legend.title'] };
const title: LocalizedText = Object.fromEntries(languages.map((language) => [language, titles[language]]));

/**
 * A title and, for each role, a chip in its colour with its icon, and its name; in as many columns as `roomPx` holds, and
 * never less than one. `null` without roles.
 */
export function legendOf(roles: readonly Role[], language: LabelLanguage, roomPx: number): Legend | null {
  if (roles.length === 0) return null;
  const named = roles.map((role) => ({ role, name: nameIn(role.name, language) }));
  const heading = textsIn(title, language).join(' · ');
  const nameWidth = Math.ceil(Math.max(...named.map(({ name }) => textWidthPx(name, NAME))));
  const columnPx = CHIP_PX + CHIP_GAP_PX + nameWidth;
  const fitting = Math.floor((roomPx - 2 * PADDING_PX + COLUMN_GAP_PX) / (columnPx + COLUMN_GAP_PX));
  const perColumn = Math.ceil(roles.length / Math.max(1, Math.min(fitting, roles.length)));
  const columns = Math.ceil(roles.length / perColumn);
  const insidePx = Math.max(
    columns * (columnPx + COLUMN_GAP_PX) - COLUMN_GAP_PX,
    Math.ceil(textWidthPx(heading, TITLE)),
  );
  const widthPx = insidePx + 2 * PADDING_PX;
  const top = PADDING_PX + TITLE_HEIGHT_PX;
  const heightPx = top + perColumn * ROW_PX + PADDING_PX - (ROW_PX - CHIP_PX) / 2;
  const rows = named.map(({ role, name }, index) => {
    const x = PADDING_PX + Math.floor(index / perColumn) * (columnPx + COLUMN_GAP_PX);
    const box = { x, y: top + (index % perColumn) * ROW_PX, width: columnPx, height: ROW_PX };
    return { roleId: role.id, box, marks: rowMarks(role, name, box) };
  });
  const marks: Marks = [
    {
      type: 'rect',
      x: 0.5,
      y: 0.5,
      width: widthPx - 1,
      height: heightPx - 1,
      radiusPx: 10,
      fill: 'surface',
      stroke: { paint: 'hairline', widthPx: 1 },
    },
    {
      type: 'text',
      text: heading,
      x: PADDING_PX,
      y: PADDING_PX + baselinePx(TITLE.sizePx, TITLE_HEIGHT_PX - 4),
      sizePx: TITLE.sizePx,
      weight: TITLE.weight,
      paint: 'textSecond',
      anchor: 'start',
    },
    ...rows.flatMap((row) => row.marks),
  ];
  return { marks, widthPx, heightPx, rows: rows.map(({ roleId, box }) => ({ roleId, box })) };
}

function nameIn(name: LocalizedText, language: LabelLanguage): string {
  const words = textsIn(name, language).map(plainText).join(' · ');
  return wrapText(words, MOST_NAME_PX, NAME, { maxLines: 1 })[0] ?? '';
}

function rowMarks({ color, icon }: Role, name: string, { x, y, height }: Box): readonly Mark[] {
  const chipY = y + (height - CHIP_PX) / 2;
  const inset = (CHIP_PX - ICON_PX) / 2;
  return [
    {
      type: 'rect',
      x,
      y: chipY,
      width: CHIP_PX,
      height: CHIP_PX,
      radiusPx: 5,
      fill: { role: color, tone: 'solid' },
    },
    {
      type: 'icon',
      name: icon,
      x: x + inset,
      y: chipY + inset,
      sizePx: ICON_PX,
      paint: { role: color, tone: 'onSolid' },
    },
    {
      type: 'text',
      text: name,
      x: x + CHIP_PX + CHIP_GAP_PX,
      y: y + baselinePx(NAME.sizePx, height),
      sizePx: NAME.sizePx,
      weight: NAME.weight,
      paint: 'text',
      anchor: 'start',
    },
  ];
}
