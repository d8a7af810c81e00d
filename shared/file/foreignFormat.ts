import { isJsonObject } from './json';

export const foreignFormats = [
  'drawio',
  'excalidraw',
  'tldraw',
  'bpmn',
  'mermaid',
  'svg',
  'html',
  'xml',
  'zip',
  'pdf',
] as const;
export type ForeignFormat = (typeof foreignFormats)[number];

// The beginning is enough to tell, and keeps the patterns away from megabytes of somebody else's text. Repeated parts
// can each match in one way only: a lazy `[\s\S]*?` within a repetition takes years over a row of comments.
const HEAD_CHARS = 4_000;

const textSigns: readonly (readonly [ForeignFormat, RegExp])[] = [
  ['zip', /^PK\p{Cc}{2}/u],
  ['pdf', /^%PDF-/],
  ['drawio', /^(?:<\?xml[^>]*>)?\s*<(?:mxfile|mxGraphModel|mxlibrary)\b/],
  ['bpmn', /^<[\s\S]*http:\/\/www\.omg\.org\/spec\/BPMN/],
  ['svg', /^(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*|<!doctype[^>]*>\s*)*<svg\b/i],
  ['html', /^<(?:!doctype html|html|head|body)\b/i],
  ['xml', /^<\?xml\b/],
  [
    'mermaid',
    /^(?:---(?:(?!---)[\s\S])*---\s*)?(?:%%[^\n]*\n\s*)*(?:flowchart|graph|sequenceDiagram|stateDiagram|classDiagram)\b/,
  ],
];

/** Which other program's file a text that is not JSON looks like; `null` for none that we know. */
export function foreignTextFormat(text: string): ForeignFormat | null {
  const head = text.slice(0, HEAD_CHARS).trimStart();
  return textSigns.find(([, sign]) => sign.test(head))?.[0] ?? null;
}

/** Which other program's file a JSON value looks like; `null` for none that we know. */
export function foreignJsonFormat(value: unknown): ForeignFormat | null {
  if (!isJsonObject(value)) return null;
  if (value.type === 'excalidraw') return 'excalidraw';
  if ('tldrawFileFormatVersion' in value) return 'tldraw';
  return null;
}
