import type { Box } from '../geometry/box';
import type { Scene } from '../picture/picture';
import type { ThemeName } from '../scene/theme';

/** All that a PDF is made of; it can be sent to another thread. */
export interface PdfDrawing {
  /** The document's, for the title bar of whoever shows it; '' for none. */
  readonly title: string;
  /** Of the texts, as in HTML. */
  readonly language: string;
  readonly theme: ThemeName;
  readonly background: 'theme' | 'transparent';
  /** Pictures in them are PNG or JPEG. */
  readonly scenes: readonly Scene[];
  /** The part of the canvas that is shown, in diagram units. */
  readonly view: Box;
  readonly page: PdfPage;
}

export interface PdfPage {
  /** In points, 1/72 of an inch. */
  readonly widthPt: number;
  readonly heightPt: number;
  /** Points for each diagram unit; what is shown lies in the middle of the page. */
  readonly scale: number;
}
