import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { parseFile } from '../../../shared/file/parse';
import { serializeFile } from '../../../shared/file/serialize';
import type { DiagramDocument } from '../../../shared/model/document';
import { aDocument, anEdge, aRole, aTask } from '../../support/builders';

/** A small diagram: three steps in a row. */
export const plan = aDocument({
  title: { en: 'Plan', ko: '계획' },
  roles: [aRole({ id: 'analyst', name: { en: 'Analyst', ko: '분석가' } })],
  nodes: [
    aTask({ id: 'collect', label: { en: 'Collect', ko: '수집' }, roleId: 'analyst', x: 0, y: 0 }),
    aTask({ id: 'clean', label: 'Clean', x: 240, y: 0 }),
    aTask({ id: 'ship', label: 'Ship', x: 480, y: 0 }),
  ],
  edges: [anEdge({ id: 'first', from: 'collect', to: 'clean' }), anEdge({ id: 'second', from: 'clean', to: 'ship' })],
});

export async function writePlan(folder: string, name = 'plan.roleweave', document = plan): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, serializeFile(document));
  return path;
}

/** The document that a file holds. */
export async function readPlan(path: string): Promise<DiagramDocument> {
  const parsed = parseFile(await readFile(path, 'utf8'));
  if (!parsed.ok) throw new Error(`${path} does not open: ${parsed.error.type}`);
  return parsed.value.document;
}

/** Lines of `after` that are not those of `before` and the other way round. */
export function changedLines(before: string, after: string): { removed: readonly string[]; added: readonly string[] } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return {
    removed: old.filter((line, i) => line !== now[i]),
    added: now.filter((line, i) => line !== old[i]),
  };
}

export function node(page: Page, id: string) {
  return page.locator(`[data-node-id="${id}"]`);
}

/** Selects a step by a click on it. */
export async function clickNode(page: Page, id: string): Promise<void> {
  await node(page, id).click();
  await expect(node(page, id)).toBeVisible();
}

/** Where a step lies in the window, rounded: enough to see whether it moved. */
export async function placeOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  const box = await node(page, id).boundingBox();
  if (box === null) throw new Error(`${id} is not shown`);
  return { x: Math.round(box.x), y: Math.round(box.y) };
}
