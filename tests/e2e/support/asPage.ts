import type { Page } from '@playwright/test';

/**
 * Runs a script in the page as the page itself would: from a timer, since what the debugger evaluates may do what the
 * policy forbids. The script must be self-contained. Answers what it returned, or the error's text.
 */
export async function asPage<Args extends readonly (string | number)[]>(
  page: Page,
  script: (...args: Args) => unknown,
  ...args: Args
): Promise<unknown> {
  return await page.evaluate(`new Promise((done) => setTimeout(async () => {
    try { done(await (${script.toString()})(...${JSON.stringify(args)})); } catch (error) { done(String(error)); }
  }, 0))`);
}
