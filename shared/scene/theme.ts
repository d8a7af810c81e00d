import type { Paint, RolePaint } from './mark';
import { contrastRatio, fromOklch, mixColors, toOklch } from './oklab';
import { paletteColors } from './rolePalette';

export const themeNames = ['light', 'dark'] as const;
export type ThemeName = (typeof themeNames)[number];

/** Turns colours by meaning into `#rrggbb`. */
export interface Theme {
  readonly name: ThemeName;
  color(paint: Paint): string;
}

type Tokens = Readonly<Record<Exclude<Paint, RolePaint>, string>>;

const lightTokens: Tokens = {
  canvas: '#fafbfc',
  surface: '#ffffff',
  surfaceMuted: '#f3f5f8',
  hairline: '#e4e7ec',
  outline: '#b4bdca',
  text: '#1b2430',
  textSecond: '#5a6675',
  textThird: '#667080',
  edge: '#7f8b9b',
  accent: '#3b5bdb',
  noteFill: '#fff9e6',
  noteLine: '#e6d6a2',
};

const darkTokens: Tokens = {
  canvas: '#161b23',
  surface: '#1b212b',
  surfaceMuted: '#202733',
  hairline: '#2c3440',
  outline: '#4d596b',
  text: '#e8ecf2',
  textSecond: '#a4afbf',
  textThird: '#8c97a8',
  edge: '#8390a2',
  accent: '#8ea6ff',
  noteFill: '#2b281c',
  noteLine: '#57502f',
};

/** What text needs (WCAG 2.2, AA). */
const TEXT_CONTRAST = 4.5;

type Tones = Readonly<Record<RolePaint['tone'], string>>;

function lightTones(color: string): Tones {
  const fill = mixColors(color, lightTokens.surface, 0.075);
  return {
    solid: color,
    line: mixColors(color, lightTokens.surface, 0.62),
    fill,
    ink: readableOn(color, [fill, lightTokens.canvas], 'darker'),
    onSolid: textOn(color),
  };
}

function darkTones(color: string): Tones {
  // Dark role colours drown on a dark ground. All are lightened by one rule, so that they stay as far apart as they
  // can: a floor for the dark ones alone would make brown an orange and violet a lavender.
  const { lightness, chroma, hue } = toOklch(color);
  const solid = fromOklch({ lightness: 0.25 + 0.7 * lightness, chroma, hue });
  const fill = mixColors(solid, darkTokens.surface, 0.16);
  return {
    solid,
    line: mixColors(solid, darkTokens.surface, 0.62),
    fill,
    ink: readableOn(solid, [fill, darkTokens.surface], 'lighter'),
    onSolid: textOn(solid),
  };
}

/** The colour, darker or lighter until text in it can be read on all grounds. */
function readableOn(color: string, grounds: readonly string[], direction: 'darker' | 'lighter'): string {
  const { lightness, chroma, hue } = toOklch(color);
  const step = direction === 'darker' ? -0.01 : 0.01;
  let shown = color;
  for (let l = lightness; l > 0 && l < 1; l += step) {
    shown = fromOklch({ lightness: l, chroma, hue });
    if (grounds.every((ground) => contrastRatio(shown, ground) >= TEXT_CONTRAST)) return shown;
  }
  return shown;
}

/** White or near black; one of white and black reaches 4.58 on any colour. */
function textOn(color: string): string {
  const candidates = ['#ffffff', '#14181f', '#000000'];
  return candidates.find((text) => contrastRatio(text, color) >= TEXT_CONTRAST) ?? '#000000';
}

function createTheme(name: ThemeName, tokens: Tokens, tonesOf: (color: string) => Tones): Theme {
  const known = new Map(paletteColors.map((color) => [color, tonesOf(color)]));
  const tones = (color: string) => {
    const found = known.get(color) ?? tonesOf(color);
    known.set(color, found);
    return found;
  };
  return { name, color: (paint) => (typeof paint === 'string' ? tokens[paint] : tones(paint.role)[paint.tone]) };
}

export const themes: Readonly<Record<ThemeName, Theme>> = {
  light: createTheme('light', lightTokens, lightTones),
  dark: createTheme('dark', darkTokens, darkTones),
};
