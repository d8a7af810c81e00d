import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { intersects, type Point } from '../../shared/geometry/box';
import { translator } from '../../shared/i18n/translator';
import { textIn } from '../../shared/model/localizedText';
import { boxOfNode, roleOfNode } from '../../shared/model/query';
import { invariant } from '../../shared/util/invariant';
import { launchApp } from '../support/electronApp';
import { chooseToSave, expectUnsaved } from './support/desktop';
import { readPlan } from './support/plan';

/*
 * The task of the README's tour, as somebody does it who has read the tour and nothing else: from an empty page to a
 * hiring workflow of five roles and fourteen steps, saved. What it takes is printed, and may only get less.
 */

const mostActions = 64;

const roles = {
  en: ['Hiring manager', 'Recruiter', 'Interview panel', 'HR operations', 'Candidate'],
  ko: ['채용 책임자', '채용 담당자', '면접관', '인사 운영', '지원자'],
} as const;

/** Whose step each is, by the place of the role. */
const doers = [0, 1, 1, 1, 1, 0, 2, 2, 0, 1, 1, 3, 3, 4];
const doerOf = (at: number): number => doers[at] ?? 0;
const words = {
  en: 'Define the opening|Publish the opening|Search for people|Screen applications|Invite to talk|Meet the team|Interview for skills|Write scorecards|Decide|Share the outcome|Agree on terms|Draw up the contract|Order equipment|Come to the first day',
  ko: '자리와 조건 정의|공고 내기|인재 찾기|서류 검토|면담 초대|팀과 만남|역량 면접|면접 의견 쓰기|채용 결정|결과 전하기|처우 협의|계약서 준비|장비 신청|첫 출근',
} as const;

/** Until the view has stopped gliding. */
async function untilStill(page: Page): Promise<void> {
  const transform = () =>
    page.locator('.react-flow__viewport').evaluate((view) => (view as HTMLElement).style.transform);
  await expect
    .poll(async () => {
      const before = await transform();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      return (await transform()) === before;
    })
    .toBe(true);
}

/** A person's hands: what is done is counted, a text that is typed as one action. */
function handsOn(page: Page) {
  let actions = 0;
  const counted = async (work: () => Promise<unknown>) => {
    actions += 1;
    await work();
  };
  return {
    count: () => actions,
    press: (key: string) => counted(() => page.keyboard.press(key)),
    type: (text: string) => counted(() => page.keyboard.insertText(text)),
    click: (target: Locator) => counted(() => target.click()),
    doubleClick: ({ x, y }: Point) => counted(() => page.mouse.dblclick(x, y)),
  };
}

for (const lang of ['en', 'ko'] as const) {
  test(`a hiring workflow from an empty page, in ${lang}`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'roleweave-first-'));
    const running = await launchApp({ lang });
    try {
      const { app, page } = running;
      const t = translator(lang);
      const path = join(folder, 'hiring.roleweave');
      const hands = handsOn(page);
      const startedAtMs = Date.now();

      await hands.press('Control+t');
      await expect(page.getByText(t('roles.empty.title'))).toBeVisible();
      for (const role of roles[lang]) {
        await hands.click(page.getByRole('button', { name: t('roles.add'), exact: true }).first());
        await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeFocused();
        await hands.type(role);
        await hands.press('Enter');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
      await hands.click(page.getByRole('button', { name: t('action.lane.forRoles') }));
      const nodes = page.locator('[data-node-id]');
      await expect(nodes).toHaveCount(5);
      await untilStill(page);

      const labels = words[lang].split('|');
      const boxes = await Promise.all((await nodes.all()).map((node) => node.boundingBox()));
      const top = boxes.filter((box) => box !== null).sort((one, other) => one.y - other.y)[0];
      invariant(top !== undefined, 'the first lane is on the screen');
      await hands.doubleClick({ x: top.x + 220, y: top.y + top.height / 2 });
      for (const [at, label] of labels.entries()) {
        const lanesDown = at === 0 ? 0 : doerOf(at) - doerOf(at - 1);
        if (at > 0) await hands.press(`Control+Arrow${lanesDown === 0 ? 'Right' : lanesDown > 0 ? 'Down' : 'Up'}`);
        await expect(nodes).toHaveCount(5 + at + 1);
        await expect(page.locator('textarea:focus')).toHaveCount(1);
        // A lane further is one key more.
        for (let i = 1; i < Math.abs(lanesDown); i++)
          await hands.press(`Alt+Shift+Page${lanesDown > 0 ? 'Down' : 'Up'}`);
        await hands.type(label);
        await hands.press('Enter');
      }
      await hands.press('Control+Alt+t');
      // It is worked out by another thread: saved before it has come in, the diagram would be unsaved again.
      const tidied = t('action.edit.undo.step', { step: t('edit.layout.apply') });
      await expect(page.getByRole('button', { name: tidied })).toBeVisible();
      await untilStill(page);
      await chooseToSave(app, path);
      await hands.press('Control+s');
      await expectUnsaved(page, false);

      const seconds = (Date.now() - startedAtMs) / 1000;
      console.log(`hiring workflow (${lang}): ${hands.count()} actions, ${seconds.toFixed(1)} s`);
      const document = await readPlan(path);
      const steps = [...document.nodes.values()].filter(({ kind }) => kind === 'task');
      expect(document.roles.size).toBe(5);
      expect(steps).toHaveLength(14);
      expect(document.edges.size).toBe(13);
      expect(hands.count()).toBeLessThanOrEqual(mostActions);
      const byWhom = new Map(
        steps.map((step) => [textIn(step.label, lang), textIn(roleOfNode(document, step)?.name ?? '', lang)]),
      );
      for (const [at, label] of labels.entries()) expect(byWhom.get(label), label).toBe(roles[lang][doerOf(at)]);
      for (const [at, step] of steps.entries()) {
        const box = boxOfNode(document.nodes, step);
        for (const other of steps.slice(at + 1)) expect(intersects(box, boxOfNode(document.nodes, other))).toBe(false);
      }
    } finally {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
}
