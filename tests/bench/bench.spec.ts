import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { MAX_MEGAPIXELS } from '../../shared/export/limits';
import { serializeFile } from '../../shared/file/serialize';
import { unionOf } from '../../shared/geometry/box';
import { launchApp, type RunningApp } from '../support/electronApp';
import { answerLimitMs, benchPlan } from './benchPlan';
import { createBenchTable, type FrameTimes } from './benchTable';
import { launchRuler, showRuler } from './canvasRuler';
import { measureStarts, type StartTimes } from './coldStart';
import { type Drawing, drawingOf } from './drawing';
import { measureEdits } from './editTimes';
import { measureEmptyNode, measureExport, measureOpen, measurePlainWrite, measureSave } from './fileTimes';
import { measureOutline, measureSearch, measureTyping } from './findTimes';
import { generateDiagram } from './generateDiagram';
import { runGestures, type ScenarioName, scenarioNames } from './gestureRuns';
import { limitTime } from './limitTime';
import { measureMemory } from './memory';

// Programs, not tests: nothing here asserts how fast something is. What cannot be measured is a line of the table, so
// that the rest is still measured; the run fails only where there is no table at all.
test.describe.configure({ mode: 'serial' });

const table = createBenchTable();
const diagrams = benchPlan.sizes.map((nodes) => {
  const document = generateDiagram(nodes);
  return { nodes, document, text: serializeFile(document), drawing: drawingOf(document) };
});
let folder: string;
const fileOf = (nodes: number) => join(folder, `${nodes}.roleweave`);

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-bench-'));
  for (const { nodes, text } of diagrams) await writeFile(fileOf(nodes), text);
});

test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  const load = loadavg().map((value) => value.toFixed(1));
  console.log(`\n${table.toText()}\n\n${cpus().length} × ${cpus()[0]?.model}, load ${load.join(' ')}\n`);
});

/** Notes in the table what could not be measured. */
async function attempt<T>(what: string, nodes: number | null, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (reason) {
    table.failed(what, nodes, reason);
    return undefined;
  }
}

test('cold start', async () => {
  await attempt('cold start', null, async () => {
    const { app, empty } = await measureStarts(benchPlan.starts);
    const part = (starts: readonly StartTimes[], until: keyof StartTimes) => starts.map((times) => times[until]);
    const line = (what: string, until: keyof StartTimes) =>
      table.times(what, null, part(app, until), part(empty, until));
    line('start to usable diagram', 'readyMs');
    line('… of it until our program runs', 'programMs');
    line('… until the window is made', 'windowMs');
    line('… until it loads its page', 'pageMs');
  });
});

for (const { nodes, drawing } of diagrams) {
  test(`open, edit and save ${nodes} nodes`, async () => {
    const file = fileOf(nodes);
    const repeats = benchPlan.fileRepeats(nodes);
    const drawMs = await onRuler(drawing, repeats);
    const running = await launchApp({ lang: 'en', theme: 'light' });
    try {
      const before = await measureMemory(running);
      const isOpen = await attempt('open', nodes, async () => {
        const { timesMs, longestFramesMs } = await measureOpen(running, file, repeats);
        table.times('open', nodes, timesMs, drawMs);
        table.times('longest frame while opening', nodes, longestFramesMs);
        return true;
      });
      if (!isOpen) return;
      await attempt('memory', nodes, async () => {
        const after = await memoryOf(running);
        table.mebibytes("page's heap, all in view", nodes, after.heapBytes, before.heapBytes);
        table.mebibytes("page's process, all in view", nodes, after.processBytes, before.processBytes);
      });
      await attempt('edit', nodes, async () => {
        const { editMs, undoMs, longestFirstMs } = await measureEdits(running, drawing, benchPlan.edits);
        table.times('edit to painted frame', nodes, editMs);
        table.times('undo to painted frame', nodes, undoMs);
        table.times('longest frame, first edit and recovery snapshot', nodes, [longestFirstMs]);
      });
      await attempt('save', nodes, async () => {
        const saved = join(folder, `copy-${repeats - 1}-${nodes}.roleweave`);
        const { timesMs, longestFramesMs } = await measureSave(running, saved, drawing, repeats);
        table.times('save', nodes, timesMs, await measurePlainWrite(saved, repeats));
        table.times('longest frame while saving', nodes, longestFramesMs);
      });
      await attempt('memory', nodes, async () => {
        table.mebibytes("page's heap, at 100 %", nodes, (await memoryOf(running)).heapBytes, before.heapBytes);
      });
    } finally {
      await running.close();
    }
  });
}

