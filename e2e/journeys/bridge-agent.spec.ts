import { expect, test } from '../support/fixtures.ts';
import { expectAccessible, setTheme, themes } from '../support/axe.ts';
import { phone } from '../support/browser.ts';
import { ana, maple, teacher } from '../support/demo.ts';
import { Bridge } from '../pages/bridge.ts';
import { TextPage } from '../pages/staff-bridge.ts';
import { StaffSignIn } from '../pages/staff-sign-in.ts';
import { StudentSignIn } from '../pages/student-sign-in.ts';

const recipe = `A bakery sells muffins at a unit rate of 3 dollars for each box. The ratio of muffins to boxes is 6 to 1. A unit rate compares a quantity with one unit of another quantity.

Mia has 24 dollars. How many boxes can she buy? Explain how the unit rate helps you to find the answer.`;

test.beforeEach(async ({ page }) => {
  const form = new StaffSignIn(page);
  await form.open();
  await form.signIn(teacher);
  await page.getByRole('heading', { name: 'Your classes' }).waitFor();
  await page.goto('/staff/bridge/texts');
  await page.getByRole('heading', { name: 'Your texts', level: 1 }).waitFor();
});

test('a pasted text is looked through, prepared, approved, assigned and retired', async ({ page }) => {
  const text = new TextPage(page);
  await text.paste('The bakery', recipe);
  await expect(text.state).toHaveText('Draft');

  // terms and key sentences, each to keep or drop
  const term = page.getByRole('button', { name: 'unit rate', exact: true }).first();
  await expect(term).toHaveAttribute('aria-pressed', 'true');
  await term.click();
  await expect(term).toHaveAttribute('aria-pressed', 'false');
  await term.click();
  const before = await text.sentence(1).getAttribute('aria-pressed');
  await text.sentence(1).click();
  await expect(text.sentence(1)).not.toHaveAttribute('aria-pressed', before!);
  await expect(page.locator('.save-state')).toHaveText('Not saved yet');

  // ideas with their reasons, and one by hand
  const found = text.ideas.getByRole('checkbox').first();
  await expect(text.ideas.locator('.agent-idea').first()).toContainText('score');
  await found.check();
  await page.getByLabel('Add a skill').fill('percent');
  await page.getByRole('button', { name: /^Add / }).first().click();
  await expect(text.ideas.getByText('Added by hand')).toBeVisible();
  await text.saved();

  // a word that the bank does not know
  const ask = page.getByRole('button', { name: /^Ask for a card/ }).first();
  await ask.click();
  await expect(page.getByText('Asked for', { exact: true }).first()).toBeVisible();

  // the idea in Spanish: the checks find what is missing
  await page.getByRole('group', { name: 'Add a language' }).getByRole('button', { name: /Spanish/ }).click();
  const core = page.getByLabel('The idea', { exact: true });
  await expect(core).toBeFocused();
  await core.fill('La tasa por unidad dice cuánto cuesta una sola caja en la panadería.');
  await text.saved();
  await expect(page.getByText('To mend before it can go to students')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve …' })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: 'Take this language out' }).click();
  await text.saved();

  await page.getByRole('button', { name: 'Approve …' }).click();
  await expect(page.getByRole('dialog')).toContainText('becomes fixed');
  await page.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(text.state).toHaveText('Approved');
  await expect(text.save).toHaveCount(0);

  await page.getByRole('button', { name: `Assign to ${maple.title}` }).click();
  await expect(text.told).toContainText(`${maple.title} has it now`);
  await page.getByRole('button', { name: `Take back from ${maple.title}` }).click();
  await expect(page.getByRole('button', { name: `Assign to ${maple.title}` })).toBeVisible();

  await page.getByRole('button', { name: 'Retire …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Retire', exact: true }).click();
  await expect(text.state).toHaveText('Retired');
  await page.getByRole('button', { name: 'Start from this one' }).click();
  await expect(text.state).toHaveText('Draft');
});

test('a student reads what a teacher prepared, with the bridge beside it', async ({ page, browser, watch }) => {
  const text = new TextPage(page);
  await text.paste('Boxes of muffins', recipe);
  await text.ideas.getByRole('checkbox').first().check();
  await page.getByRole('group', { name: 'Add a language' }).getByRole('button', { name: /Spanish/ }).click();
  const idea = 'La panadería vende cajas. La [[unit rate]] dice cuánto cuesta una sola caja.';
  await page.getByLabel('The idea', { exact: true }).fill(idea);
  await text.saved();
  await page.getByRole('button', { name: 'Approve …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(text.state).toHaveText('Approved');
  // her Spanish is shown once a reader of Spanish, here herself, has approved exactly this text
  await page.getByRole('button', { name: 'Approve this text' }).click();
  await expect(text.told).toContainText('Approved: students of the classes get it.');
  await page.getByRole('button', { name: `Assign to ${maple.title}` }).click();
  await expect(text.told).toContainText(`${maple.title} has it now`);

  const theirs = await browser.newContext();
  const student = await theirs.newPage();
  watch(student);
  const form = new StudentSignIn(student);
  await form.open();
  await form.signIn(maple.code, ana);
  await student.getByRole('article').filter({ hasText: 'Boxes of muffins' }).getByRole('link').click();
  const read = student.locator('.read-text');
  await expect(read.getByRole('heading', { level: 1 })).toHaveText('Boxes of muffins');
  await expect(read.locator('.read-body .key').first()).toBeVisible();
  const bridge = new Bridge(student);
  await expect(bridge.idea).toContainText('La panadería vende cajas.');
  // a word of the text opens its card
  const card = bridge.card('unit-rate');
  await expect(card.locator('.word-gloss')).toBeHidden();
  await read.getByRole('button', { name: 'unit rate' }).first().click();
  await expect(card.locator('.word-gloss')).toBeVisible();
  await expectAccessible(student, 'a reading');
  await theirs.close();

  await page.getByRole('button', { name: `Take back from ${maple.title}` }).click();
  await expect(page.getByRole('button', { name: `Assign to ${maple.title}` })).toBeVisible();
});

test('the preview shows each level of support and each language', async ({ page }) => {
  const text = new TextPage(page);
  await text.paste('The bakery, seen by students', recipe);
  await text.ideas.getByRole('checkbox').first().check();
  await text.saved();
  await page.getByRole('button', { name: 'Show the preview' }).click();
  const bridge = page.getByRole('group', { name: 'The bridge' });
  await expect(bridge.getByText('The idea in English')).toBeVisible();
  await expect(bridge.locator('.preview-card bdi.term').first()).toBeVisible();
  await page.getByRole('combobox', { name: 'Home language' }).selectOption('ar');
  await expect(bridge.locator('.preview-block[lang="ar"][dir="rtl"]').first()).toBeVisible();
  await expect(bridge.locator('.preview-draft')).toBeVisible();
  await page.getByRole('button', { name: 'On request', exact: true }).click();
  await expect(bridge.getByText('Closed at first; the student opens it.')).toBeVisible();
  await expect(bridge.locator('details.preview-block').first()).not.toHaveAttribute('open');
});

test('what cannot be is refused clearly, and what the bank does not know is said', async ({ page }) => {
  await page.getByRole('link', { name: 'Prepare a text' }).first().click();
  await page.getByRole('button', { name: 'Find terms and ideas' }).click();
  await expect(page.getByText('Give the text a title')).toBeVisible();
  await expect(page.getByLabel('Title')).toBeFocused();
  await page.getByLabel('Title').fill('Nothing of ours');
  await page.getByLabel('Text, in English').fill('word '.repeat(2001));
  await expect(page.getByText('The text has 2001 words; 2000 is the most.')).toBeVisible();
  await page.getByLabel('Text, in English').fill('My cat sleeps. It likes the sun. We sing to it in the morning.');
  await page.getByRole('button', { name: 'Find terms and ideas' }).click();
  await expect(page.getByText('No concept of the bank matches', { exact: true })).toBeVisible();
});

test('unsaved work is kept on leaving, and two pages do not overwrite each other', async ({ page, context, watch }) => {
  const text = new TextPage(page);
  await text.paste('Two pages', recipe);
  await text.saved();
  await text.sentence(2).click();
  await page.getByRole('link', { name: 'Classes', exact: true }).click();
  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Leave' }).click();
  await page.getByRole('heading', { name: 'Your classes' }).waitFor();
  await page.goBack();
  await expect(page.getByText('Your unsaved changes are here again')).toBeVisible();

  const other = await context.newPage();
  watch(other);
  await other.goto(page.url());
  const theirs = new TextPage(other);
  await theirs.sentences.first().waitFor();
  await theirs.sentence(3).click();
  await theirs.saved();
  await other.close();

  await text.save.click();
  const dialog = page.getByRole('dialog', { name: 'Another page saved a newer one' });
  await expect(dialog).toContainText('the key sentences');
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  await page.locator('.save-state', { hasText: 'Everything is saved' }).waitFor();
});

test('the pages are accessible in every theme, and fit a phone', async ({ page }) => {
  const text = new TextPage(page);
  // a word that no other journey has asked for
  await text.paste('Looked at by axe', recipe.replaceAll('muffins', 'croissants'));
  // the list of words that need a card is looked at with something on it
  await page.getByRole('button', { name: /^Ask for a card/ }).first().click();
  await expect(page.getByText('Asked for', { exact: true }).first()).toBeVisible();
  const url = new URL(page.url()).pathname;
  for (const viewport of [undefined, phone]) {
    if (viewport) await page.setViewportSize(viewport);
    for (const path of ['/staff/bridge/texts', '/staff/bridge/texts/new', url]) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      if (path === url) await page.getByRole('button', { name: 'Show the preview' }).click();
      for (const theme of themes) {
        await setTheme(page, theme);
        await expectAccessible(page, `${path}, ${theme}`);
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
    }
  }
});
