import type { CDPSession } from '@playwright/test';
import type { Box } from '../../shared/geometry/box';
import { launchApp, type RunningApp } from '../support/electronApp';
import { answerLimitMs } from './benchPlan';
import type { FrameTimes } from './benchTable';
import { launchRuler, showRuler } from './canvasRuler';
import type { Drawing } from './drawing';
import { measureOpen } from './fileTimes';
import { recordFrames } from './frameTimes';
import { dragAt, frameFrom, type Gesture, panAt, play, zoomAt } from './gestures';
import { limitTime } from './limitTime';
import { type Places, placesIn, saveChanges, showView, untilUnsaved, type View, viewOf } from './views';

/** A gesture as it is measured: in which view, and what the hand does there. */
interface Scenario {
  readonly view: 'near' | 'whole';
  readonly does: 'moveView' | 'editDocument' | 'select';
  /** How many steps are selected before, around the one that is dragged. */
  readonly selected?: number;
  gesture(at: Places): Gesture;
}

const scenarios = {
  'pan at 100 %': { view: 'near', does: 'moveView', gesture: ({ center }) => panAt(center) },
  'zoom from 100 %': { view: 'near', does: 'moveView', gesture: ({ center }) => zoomAt(center, 'out') },
  'drag a node at 100 %': { view: 'near', does: 'editDocument', gesture: ({ node }) => dragAt(node) },
  'pan, all in view': { view: 'whole', does: 'moveView', gesture: ({ center }) => panAt(center) },
  'zoom, all in view': { view: 'whole', does: 'moveView', gesture: ({ center }) => zoomAt(center, 'in') },
  'drag a node, all in view': { view: 'whole', does: 'editDocument', gesture: ({ node }) => dragAt(node) },
  'drag 500 nodes, all in view': {
    view: 'whole',
    does: 'editDocument',
    selected: 500,
    gesture: ({ node }) => dragAt(node),
  },
  'pull a frame, all in view': {
    view: 'whole',
    does: 'select',
    gesture: ({ frame, corner }) => frameFrom(frame.from, corner),
  },
} as const satisfies Record<string, Scenario>;
export type ScenarioName = keyof typeof scenarios;
export const scenarioNames = Object.keys(scenarios) as ScenarioName[];

/** A gesture that was made in the app, and all that is needed to make the same one on the ruler. */
interface Made {
  readonly times: FrameTimes;
  readonly gesture: Gesture;
  /** The steps that were dragged, or the pointer's own. */
  readonly selected: number;
  readonly area: Box;
  readonly view: View;
}

export type Outcome = { readonly app: FrameTimes; readonly ruler: FrameTimes } | { readonly failure: unknown };

/** Makes every gesture once in the app and once on the ruler, each of them in a fresh process. */
export async function runGestures(
  file: string,
  drawing: Drawing,
  gestureMs: number,
): Promise<ReadonlyMap<ScenarioName, Outcome>> {
  const outcomes = new Map<ScenarioName, Outcome>();
  const made = new Map<ScenarioName, Made>();
  let app: RunningApp | null = null;
  for (const name of scenarioNames) {
    try {
      app ??= await launchWithFile(file);
      made.set(name, await makeInApp(app, scenarios[name], drawing, gestureMs));
    } catch (failure) {
      outcomes.set(name, { failure });
      // It never opened: nor will it for the other gestures.
      if (app === null) {
        for (const other of scenarioNames) {
          if (!made.has(other) && !outcomes.has(other)) outcomes.set(other, { failure });
        }
        break;
      }
      // What hangs would spoil the next measurement, too.
      await app.close();
      app = null;
    }
  }
  await app?.close();

  const ruler = await launchRuler();
  try {
    for (const [name, { times, gesture, selected, area, view }] of made) {
      await showRuler(ruler.page, drawing, area, view, { selected, pullsFrame: scenarios[name].does === 'select' });
      outcomes.set(name, { app: times, ruler: await playIn(ruler, gesture, gestureMs) });
    }
  } finally {
    await ruler.close();
  }
  return outcomes;
}

async function launchWithFile(file: string): Promise<RunningApp> {
  const app = await launchApp({ lang: 'en', theme: 'light' });
  try {
    await measureOpen(app, file, 1);
    return app;
  } catch (failure) {
    await app.close();
    throw failure;
  }
}

async function makeInApp(app: RunningApp, scenario: Scenario, drawing: Drawing, gestureMs: number): Promise<Made> {
  const { page } = app;
  const answer = <T>(work: Promise<T>, what: string) => limitTime(work, answerLimitMs, what);
  await answer(showView(page, scenario.view), 'showing the view');
  const selected = scenario.selected ?? 1;
  const places = await answer(placesIn(page, drawing, selected), 'looking for a step');
  const { area } = places;
  const view = await answer(viewOf(page), 'reading the view');
  const gesture = scenario.gesture(places);
  if (selected > 1) await answer(selectSteps(app, places), 'selecting steps');
  if (scenario.does === 'editDocument') await saveChanges(page, answerLimitMs);
  const times = await playIn(app, gesture, gestureMs);
  // Inputs that reach nothing would make for excellent times.
  if (scenario.does === 'editDocument') await untilUnsaved(page, answerLimitMs);
  else if (scenario.does === 'select') await answer(page.getByText(/[\d,]+ selected/).waitFor(), 'selecting');
  else await answer(checkMovesView(app, gesture), 'moving the view');
  return { times, gesture, selected, area, view };
}

async function playIn(app: RunningApp, gesture: Gesture, gestureMs: number): Promise<FrameTimes> {
  return await withSession(app, (session) => {
    const played = play(session, gesture, gestureMs, (move) => recordFrames(app.page, session, move));
    return limitTime(played, gestureMs + answerLimitMs, 'the gesture');
  });
}

/** Around the step that is dragged, with a frame. */
async function selectSteps(app: RunningApp, { frame }: Places): Promise<void> {
  await withSession(app, (session) => play(session, frameFrom(frame.from, frame.to), 1, (move) => move()));
  await app.page.getByText(/[\d,]+ selected/).waitFor();
}

async function checkMovesView(app: RunningApp, gesture: Gesture): Promise<void> {
  const before = await viewOf(app.page);
  await withSession(app, (session) => play(session, gesture, 1, (move) => move()));
  const after = await viewOf(app.page);
  if (before.x === after.x && before.zoom === after.zoom) throw new Error('the wheel does not move the view');
}

async function withSession<T>({ page }: RunningApp, work: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page);
  const result = await work(session);
  await session.detach();
  return result;
}
