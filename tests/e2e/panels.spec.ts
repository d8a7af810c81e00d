import { expect, type Locator, type Page, test } from '@playwright/test';
import { launchApp, type RunningApp } from '../support/electronApp';

// One app in English for all; each test works on its own fresh copy of the role diagram.
let running: RunningApp;
let page: Page;

test.beforeAll(async () => {
  running = await launchApp({ lang: 'en', theme: 'light' });
  page = running.page;
});
test.afterAll(async () => {
  await running?.close();
});
test.beforeEach(async () => {
  await page.keyboard.press('Control+n');
  await page.getByRole('button', { name: /^Preview of Role collaboration/ }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(node('evaluate')).toBeVisible();
});

const node = (id: string): Locator => page.locator(`[data-node-id="${id}"]`);
const inspector = (): Locator => page.getByRole('complementary', { name: 'Properties' });
const field = (name: string): Locator => inspector().getByRole('textbox', { name, exact: true });
const number = (name: string): Locator => inspector().getByRole('spinbutton', { name });
const raci = (role: string, level: string): Locator =>
  inspector().getByRole('button', { name: `${role}: ${level}`, exact: true });
const undo = (): Locator => page.getByRole('button', { name: /^Undo/ });

async function selectStep(id: string): Promise<void> {
  // At the edge of the step: its middle may be under a label or a badge.
  await node(id).click({ position: { x: 12, y: 12 } });
  await expect(inspector().getByRole('heading', { name: 'Task' })).toBeVisible();
}

test.describe('the properties of a step', () => {
  test('a name typed in one language is one undo step and leaves the other language alone', async () => {
    await selectStep('evaluate');
    await field('Name (English)').fill('Judge the model');
    await expect(node('evaluate')).not.toContainText('Judge');
    await field('Name (English)').press('Enter');
    await expect(node('evaluate')).toContainText('Judge');
    await expect(field('Name (한국어)')).toHaveValue('모델 평가');
    await undo().click();
    await expect(node('evaluate')).toContainText('Evaluate');
    await expect(undo()).toBeDisabled();
  });

  test('Escape takes typing back without a trace', async () => {
    await selectStep('evaluate');
    await field('Name (English)').fill('Never mind');
    await field('Name (English)').press('Escape');
    await expect(field('Name (English)')).toHaveValue('Evaluate the model');
    await expect(undo()).toBeDisabled();
  });

  test('what is typed when another step is clicked goes to the step it was typed for', async () => {
    await selectStep('evaluate');
    await field('Name (English)').fill('Judge it');
    await selectStep('train');
    await expect(node('evaluate')).toContainText('Judge it');
    await expect(node('train')).toContainText('Train the');
    await expect(field('Name (English)')).toHaveValue('Train the first model');
  });

  test('Korean is composed without losing or doubling a syllable, and Enter of the composition commits nothing', async () => {
    await selectStep('evaluate');
    const name = field('Name (한국어)');
    await name.fill('');
    await name.focus();
    const input = await page.context().newCDPSession(page);
    for (const text of ['ㅍ', '펴', '평']) {
      await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await input.send('Input.dispatchKeyEvent', { type: 'keyDown', windowsVirtualKeyCode: 229, key: 'Process' });
    await expect(undo()).toBeDisabled();
    await input.send('Input.insertText', { text: '평' });
    for (const text of ['ㄱ', '가']) {
      await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await input.send('Input.insertText', { text: '가' });
    await expect(name).toHaveValue('평가');
    await name.press('Enter');
    await expect(name).toHaveValue('평가');
    await undo().click();
    await expect(name).toHaveValue('모델 평가');
    await expect(undo()).toBeDisabled();
  });

  test('one text for all languages can be split into one per language and joined again', async () => {
    await selectStep('evaluate');
    await inspector().getByRole('button', { name: 'Description: Different text per language' }).click();
    await field('Description (English)').fill('How good is it?');
    await field('Description (한국어)').fill('얼마나 좋은가?');
    await page.keyboard.press('Tab');
    await inspector().getByRole('button', { name: 'Description: One text for all languages' }).click();
    await expect(field('Description')).toHaveValue('How good is it?');
  });

  test('position and size commit on Enter, step with arrows and give way to nonsense', async () => {
    await selectStep('evaluate');
    const before = Number(await number('Horizontal position').inputValue());
    await number('Horizontal position').fill(String(before + 40));
    await number('Horizontal position').press('Enter');
    await expect(number('Horizontal position')).toHaveValue(String(before + 40));
    await number('Horizontal position').press('ArrowUp');
    await number('Horizontal position').press('Shift+ArrowUp');
    await expect(number('Horizontal position')).toHaveValue(String(before + 51));
    await number('Width').fill('wide');
    await number('Width').press('Enter');
    await expect(number('Width')).toHaveValue(/^\d+$/);
    for (let i = 0; i < 3; i++) await undo().click();
    await expect(number('Horizontal position')).toHaveValue(String(before));
    await expect(undo()).toBeDisabled();
  });

  test('its role is chosen from the roles of the diagram', async () => {
    await selectStep('evaluate');
    const role = inspector().getByRole('combobox', { name: 'Role' });
    await expect(role).toHaveText('As the lane: Data scientist');
    await role.click();
    await page.getByRole('option', { name: 'ML engineer' }).click();
    // It goes into that role's lane.
    await expect(role).toHaveText('As the lane: ML engineer');
    await undo().click();
    await expect(role).toHaveText('As the lane: Data scientist');
  });

  test('responsibilities are given with the keyboard alone', async () => {
    await selectStep('train');
    await raci('Data analyst', 'Responsible').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect(raci('Research scientist', 'Accountable')).toBeFocused();
    await page.keyboard.press('Space');
    await expect(raci('Research scientist', 'Accountable')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('c');
    await expect(raci('Research scientist', 'Consulted')).toHaveAttribute('aria-pressed', 'true');
    await expect(raci('Research scientist', 'Accountable')).toHaveAttribute('aria-pressed', 'false');
    await page.keyboard.press('Delete');
    await expect(raci('Research scientist', 'Consulted')).toHaveAttribute('aria-pressed', 'false');
    await expect(node('train')).toBeVisible();
    // Who does it and answers for it has both letters.
    await raci('Research scientist', 'Responsible').press('Space');
    await raci('Research scientist', 'Responsible').press('ArrowRight');
    await raci('Research scientist', 'Accountable').press('Space');
    await expect(raci('Research scientist', 'Responsible')).toHaveAttribute('aria-pressed', 'true');
    await expect(raci('Research scientist', 'Accountable')).toHaveAttribute('aria-pressed', 'true');
    // The data scientist has both already.
    await expect(node('train')).toContainText(/A\/R.*A\/R/);
    await raci('Research scientist', 'Responsible').press('Space');
    await expect(raci('Research scientist', 'Accountable')).toHaveAttribute('aria-pressed', 'true');
    await expect(node('train')).not.toContainText(/A\/R.*A\/R/);
  });

  test('several steps show what they share and take a value together', async () => {
    await selectStep('evaluate');
    await node('train').click({ modifiers: ['Shift'], position: { x: 12, y: 12 } });
    await expect(inspector().getByRole('heading', { name: '2 elements' })).toBeVisible();
    await expect(field('Name (English)')).toHaveValue('');
    await expect(field('Name (English)')).toHaveAttribute('placeholder', 'Mixed');
    await expect(raci('Research scientist', 'Consulted')).toHaveAttribute('aria-pressed', 'mixed');
    await raci('Research scientist', 'Consulted').click();
    await expect(raci('Research scientist', 'Consulted')).toHaveAttribute('aria-pressed', 'true');
    await number('Height').fill('72');
    await number('Height').press('Enter');
    await selectStep('train');
    await expect(number('Height')).toHaveValue('72');
    await expect(raci('Research scientist', 'Consulted')).toHaveAttribute('aria-pressed', 'true');
  });
});

test('an edge shows its ends and changes its kind, line and arrowheads', async () => {
  await inspector()
    .getByRole('button', { name: /Data scientist → ML engineer/ })
    .click();
  await expect(inspector().getByRole('heading', { name: 'Hand-off' })).toBeVisible();
  await expect(inspector().getByRole('button', { name: 'Select Validate the model' })).toBeVisible();
  await inspector().getByRole('radio', { name: 'Curved' }).click();
  await expect(inspector().getByRole('radio', { name: 'Curved' })).toBeChecked();
  await inspector().getByRole('radio', { name: 'Curved' }).press('ArrowLeft');
  await expect(inspector().getByRole('radio', { name: 'Straight' })).toBeChecked();
  await inspector().getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Collaboration' }).click();
  await expect(inspector().getByRole('radio', { name: 'Arrowheads at both ends' })).toBeChecked();
  await inspector().getByRole('button', { name: 'Select Validate the model' }).click();
  await expect(inspector().getByRole('heading', { name: 'Task' })).toBeVisible();
});

test('the title of the diagram is edited while nothing is selected', async () => {
  await field('Title (English)').fill('Who does what');
  await field('Title (English)').press('Enter');
  await expect(page.getByRole('navigation', { name: 'Open diagrams' })).toContainText('Who does what');
});

test.describe('roles', () => {
  const list = () => page.getByRole('region', { name: 'Roles and palette' });

  test('a new one is made in a form and is one undo step', async () => {
    await list().getByRole('button', { name: 'Add role' }).click();
    const form = page.getByRole('dialog', { name: 'New role' });
    await expect(form.getByRole('button', { name: 'Create role' })).toBeDisabled();
    await form.getByRole('textbox', { name: 'Name' }).fill('Designer');
    await form.getByRole('radio', { name: 'Salmon' }).click();
    await form.getByRole('radio', { name: 'palette' }).click();
    await form.getByRole('button', { name: 'Create role' }).click();
    await expect(list().getByRole('button', { name: /^Edit Designer/ })).toBeVisible();
    await undo().click();
    await expect(list().getByRole('button', { name: /^Edit Designer/ })).toHaveCount(0);
    await expect(undo()).toBeDisabled();
  });

  test('Enter in its name is done with the form, unless it only confirms a syllable', async () => {
    const input = await page.context().newCDPSession(page);
    await list().getByRole('button', { name: 'Add role' }).click();
    const form = page.getByRole('dialog', { name: 'New role' });
    await expect(form.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await input.send('Input.imeSetComposition', { text: '팀장', selectionStart: 2, selectionEnd: 2 });
    await input.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    });
    await input.send('Input.insertText', { text: '팀장' });
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('팀장');
    await page.keyboard.press('Enter');
    await expect(form).toHaveCount(0);
    await expect(list().getByRole('button', { name: /^Edit 팀장/ })).toBeVisible();
  });

  test('cancelling the form changes nothing and gives the focus back', async () => {
    const row = list().getByRole('button', { name: /^Edit Data analyst/ });
    await row.click();
    await page.getByRole('textbox', { name: 'Name (English)' }).fill('Somebody else');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(list().getByRole('button', { name: /^Edit Data analyst/ })).toBeFocused();
    await expect(undo()).toBeDisabled();
  });

  test('one that is in use is deleted only after a question that says so', async () => {
    await list()
      .getByRole('button', { name: /^Edit ML engineer/ })
      .click();
    await page.getByRole('button', { name: 'Delete role' }).click();
    const question = page.getByRole('dialog', { name: 'Delete “ML engineer”?' });
    await expect(question).toContainText(/\d+ elements use this role/);
    await question.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Delete role' }).click();
    await question.getByRole('button', { name: 'Delete role' }).click();
    await expect(list().getByRole('button', { name: /^Edit ML engineer/ })).toHaveCount(0);
    await undo().click();
    await expect(list().getByRole('button', { name: /^Edit ML engineer/ })).toBeVisible();
  });
});

test.describe('the palette', () => {
  test('adds a node at a click', async () => {
    const before = await page.locator('[data-node-id]').count();
    await page.getByRole('button', { name: 'Artifact', exact: true }).click();
    await expect(page.locator('[data-node-id]')).toHaveCount(before + 1);
    await expect(inspector().getByRole('heading', { name: 'Artifact' })).toBeVisible();
  });

  test('adds a node where it is dropped', async () => {
    const before = await page.locator('[data-node-id]').count();
    const pane = page.locator('.react-flow__pane');
    await page.getByRole('button', { name: 'Note', exact: true }).dragTo(pane, { targetPosition: { x: 420, y: 640 } });
    await expect(page.locator('[data-node-id]')).toHaveCount(before + 1);
    await expect(undo()).toBeEnabled();
  });
});

test.describe('the command palette', () => {
  test('takes what is typed right after its key, also with a step selected', async () => {
    await selectStep('evaluate');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('zoom in');
    await expect(page.getByRole('combobox', { name: 'Find a command or a step' })).toHaveValue('zoom in');
    await page.keyboard.press('Escape');
    await expect(node('evaluate')).toContainText('Evaluate');
  });

  test('finds a Korean command by first consonants and runs it', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('ㄴㅂㄴㄱ');
    await expect(page.getByRole('option').first()).toContainText('Export');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Export picture' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('option').first()).toContainText('Export');
    await page.keyboard.press('Escape');
  });

  test('goes to a step by its name in either language', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('모델 평가');
    await expect(page.getByRole('option', { name: /Evaluate the model/ })).toBeVisible();
    await page.getByRole('option', { name: /Evaluate the model/ }).click();
    await expect(field('Name (English)')).toHaveValue('Evaluate the model');
  });

  test('runs a command that begins typing on the canvas, and the cursor stays there', async () => {
    await selectStep('evaluate');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('edit text');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Typed here');
    await page.keyboard.press('Enter');
    await expect(node('evaluate')).toContainText('Typed here');
  });
});

test.describe('the context menu', () => {
  test('offers what can be done with a step and runs it', async () => {
    const before = await page.locator('[data-node-id]').count();
    await node('evaluate').click({ button: 'right', position: { x: 12, y: 12 } });
    await page.getByRole('menuitem', { name: /^Duplicate/ }).click();
    await expect(page.locator('[data-node-id]')).toHaveCount(before + 1);
    await expect(page.getByRole('menu')).toHaveCount(0);
  });

  test('is walked with arrows into a submenu and left with Escape', async () => {
    await selectStep('evaluate');
    await node('train').click({ modifiers: ['Shift'], position: { x: 12, y: 12 } });
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menu')).toBeVisible();
    await page.getByRole('menuitem', { name: 'Align' }).press('ArrowRight');
    await expect(page.getByRole('menuitem', { name: 'Align top' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(undo()).toBeDisabled();
  });
});

test.describe('the window', () => {
  test('hides and shows its panels', async () => {
    await page.keyboard.press('Control+b');
    await expect(page.getByRole('region', { name: 'Roles and palette' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Right panel' }).click();
    await expect(inspector()).toHaveCount(0);
    await page.keyboard.press('Control+b');
    await page.getByRole('button', { name: 'Right panel' }).click();
    await expect(inspector()).toBeVisible();
  });

  test('marks a changed diagram in its tab, and no longer after undo', async () => {
    const tab = page.getByRole('navigation', { name: 'Open diagrams' }).locator('[aria-current]');
    await selectStep('evaluate');
    await page.keyboard.press('ArrowRight');
    await expect(tab).toHaveAccessibleName(/unsaved changes/);
    await expect(page.getByText('Unsaved changes', { exact: true })).toBeVisible();
    await undo().click();
    await expect(tab).not.toHaveAccessibleName(/unsaved changes/);
  });

  test('speaks Korean at once when told so, and English again', async () => {
    await page.getByRole('button', { name: 'Language: English' }).click();
    await page.getByRole('menuitemcheckbox', { name: '한국어' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
    await expect(page.getByRole('heading', { name: '역할', exact: true })).toBeVisible();
    await expect(node('evaluate')).toContainText('모델 평가');
    await page.getByRole('button', { name: '언어: 한국어' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'English' }).click();
    await expect(page.getByRole('heading', { name: 'Roles', exact: true })).toBeVisible();
  });

  test('tells every shortcut, and the licences of what it is made of', async () => {
    await page.keyboard.press('F1');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(sheet).toContainText('Ctrl+Shift+Z');
    await sheet.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('about');
    await page.keyboard.press('Enter');
    const about = page.getByRole('dialog', { name: 'About Roleweave' });
    await about.getByText('Pretendard').first().click();
    await expect(about.locator('details[open] pre')).toContainText('SIL');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});
