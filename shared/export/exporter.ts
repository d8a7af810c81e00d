import type { MessageKey } from '../i18n/messages';
import type { DiagramDocument } from '../model/document';
import type { RoleId } from '../model/ids';
import type { LabelLanguage } from '../model/localizedText';
import type { Selection } from '../picture/picture';
import type { ThemeName } from '../scene/theme';
import type { Result } from '../util/result';

export interface ExportOptions {
  readonly language: LabelLanguage;
  readonly theme: ThemeName;
  /** Pixels of the picture per diagram unit. */
  readonly scale: number;
  /** Around the drawing, in diagram units. */
  readonly marginPx: number;
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
}

/** A file format for pictures. */
export interface Exporter {
  /** without a dot */
  readonly extension: string;
  readonly mediaType: string;
  readonly labelKey: MessageKey;
  write(
    document: DiagramDocument,
    options: ExportOptions,
    tools: ExportTools,
  ): Promise<Result<Uint8Array, ExportError>>;
}
