import { type History, MAX_PAST_STEPS, type Selection, type Step } from '../history/history';
import type { MessageKey } from '../i18n/messages';
import { type AnyRecord, type DiagramDocument, withMaps } from '../model/document';
import type { EdgeId, NodeId } from '../model/ids';
import { patchMap, settleMap } from '../util/patchedMap';
import { err, ok, type Result } from '../util/result';
import { diffDocuments, type JournalStep, parseStep, serializeStep } from './journal';
import { isJsonObject } from './json';

/**
 * So much text is kept of what can be undone, and as much of what can be redone, the steps nearest to the present: to
 * write, copy and read more would be felt. Ordinary steps take a few hundred characters. In UTF-16 code units.
 */
const MOST_TEXT = 8_000_000;

/** A history and which of its documents is on disk; `null`: none of them. */
export interface KeptHistory {
  readonly history: History;
  readonly saved: DiagramDocument | null;
}

/** A document of a history, as what it takes to get there from the one beside it, on the side of the present. */
interface StepText {
  readonly label: string | null;
  readonly selection: SelectionText;
  readonly step: string;
  readonly isSaved: boolean;
}

interface SelectionText {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

interface HistoryText {
  readonly present: Omit<StepText, 'step'>;
  /** Nearest to the present first. */
  readonly past: readonly StepText[];
  readonly future: readonly StepText[];
}

/**
 * A history as JSON, without the present document: whoever reads it has that. For a document that is given to another
 * window.
 */
export function historyToJson({ history, saved }: KeptHistory): HistoryText {
  const { past, present, future } = history;
  function textsOf(steps: readonly Step[]): StepText[] {
    const texts: StepText[] = [];
    let left = MOST_TEXT;
    let from = present.document;
    for (const { label, document, selection } of steps) {
      const step = serializeStep(diffDocuments(from, document));
      const text = { label, selection: selectionToJson(selection), step, isSaved: document === saved };
      // As it will be inside other text: a selection of everything counts, and so does each escaped quote.
      left -= JSON.stringify(text).length;
      if (left < 0) break;
      texts.push(text);
      from = document;
    }
    return texts;
  }
  const { label, selection, document } = present;
  return {
    present: { label, selection: selectionToJson(selection), isSaved: document === saved },
    past: textsOf([...past].reverse()),
    future: textsOf(future),
  };
}

/**
 * The history around a document that is equal to the one it was written around. The answer's present document is that
 * very object. An error for what is no such history; then nothing can be undone.
 */
export function historyFromJson(json: unknown, document: DiagramDocument): Result<KeptHistory, 'notAHistory'> {
  if (!isJsonObject(json) || !isHead(json.present)) return err('notAHistory');
  let saved: DiagramDocument | null = json.present.isSaved ? document : null;
  const past: Step[] = [];
  const future: Step[] = [];
  for (const [texts, steps] of [[json.past, past] as const, [json.future, future] as const]) {
    if (!Array.isArray(texts) || texts.length > MAX_PAST_STEPS) return err('notAHistory');
    let from = document;
    for (const text of texts) {
      const next = isStepText(text) ? appliedTo(from, text.step) : null;
      if (!isStepText(text) || next === null) return err('notAHistory');
      if (text.isSaved) saved = next;
      steps.push(stepOf(text, next));
      from = next;
    }
  }
  return ok({ history: { past: past.reverse(), present: stepOf(json.present, document), future }, saved });
}

function appliedTo(document: DiagramDocument, text: string): DiagramDocument | null {
  const step = parseStep(text, (id) => document.nodes.get(id as NodeId)?.kind ?? 'task');
  if (!step.ok) return null;
  const { title, look, unknown }: JournalStep = step.value;
  const changed = withMaps(document, (records, list) =>
    settleMap(patchMap<string, AnyRecord>(records, step.value[list])),
  );
  const whole = { ...changed, title: title ?? changed.title, look: look ?? changed.look };
  if (unknown === undefined) return whole;
  const { unknown: _before, ...known } = whole;
  return unknown === null ? known : { ...known, unknown };
}

function stepOf({ label, selection }: Omit<StepText, 'step'>, document: DiagramDocument): Step {
  return { label: label as MessageKey | null, document, selection: selectionFromJson(selection) };
}

/** The ids that are selected. */
export function selectionToJson({ nodes, edges }: Selection): SelectionText {
  return { nodes: [...nodes], edges: [...edges] };
}

export function selectionFromJson({ nodes, edges }: SelectionText): Selection {
  return { nodes: new Set(nodes as readonly NodeId[]), edges: new Set(edges as readonly EdgeId[]) };
}

export function isSelectionText(value: unknown): value is SelectionText {
  return isJsonObject(value) && isTexts(value.nodes) && isTexts(value.edges);
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string');

function isHead(value: unknown): value is Omit<StepText, 'step'> {
  if (!isJsonObject(value) || !isSelectionText(value.selection)) return false;
  return (value.label === null || typeof value.label === 'string') && typeof value.isSaved === 'boolean';
}

function isStepText(value: unknown): value is StepText {
  return isHead(value) && typeof (value as { readonly step?: unknown }).step === 'string';
}