test('find and outline', async () => {
  const largest = diagrams.at(-1);
  if (largest === undefined) return;
  const { nodes, document } = largest;
  await attempt('search', nodes, async () => {
    const { firstMs, nextMs } = measureSearch(document);
    table.times('search, nothing read yet', nodes, firstMs);
    table.times('search', nodes, nextMs);
  });
  const running = await launchApp({ lang: 'en', theme: 'light' });
  try {
    await attempt('find and outline', nodes, async () => {
      await measureOpen(running, fileOf(nodes), 1);
      table.times('find bar, letter to count', nodes, await measureTyping(running.page));
      table.times('open the outline', nodes, await measureOutline(running.page, benchPlan.fileRepeats(nodes)));
    });
  } finally {
    await running.close();
  }
});

test('export by command line', async () => {
  const emptyMs = await measureEmptyNode(5);
  for (const { nodes, drawing } of diagrams) {
    const scale = pngScaleFor(drawing);
    const outputs = [
      { what: 'export SVG', name: `${nodes}.svg`, options: [] },
      { what: `export PNG, scale ${scale}`, name: `${nodes}.png`, options: ['--scale', String(scale)] },
    ];
    for (const { what, name, options } of outputs) {
      if (name.endsWith('.png') && nodes > benchPlan.largestPng) {
        table.skipped(what, nodes, 'only without --quick');
        continue;
      }
      await attempt(what, nodes, async () => {
        table.times(
          what,
          nodes,
          await measureExport(fileOf(nodes), join(folder, name), options, benchPlan.exports),
          emptyMs,
        );
      });
    }
  }
});

for (const { nodes, drawing } of diagrams.filter((diagram) => benchPlan.gestureSizes.includes(diagram.nodes))) {
  test(`frames of gestures at ${nodes} nodes`, async () => {
    const app = new Map<ScenarioName, FrameTimes[]>();
    const ruler = new Map<ScenarioName, FrameTimes[]>();
    const failures = new Map<ScenarioName, unknown>();
    for (let round = 0; round < benchPlan.frameRepeats; round++) {
      for (const [name, outcome] of await runGestures(fileOf(nodes), drawing, benchPlan.gestureMs)) {
        if ('failure' in outcome) failures.set(name, outcome.failure);
        else {
          app.set(name, [...(app.get(name) ?? []), outcome.app]);
          ruler.set(name, [...(ruler.get(name) ?? []), outcome.ruler]);
        }
      }
    }
    for (const name of scenarioNames) {
      const [times, rulerTimes] = [app.get(name), ruler.get(name)];
      if (times !== undefined && rulerTimes !== undefined) table.frames(name, nodes, times, rulerTimes);
      if (failures.has(name)) table.failed(name, nodes, failures.get(name));
    }
  });
}

/** How long a bare canvas takes to read and draw the same diagram. */
async function onRuler(drawing: Drawing, count: number): Promise<readonly number[]> {
  const ruler = await launchRuler();
  try {
    const timesMs: number[] = [];
    const area = { x: 0, y: 0, width: 936, height: 800 };
    const all = boundsOf(drawing);
    const view = { x: 0, y: 0, zoom: Math.min(area.width / all.width, area.height / all.height) };
    for (let round = 0; round < count; round++) timesMs.push(await showRuler(ruler.page, drawing, area, view));
    return timesMs;
  } finally {
    await ruler.close();
  }
}

const memoryOf = (running: RunningApp) => limitTime(measureMemory(running), answerLimitMs, 'collecting garbage');

function boundsOf({ boxes }: Drawing) {
  return unionOf(boxes.map(([x, y, width, height]) => ({ x, y, width, height }))) ?? { width: 1, height: 1 };
}

/** Scale 1, or as much as the limit on pixels leaves of a large diagram. */
function pngScaleFor(drawing: Drawing): number {
  const { width, height } = boundsOf(drawing);
  const largest = Math.sqrt((MAX_MEGAPIXELS * 1e6) / ((width + 48) * (height + 48)));
  return Math.min(1, Math.floor(largest * 10) / 10);
}
