import type { Box } from '../geometry/box';

/** What pdfkit has and its types do not tell. */
interface Ref {
  write(chunk: string): void;
  end(): void;
}
interface OpenPage {
  content: Ref;
  readonly resources: Ref;
  readonly xobjects: Record<string, Ref>;
}

/**
 * Fades all that is painted together, as SVG fades a group: what lies on something else does not shine through to it. A
 * transparency group in a form of its own (ISO 32000-1, 11.4.7), whose coordinates are those of the page. `bounds` holds
 * all of it.
 */
export function withOpacity(pdf: PDFKit.PDFDocument, opacity: number, bounds: Box, paint: () => void): void {
  const page = pdf.page as unknown as OpenPage;
  const form = pdf.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [bounds.x, bounds.y, bounds.x + bounds.width, bounds.y + bounds.height],
    Group: { Type: 'Group', S: 'Transparency', CS: 'DeviceRGB' },
    Resources: page.resources,
  }) as unknown as Ref;
  const content = page.content;
  page.content = form;
  paint();
  page.content = content;
  form.end();
  const name = `Faded${Object.keys(page.xobjects).length}`;
  page.xobjects[name] = form;
  pdf.save();
  pdf.opacity(opacity);
  pdf.addContent(`/${name} Do`);
  pdf.restore();
}
