import DOMPurify from 'dompurify';

/**
 * An SVG without anything that does or fetches something: what draws stays. `null` when nothing of it is left.
 * `checkImage` looks again at what comes out of this.
 */
export function cleanSvg(text: string): string | null {
  const purifier = DOMPurify();
  purifier.addHook('afterSanitizeAttributes', (element) => {
    for (const { name, value } of [...element.attributes]) {
      const isElsewhere = /^(?:xlink:)?href$/.test(name) && !/^\s*(?:#|data:image\/(?:png|jpeg);)/i.test(value);
      const isFetched = /url\(\s*["']?\s*(?!#)/i.test(value);
      if (isElsewhere || isFetched || name === 'src') element.removeAttribute(name);
    }
  });
  const start = text.search(/<svg[\s>]/i);
  if (start < 0) return null;
  const clean = purifier.sanitize(text.slice(start), {
    // As XML, which a drawing is: read as a page, an element that a page closes by itself would swallow the rest.
    PARSER_MEDIA_TYPE: 'application/xhtml+xml',
    USE_PROFILES: { svg: true, svgFilters: true },
    ADD_TAGS: ['use'],
    // Style sheets reach other addresses in more ways than can be looked through.
    FORBID_TAGS: ['style', 'script', 'foreignObject', 'image', 'animate', 'animateTransform', 'animateMotion', 'set'],
  });
  const drawing = clean.slice(Math.max(0, clean.search(/<svg[\s>]/i)));
  if (!drawing.startsWith('<svg')) return null;
  // Without its name space an SVG file is not shown as a picture.
  return /\sxmlns\s*=/.test(drawing.slice(0, drawing.indexOf('>')))
    ? drawing
    : drawing.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
}
