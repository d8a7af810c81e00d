import { mean, median, p95, shareAbove } from './statistics';

/** One line of the table; all cells are texts for people. */
interface Row {
  readonly what: string;
  readonly nodes: number | null;
  readonly cells: Partial<Record<Column, string>>;
}

const columns = {
  typical: 'Typical',
  p95: 'p95',
  slow: '> 50 ms',
  drawn: 'Drawn every',
  cpu: 'CPU a frame',
  ruler: 'Ruler',
  ratio: 'Ratio',
} as const;
type Column = keyof typeof columns;

/** What a gesture cost. */
export interface FrameTimes {
  /** Between callbacks of requestAnimationFrame. */
  readonly intervalsMs: readonly number[];
  /** Mean time between pictures that the compositor drew; `null` where it drew fewer than two. */
  readonly drawnEveryMs: number | null;
  /** Processor time of the page's main thread, which other programs on the machine hardly change. */
  readonly cpuMs: number;
}

/** Collects what was measured and prints it as one table (Markdown, also readable in a terminal). */
export interface BenchTable {
  /** Median and p95 of times; the ratio is that of the medians. */
  times(what: string, nodes: number | null, timesMs: readonly number[], rulerMs?: readonly number[]): void;
  frames(what: string, nodes: number, runs: readonly FrameTimes[], ruler: readonly FrameTimes[]): void;
  mebibytes(what: string, nodes: number, bytes: number, rulerBytes: number): void;
  /** Something that could not be measured, and why. */
  failed(what: string, nodes: number | null, reason: unknown): void;
  /** Something that this run leaves out, and why. */
  skipped(what: string, nodes: number, reason: string): void;
  toText(): string;
}

export function createBenchTable(): BenchTable {
  const rows: Row[] = [];
  const add = (what: string, nodes: number | null, cells: Row['cells']) => void rows.push({ what, nodes, cells });
  return {
    times(what, nodes, timesMs, rulerMs) {
      const typical = median(timesMs);
      add(what, nodes, {
        typical: ms(typical),
        p95: ms(p95(timesMs)),
        ...(rulerMs !== undefined && { ruler: ms(median(rulerMs)), ratio: ratio(typical, median(rulerMs)) }),
      });
    },
    frames(what, nodes, runs, ruler) {
      const intervalsMs = runs.flatMap((run) => run.intervalsMs);
      const [typical, drawn] = [mean(intervalsMs), drawnEvery(runs)];
      const [rulerTypical, rulerDrawn] = [mean(ruler.flatMap((run) => run.intervalsMs)), drawnEvery(ruler)];
      add(what, nodes, {
        typical: ms(typical),
        p95: ms(p95(intervalsMs)),
        slow: `${(shareAbove(intervalsMs, 50) * 100).toFixed(0)} %`,
        drawn: drawn === null ? 'not drawn' : ms(drawn),
        cpu: ms(runs.reduce((sum, run) => sum + run.cpuMs, 0) / intervalsMs.length),
        ruler: ms(rulerDrawn ?? rulerTypical),
        // What people see is what was drawn: a busy compositor draws less often than the callbacks say.
        ratio: ratio(drawn ?? typical, rulerDrawn ?? rulerTypical),
      });
    },
    mebibytes(what, nodes, bytes, rulerBytes) {
      add(what, nodes, { typical: mib(bytes), ruler: mib(rulerBytes), ratio: ratio(bytes, rulerBytes) });
    },
    failed(what, nodes, reason) {
      const message = reason instanceof Error ? reason.message : String(reason);
      add(what, nodes, { typical: `failed: ${firstLine(message)}` });
    },
    skipped: (what, nodes, reason) => add(what, nodes, { typical: `skipped: ${reason}` }),
    toText: () => toMarkdown(rows),
  };
}

/** Mean over all pictures of all runs. */
function drawnEvery(runs: readonly FrameTimes[]): number | null {
  const known = runs.map((run) => run.drawnEveryMs).filter((value) => value !== null);
  return known.length === 0 ? null : mean(known);
}

function ms(value: number): string {
  return value < 100 ? `${value.toFixed(1)} ms` : `${Math.round(value).toLocaleString('en')} ms`;
}

const mib = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

function ratio(value: number, ruler: number): string {
  return ruler <= 0 ? '–' : `${(value / ruler).toFixed(value < 10 * ruler ? 2 : 0)} ×`;
}

function firstLine(message: string): string {
  const line = message.split('\n', 1)[0]?.replaceAll('|', '/') ?? '';
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
}

function toMarkdown(rows: readonly Row[]): string {
  const names = Object.keys(columns) as Column[];
  const lines = [
    ['What', 'Nodes', ...names.map((name) => columns[name])],
    ...rows.map(({ what, nodes, cells }) => [
      what,
      nodes === null ? '' : nodes.toLocaleString('en'),
      ...names.map((name) => cells[name] ?? ''),
    ]),
  ];
  // Reasons are long and rare: they may stick out.
  const isReason = (cell: string) => /^(failed|skipped)/.test(cell);
  const widths = (lines[0] ?? []).map((_, at) =>
    Math.max(...lines.map((line) => (isReason(line[at] ?? '') ? 0 : (line[at] ?? '').length))),
  );
  const pad = (cell: string, at: number) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0));
  const [head, ...body] = lines.map((line) => `| ${line.map(pad).join(' | ')} |`);
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [head, rule, ...body].join('\n');
}
