import type { MessageKey } from '../i18n/messages';
import type { DiagramDocument } from '../model/document';
import type { RoleId } from '../model/ids';
import type { LabelLanguage } from '../model/localizedText';
import type { PdfDrawing } from '../pdf/drawing';
import type { Selection } from '../picture/picture';
import type { ThemeName } from '../scene/theme';
import type { Result } from '../util/result';
import type { Paper } from './pdfPage';

export interface ExportOptions {
  readonly language: LabelLanguage;
  readonly theme: ThemeName;
  /** Pixels of the picture per diagram unit, in formats that are measured in pixels. */
  readonly scale: number;
  /** Around the drawing, in diagram units. */
  readonly marginPx: number;
  /** What a PDF is laid out on; without it a page of the picture's size. */
  readonly paper?: Paper;
  readonly background: 'theme' | 'transparent';
  /** Seen through the eyes of this role: the rest is faded. */
  readonly roleId?: RoleId;
  /** Names who takes the roles; without it they are left out. */
  readonly names: boolean;
  /** Lists the roles in use below the drawing; without it, as the document's look says. */
  readonly legend?: boolean;
  /** Only these elements; all without it. */
  readonly selection?: Selection;
}

export const defaultExportOptions: Omit<ExportOptions, 'language'> = {
  theme: 'light',
  scale: 2,
  marginPx: 24,
  background: 'theme',
  names: false,
};

/** Why no picture came out. */
export type ExportError =
  | { readonly type: 'empty' }
  | {
      readonly type: 'tooLarge';
      readonly widthPx: number;
      readonly heightPx: number;
      readonly limitMegapixels: number;
    }
  | { readonly type: 'failed'; readonly cause: string };

/** What exporters need of the world around them. */
export interface ExportTools {
  encodeUtf8(text: string): Uint8Array;
  /** Paints an SVG text as PNG; `scale` pixels for each unit of its view box. */
  rasterize(
    svg: string,
    scale: number,
  ): Promise<Result<Uint8Array, { readonly type: 'tooLarge' | 'failed'; readonly cause: string }>>;
  /** `shared/pdf`, with the bundled fonts and where it holds up nothing. */
  paintPdf(drawing: PdfDrawing): Promise<Result<Uint8Array, { readonly type: 'failed'; readonly cause: string }>>;
}

/** How large a picture becomes. */
export interface ExportSize {
  readonly width: number;
  readonly height: number;
  readonly unit: 'px' | 'mm';
}

/** A file format for pictures. */
export interface Exporter {
  /** without a dot */
  readonly extension: string;
  readonly mediaType: string;
  readonly labelKey: MessageKey;
  /** Known without drawing it; `null` when there is nothing to draw. */
  size(document: DiagramDocument, options: ExportOptions): ExportSize | null;
  write(
    document: DiagramDocument,
    options: ExportOptions,
    tools: ExportTools,
  ): Promise<Result<Uint8Array, ExportError>>;
}
