import { type DecodedPng, decode } from 'fast-png';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel, 0…255. */
  readonly colors: Uint8Array;
  /** How far each pixel covers what is below it, 0…255; `null` where all of them do. */
  readonly alphas: Uint8Array | null;
}

/** The pixels of a PNG, whatever it keeps them as. Throws on a damaged one. */
export function pngPixels(bytes: Uint8Array): Pixels {
  const png = decode(bytes);
  const { width, height, palette, channels, depth } = png;
  const colors = new Uint8Array(width * height * 3);
  const alphas = new Uint8Array(width * height).fill(255);
  const sampleAt = samplesOf(png);
  const scaled = (sample: number) => Math.round((sample * 255) / (2 ** depth - 1));
  const isColored = channels >= 3;
  const hasAlpha = channels === 2 || channels === 4;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const first = sampleAt(x, y, 0);
      if (palette !== undefined) {
        const [red = 0, green = 0, blue = 0, alpha = 255] = palette[first] ?? [];
        colors.set([red, green, blue], at * 3);
        alphas[at] = alpha;
        continue;
      }
      const second = isColored ? sampleAt(x, y, 1) : first;
      const third = isColored ? sampleAt(x, y, 2) : first;
      colors[at * 3] = scaled(first);
      colors[at * 3 + 1] = scaled(second);
      colors[at * 3 + 2] = scaled(third);
      if (hasAlpha) alphas[at] = scaled(sampleAt(x, y, channels - 1));
      else if (isKey(png, first, second, third)) alphas[at] = 0;
    }
  }
  return { width, height, colors, alphas: alphas.every((alpha) => alpha === 255) ? null : alphas };
}

/** Samples of less than a byte lie side by side in it, and each row begins with a byte of its own (PNG 3rd ed., 7.2). */
function samplesOf({ width, channels, depth, data }: DecodedPng): (x: number, y: number, channel: number) => number {
  if (depth >= 8) return (x, y, channel) => data[(y * width + x) * channels + channel] ?? 0;
  const rowBytes = Math.ceil((width * depth) / 8);
  const mask = 2 ** depth - 1;
  return (x, y) => {
    const bit = x * depth;
    return ((data[y * rowBytes + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & mask;
  };
}

/** One colour of a picture without alpha may stand for "nothing here" (PNG 3rd ed., 11.3.1.1). */
function isKey({ transparency }: DecodedPng, ...samples: readonly number[]): boolean {
  if (transparency === undefined || transparency.length === 0) return false;
  return samples.every((sample, index) => sample === transparency[transparency.length === 1 ? 0 : index]);
}
