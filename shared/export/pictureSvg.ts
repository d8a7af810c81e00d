import type { DiagramDocument } from '../model/document';
import { mainLanguage, textsIn } from '../model/localizedText';
import { svgRootAttributes } from '../scene/svgElements';
import { attributesText, escapeXml, marksToSvg } from '../scene/svgText';
import { themes } from '../scene/theme';
import type { ExportOptions } from './exporter';
import { framedPicture } from './framedPicture';

export interface PictureSvg {
  readonly text: string;
  /** In diagram units, margin included; whole numbers. */
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * A document as an SVG file: text stays text, nothing is fetched from anywhere, no scripts. `null` when there is nothing
 * to draw.
 */
export function pictureSvg(document: DiagramDocument, options: ExportOptions): PictureSvg | null {
  const framed = framedPicture(document, options);
  if (framed === null) return null;
  const { picture, view } = framed;
  const theme = themes[options.theme];
  const title = textsIn(document.title, options.language).join(' · ');
  const lang = mainLanguage(options.language);
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    width: view.width,
    height: view.height,
    viewBox: `${view.x} ${view.y} ${view.width} ${view.height}`,
    role: 'img',
    lang,
    'xml:lang': lang,
    ...svgRootAttributes,
  };
  const background = { x: view.x, y: view.y, width: view.width, height: view.height, fill: theme.color('canvas') };
  const lines = [
    `<svg${attributesText(root)}>`,
    ...(title === '' ? [] : [`<title>${escapeXml(title)}</title>`]),
    ...(options.background === 'theme' ? [`<rect${attributesText(background)}/>`] : []),
    ...picture.scenes.map(({ at, marks, opacity }) => {
      const group = {
        ...(at.x === 0 && at.y === 0 ? {} : { transform: `translate(${at.x} ${at.y})` }),
        ...(opacity === undefined ? {} : { opacity }),
      };
      return `<g${attributesText(group)}>\n${marksToSvg(marks, theme)}\n</g>`;
    }),
    '</svg>\n',
  ];
  return { text: lines.join('\n'), widthPx: view.width, heightPx: view.height };
}
