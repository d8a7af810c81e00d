import { replay } from '../../shared/file/journal';
import { type Parsed, parseFile } from '../../shared/file/parse';
import type { OpenError } from '../../shared/file/problems';
import type { DiagramDocument } from '../../shared/model/document';
import { ok, type Result } from '../../shared/util/result';
import { type DocumentHead, type DocumentSlice, headOf, slicesOf } from './documentSlices';

export type ParsedHead = Omit<Parsed, 'document'> & DocumentHead;
export type RecoveredHead = { readonly skipped: number } & DocumentHead;
type Put = (slice: DocumentSlice) => unknown;

/**
 * What the worker for project files can do. The records of a document are put one slice after the other, so that taking
 * them over is no long work in one piece either.
 */
export const projectFileWork = {
  async parse(text: string, put: Put): Promise<Result<ParsedHead, OpenError>> {
    const parsed = parseFile(text);
    if (!parsed.ok) return parsed;
    const { document, ...rest } = parsed.value;
    return ok({ ...rest, ...(await hand(document, put)) });
  },
  async recover(text: string, steps: readonly string[], put: Put): Promise<Result<RecoveredHead, OpenError>> {
    const parsed = parseFile(text);
    if (!parsed.ok) return parsed;
    const { document, skipped } = replay(parsed.value.document, steps);
    return ok({ skipped, ...(await hand(document, put)) });
  },
};

/** Puts all records, and answers the rest once they have arrived. */
async function hand(document: DiagramDocument, put: Put): Promise<DocumentHead> {
  await Promise.all(Array.from(slicesOf(document), put));
  return headOf(document);
}
