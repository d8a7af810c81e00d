// Writes the icon files of every system from icon.svg. Run it after changing the drawing: node assets/icon/makeIcon.mjs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const inThisFolder = (name) => new URL(name, import.meta.url);
await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
const svg = readFileSync(inThisFolder('icon.svg'), 'utf8');
const png = (sizePx) => Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: sizePx } }).render().asPng());

/** Windows: a directory of sizes, then the PNGs; 256 is written as 0. */
function toIco(sizesPx) {
  const images = sizesPx.map(png);
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  images.forEach((image, index) => {
    const at = 6 + 16 * index;
    header.writeUInt8(sizesPx[index] % 256, at);
    header.writeUInt8(sizesPx[index] % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(image.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += image.length;
  });
  return Buffer.concat([header, ...images]);
}

/** macOS: blocks of a four-letter type, their length and a PNG. */
function toIcns(sizesPxByType) {
  const blocks = Object.entries(sizesPxByType).map(([type, sizePx]) => block(type, png(sizePx)));
  return block('icns', Buffer.concat(blocks));
}

function block(type, content) {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([header, content]);
}

mkdirSync(inThisFolder('png'), { recursive: true });
for (const sizePx of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
  writeFileSync(inThisFolder(`png/${sizePx}x${sizePx}.png`), png(sizePx));
}
writeFileSync(inThisFolder('icon.ico'), toIco([16, 24, 32, 48, 64, 128, 256]));
writeFileSync(
  inThisFolder('icon.icns'),
  toIcns({ icp4: 16, icp5: 32, icp6: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024, ic11: 32, ic12: 64, ic13: 256, ic14: 512 }),
);
