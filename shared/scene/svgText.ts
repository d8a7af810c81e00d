import { linkTarget } from '../text/link';
import type { Marks } from './mark';
import { type SvgElement, svgElementOf } from './svgElements';
import type { Theme } from './theme';

/** Marks as SVG text, one element a line. */
export function marksToSvg(marks: Marks, theme: Theme): string {
  return marks.map((mark) => elementText(svgElementOf(mark, theme))).join('\n');
}

function elementText({ tag, attributes, text, link }: SvgElement): string {
  const start = `<${tag}${attributesText(attributes)}`;
  const element = text === undefined ? `${start}/>` : `${start}>${escapeXml(text)}</${tag}>`;
  return leadsOut(link) ? `<a${attributesText({ href: link, target: '_blank' })}>${element}</a>` : element;
}

/** Whether a link leads somewhere from a picture: not where it leads to a step, or to a file beside the project. */
export function leadsOut(link: string | undefined): link is string {
  return link !== undefined && !['step', 'file'].includes(linkTarget(link)?.type ?? '');
}

export function attributesText(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}

/** Text that may stand in an XML document, between tags or in an attribute. */
export function escapeXml(text: string): string {
  return text.replace(notXml, '\ufffd').replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML 1.0 forbids even when escaped: most control characters, halves of surrogate pairs, two non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
