/**
 * Colours in OKLab, where equal distances look equally different, after Björn Ottosson, "A perceptual color space for
 * image processing" (https://bottosson.github.io/posts/oklab/, public domain). Contrast after WCAG 2.2.
 */
export interface Oklch {
  /** 0 black … 1 white */
  readonly lightness: number;
  /** 0 grey … about 0.37 */
  readonly chroma: number;
  /** radians */
  readonly hue: number;
}

type Triple = readonly [number, number, number];

/** `#rrggbb` as 0…1 each; grey for anything else, so that a damaged colour still draws. */
function channelsOf(hex: string): Triple {
  const [red = '80', green = '80', blue = '80'] =
    /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex)?.slice(1) ?? [];
  return [Number.parseInt(red, 16) / 255, Number.parseInt(green, 16) / 255, Number.parseInt(blue, 16) / 255];
}

function hexOfChannels(channels: readonly number[]): string {
  const digits = channels.map((value) =>
    Math.round(Math.min(1, Math.max(0, value)) * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${digits.join('')}`;
}

function decoded(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function encoded(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}

function linearOf(hex: string): Triple {
  const [red, green, blue] = channelsOf(hex);
  return [decoded(red), decoded(green), decoded(blue)];
}

function hexOf(linear: Triple): string {
  return hexOfChannels(linear.map(encoded));
}

function linearToLab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function labToLinear([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

export function toOklch(hex: string): Oklch {
  const [lightness, a, b] = linearToLab(linearOf(hex));
  return { lightness, chroma: Math.hypot(a, b), hue: Math.atan2(b, a) };
}

/** `#rrggbb`; what no screen can show keeps its lightness and hue and loses chroma until one can. */
export function fromOklch({ lightness, chroma, hue }: Oklch): string {
  const at = (share: number) =>
    labToLinear([lightness, chroma * share * Math.cos(hue), chroma * share * Math.sin(hue)]);
  const shown = (linear: Triple) => linear.every((value) => value >= -1e-4 && value <= 1.0001);
  if (shown(at(1))) return hexOf(at(1));
  let low = 0;
  let high = 1;
  for (let step = 0; step < 12; step++) {
    const middle = (low + high) / 2;
    if (shown(at(middle))) low = middle;
    else high = middle;
  }
  return hexOf(at(low));
}

/** `share` (0…1) of a colour painted over another, as opacity does it. */
export function mixColors(color: string, over: string, share: number): string {
  const [top, ground] = [channelsOf(color), channelsOf(over)];
  return hexOfChannels(top.map((value, index) => value * share + (ground[index] ?? 0) * (1 - share)));
}

/** How different two colours look; 0.02 is just visible. */
export function colorDistance(one: string, other: string): number {
  const [l1, a1, b1] = linearToLab(linearOf(one));
  const [l2, a2, b2] = linearToLab(linearOf(other));
  return Math.hypot(l1 - l2, a1 - a2, b1 - b2);
}

/** WCAG contrast ratio, 1…21. */
export function contrastRatio(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [r, g, b] = linearOf(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const [a, b] = [luminance(one), luminance(other)];
  return a > b ? a / b : b / a;
}
