import PDFDocument from 'pdfkit';
import type { Point } from '../geometry/box';

/** pdfkit draws quadratic curves with an operator for another kind of curve: here they are what SVG means by them. */
export class PdfDocument extends PDFDocument {
  #pen: Point = { x: 0, y: 0 };

  override moveTo(x: number, y: number): this {
    this.#pen = { x, y };
    return super.moveTo(x, y);
  }

  override lineTo(x: number, y: number): this {
    this.#pen = { x, y };
    return super.lineTo(x, y);
  }

  override bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): this {
    this.#pen = { x, y };
    return super.bezierCurveTo(x1, y1, x2, y2, x, y);
  }

  /** As the cubic curve that is the same: its control points lie two thirds of the way to the one of the quadratic. */
  override quadraticCurveTo(controlX: number, controlY: number, x: number, y: number): this {
    const towards = (from: number, to: number) => from + (2 / 3) * (to - from);
    const { x: fromX, y: fromY } = this.#pen;
    return this.bezierCurveTo(
      towards(fromX, controlX),
      towards(fromY, controlY),
      towards(x, controlX),
      towards(y, controlY),
      x,
      y,
    );
  }
}
