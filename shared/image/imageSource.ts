import { toUint8Array } from 'js-base64';
import { err, ok, type Result } from '../util/result';

/** What a project may hold as a picture. */
export const imageMediaTypes = ['image/png', 'image/jpeg', 'image/svg+xml'] as const;
export type ImageMediaType = (typeof imageMediaTypes)[number];

export const imageLimits = {
  /** Of one picture as a file: a project is written as a whole at every save. */
  bytes: 4 * 2 ** 20,
  /** Of one picture when it is unpacked: a few kilobytes can claim to be a wall of pixels. */
  pixels: 40_000_000,
  /** Elements of an SVG that show others again: each may multiply what the next one shows. */
  svgUses: 32,
} as const;

export type ImageProblem =
  | { readonly type: 'notAPicture' }
  | { readonly type: 'tooManyBytes'; readonly bytes: number; readonly limit: number }
  | { readonly type: 'tooManyPixels'; readonly width: number; readonly height: number; readonly limit: number }
  /** An SVG that holds what does something or fetches something. */
  | { readonly type: 'unsafe' };

export interface ImageSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What a picture's bytes say that they are, by their first ones and never by a name; `null` for none of ours. */
export function mediaTypeOf(bytes: Uint8Array): ImageMediaType | null {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  return /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*>\s*)*<svg[\s>]/i.test(
    textOf(bytes, 4_000),
  )
    ? 'image/svg+xml'
    : null;
}

/**
 * Whether a picture may be in a project, and its size. PNG: width and height stand in its first chunk (PNG 3rd ed.,
 * 11.2.1). JPEG: in the frame header, after segments that each tell their length (ITU T.81, B.2.2). SVG: its own width
 * and height in pixels, else those of its view box.
 */
export function checkImage(
  bytes: Uint8Array,
): Result<ImageSize & { readonly mediaType: ImageMediaType }, ImageProblem> {
  if (bytes.length > imageLimits.bytes) {
    return err({ type: 'tooManyBytes', bytes: bytes.length, limit: imageLimits.bytes });
  }
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === null) return err({ type: 'notAPicture' });
  if (mediaType === 'image/svg+xml') {
    const text = textOf(bytes);
    return isHarmlessSvg(text) ? ok({ mediaType, ...sizeOfSvg(text) }) : err({ type: 'unsafe' });
  }
  const size = mediaType === 'image/png' ? sizeOfPng(bytes) : sizeOfJpeg(bytes);
  if (size === null || size.widthPx < 1 || size.heightPx < 1) return err({ type: 'notAPicture' });
  const { widthPx: width, heightPx: height } = size;
  if (width * height > imageLimits.pixels) {
    return err({ type: 'tooManyPixels', width, height, limit: imageLimits.pixels });
  }
  return ok({ mediaType, ...size });
}

const SOURCE_PATTERN = /^data:(image\/(?:png|jpeg|svg\+xml));base64,([A-Za-z0-9+/]+={0,2})$/;

/** The same of a picture as a project holds it: a `data:` address, which must say what its bytes are. */
export function checkSource(source: string): Result<ImageSize, ImageProblem> {
  const comma = source.indexOf(',');
  const most = Math.ceil(imageLimits.bytes / 3) * 4;
  if (source.length - comma - 1 > most) {
    return err({ type: 'tooManyBytes', bytes: Math.floor(source.length * 0.75), limit: imageLimits.bytes });
  }
  const [, mediaType, base64] = SOURCE_PATTERN.exec(source) ?? [];
  if (base64 === undefined || base64.length % 4 !== 0) return err({ type: 'notAPicture' });
  const checked = checkImage(toUint8Array(base64));
  if (!checked.ok) return checked;
  return checked.value.mediaType === mediaType ? checked : err({ type: 'notAPicture' });
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function sizeOfPng(bytes: Uint8Array): ImageSize | null {
  if (bytes.length < 24) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { widthPx: view.getUint32(16), heightPx: view.getUint32(20) };
}

function sizeOfJpeg(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // SOF0 to SOF15 but for the tables DHT, JPG and DAC, which have numbers among them.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { heightPx: view.getUint16(at + 5), widthPx: view.getUint16(at + 7) };
    }
    // Fill bytes and markers without a length.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return null;
}

const PLAIN_SIZE: ImageSize = { widthPx: 300, heightPx: 150 };

function sizeOfSvg(text: string): ImageSize {
  const [root = ''] = /<svg[^>]*>/i.exec(text) ?? [];
  const length = (name: string) =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`).exec(root)?.[1]);
  const [, boxWidth, boxHeight] =
    /\sviewBox\s*=\s*["']\s*[-\d.e]+[\s,]+[-\d.e]+[\s,]+([\d.e]+)[\s,]+([\d.e]+)/.exec(root)?.map(Number) ?? [];
  const widthPx = length('width') || boxWidth || PLAIN_SIZE.widthPx;
  const heightPx = length('height') || boxHeight || PLAIN_SIZE.heightPx;
  return Number.isFinite(widthPx * heightPx) ? { widthPx, heightPx } : PLAIN_SIZE;
}

/**
 * Whether an SVG neither does nor fetches anything. A picture is only ever shown as one, where engines run no script and
 * load nothing; this is the second lock, for whatever else reads the file. Rather too strict: what is imported was
 * cleaned before.
 */
function isHarmlessSvg(text: string): boolean {
  const harms = [
    /<\s*(?:\w+:)?(?:script|foreignObject|iframe|embed|object|handler|listener|set|animate\w*)\b/i,
    /<!(?:ENTITY|\[CDATA)/i,
    /<!DOCTYPE[^>]*\[/i,
    /<\?xml-stylesheet/i,
    /\son\w+\s*=/i,
    /javascript\s*:/i,
    /@import|expression\s*\(/i,
    // Within the picture, or a picture of its own; nothing from elsewhere.
    /\shref\s*=\s*["']\s*(?!#|data:image\/(?:png|jpeg);)/i,
    /\bsrc\s*=/i,
    /url\(\s*["']?\s*(?!#)/i,
  ];
  const uses = text.match(/<\s*(?:\w+:)?use\b/gi)?.length ?? 0;
  // Letters written as numbers would hide any of these words.
  const hidden = [...text.matchAll(/&#(?:x([0-9a-f]+)|(\d+));?/gi)].some(([, hex, decimal]) =>
    /[a-z]/i.test(String.fromCharCode(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))),
  );
  return !hidden && uses <= imageLimits.svgUses && !harms.some((harm) => harm.test(text));
}

/** Bytes as Latin letters: enough to look for words of ASCII, whatever else is written between them. */
function textOf(bytes: Uint8Array, most = bytes.length): string {
  let text = '';
  const step = 8_192;
  for (let at = 0; at < Math.min(most, bytes.length); at += step) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(at + step, most, bytes.length)));
  }
  return text;
}
