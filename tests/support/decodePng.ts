import { inflateSync } from 'node:zlib';

export interface DecodedPng {
  readonly width: number;
  readonly height: number;
  /** red, green, blue, opacity: 0…255 each */
  at(x: number, y: number): readonly [number, number, number, number];
}

const SIGNATURE = '89504e470d0a1a0a';

/** Reads the pixels of a PNG of 8-bit RGBA without interlacing, the one kind our rasteriser writes. */
export function decodePng(bytes: Uint8Array): DecodedPng {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.toString('hex', 0, 8) !== SIGNATURE) throw new Error('not a PNG');
  const data: Buffer[] = [];
  let header: Buffer = Buffer.alloc(0);
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = body;
    if (type === 'IDAT') data.push(body);
    at += 12 + length;
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  if (header.toString('hex', 8) !== '0806000000') throw new Error('not 8-bit RGBA without interlacing');
  const pixels = unfiltered(inflateSync(Buffer.concat(data)), width * 4, height);
  return {
    width,
    height,
    at: (x, y) => {
      const start = (y * width + x) * 4;
      const [r = 0, g = 0, b = 0, a = 0] = pixels.subarray(start, start + 4);
      return [r, g, b, a];
    },
  };
}

/** Undoes the prediction of each row from its neighbours (PNG specification, 9). */
function unfiltered(rows: Buffer, rowBytes: number, height: number): Uint8Array {
  const out = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (rowBytes + 1)];
    for (let x = 0; x < rowBytes; x++) {
      const raw = rows[y * (rowBytes + 1) + 1 + x] ?? 0;
      const left = x < 4 ? 0 : (out[y * rowBytes + x - 4] ?? 0);
      const up = y === 0 ? 0 : (out[(y - 1) * rowBytes + x] ?? 0);
      const upLeft = x < 4 || y === 0 ? 0 : (out[(y - 1) * rowBytes + x - 4] ?? 0);
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter ?? 0] ?? 0;
      out[y * rowBytes + x] = raw + predicted;
    }
  }
  return out;
}

function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft;
  const [toLeft, toUp, toUpLeft] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - upLeft)];
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}
