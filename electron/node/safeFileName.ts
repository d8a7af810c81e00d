/** File systems take 255 bytes; room is left for the extension and for what people add. */
const maxBytes = 200;

/** A name that every system takes: a title may hold slashes, line breaks or nothing at all. */
export function safeFileName(suggested: string, extension: string): string {
  const withoutExtension = suggested.replace(new RegExp(`\\.${extension}$`, 'i'), '');
  const plain = withoutExtension
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .replace(/\s+/g, ' ');
  let name = '';
  for (const { segment } of new Intl.Segmenter().segment(plain.replace(/^[. ]+/, ''))) {
    if (Buffer.byteLength(name + segment) > maxBytes) break;
    name += segment;
  }
  name = name.replace(/[. ]+$/, '');
  const isReserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name);
  return `${name === '' || isReserved ? `Roleweave ${name}`.trim() : name}.${extension}`;
}
