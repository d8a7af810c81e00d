import type { MessageKey } from '../i18n/messages';

/** A colour proposed for roles. */
export interface PaletteColor {
  /** `#rrggbb` */
  readonly color: string;
  readonly labelKey: MessageKey;
}

/**
 * Twelve role colours, found by search so that every pair stays at least 0.10 apart in OKLab, and at least 0.075 as
 * seen with deuteranopia and protanopia (Machado 2009, severe). What people just tell apart is about 0.02.
 */
export const rolePalette = [
  { color: '#5f66ed', labelKey: 'roleColor.indigo' },
  { color: '#0c8a5e', labelKey: 'roleColor.green' },
  { color: '#f87f02', labelKey: 'roleColor.orange' },
  { color: '#e44065', labelKey: 'roleColor.rose' },
  { color: '#7427ad', labelKey: 'roleColor.violet' },
  { color: '#3774a5', labelKey: 'roleColor.steel' },
  { color: '#7d3f68', labelKey: 'roleColor.plum' },
  { color: '#b15901', labelKey: 'roleColor.brown' },
  { color: '#7992c4', labelKey: 'roleColor.haze' },
  { color: '#a51105', labelKey: 'roleColor.crimson' },
  { color: '#ab8efe', labelKey: 'roleColor.lavender' },
  { color: '#e68488', labelKey: 'roleColor.salmon' },
] as const satisfies readonly PaletteColor[];

export const paletteColors: readonly string[] = rolePalette.map(({ color }) => color);

/** The colour to propose for a new role: the first one that no role has, then the one fewest have. */
export function nextRoleColor(used: Iterable<string>): string {
  const counts = new Map(paletteColors.map((color) => [color, 0]));
  for (const color of used) counts.set(color, (counts.get(color) ?? 0) + 1);
  const rarest = Math.min(...paletteColors.map((color) => counts.get(color) ?? 0));
  return paletteColors.find((color) => counts.get(color) === rarest) ?? rolePalette[0].color;
}
