import { expect, test } from '../support/fixtures.ts';
import { expectAccessible, setTheme, themes } from '../support/axe.ts';
import { phone } from '../support/browser.ts';
import { ana, maple, teacher } from '../support/demo.ts';
import { Classes } from '../pages/classes.ts';
import { StaffSignIn } from '../pages/staff-sign-in.ts';

test.beforeEach(async ({ page }) => {
  const form = new StaffSignIn(page);
  await form.open();
  await form.signIn(teacher);
  await new Classes(page).openMastery(maple.title);
  await page.getByRole('link', { name: 'Words and the bridge' }).click();
  await page.getByRole('table', { name: /^Words of the class/ }).waitFor();
});

test('the words of a class are told, and sorted by any number', async ({ page }) => {
  const words = page.getByRole('table', { name: /^Words of the class/ });
  const met = words.getByRole('columnheader', { name: 'Met' });
  await met.getByRole('button').click();
  await expect(met).toHaveAttribute('aria-sort', 'descending');
  const numbers = async () =>
    (await words.locator('tbody tr td:nth-of-type(1)').allTextContents()).map((text) => parseInt(text));
  const down = await numbers();
  expect(down).toEqual([...down].sort((a, b) => b - a));
  await met.getByRole('button').click();
  await expect(met).toHaveAttribute('aria-sort', 'ascending');
  const up = await numbers();
  expect(up).toEqual([...up].sort((a, b) => a - b));
  expect(up.length).toBeGreaterThan(0);
});

test("a teacher's word on support holds for a student, and for a skill", async ({ page }) => {
  const level = page.getByLabel(`Level of support of ${ana.name}`);
  const before = await level.inputValue();
  const wanted = before === 'bridging' ? 'expanding' : 'bridging';
  await level.selectOption(wanted);
  await expect(page.locator('.review-told')).toContainText(`${ana.name}: `);
  await page.reload();
  await expect(level).toHaveValue(wanted);
  await level.selectOption(before);

  const row = page.getByRole('row').filter({ has: level });
  await row.getByRole('button', { name: /^Set for a skill/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Skill').selectOption({ index: 1 });
  await dialog.getByLabel('Level').selectOption('emerging');
  await dialog.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(dialog.getByText('Emerging', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: /^Take back/ }).click();
  await expect(dialog.getByRole('button', { name: /^Take back/ })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(row.getByRole('button', { name: /^Set for a skill/ })).toBeFocused();
});

test('a student’s own sentences can be read', async ({ page }) => {
  const row = page.getByRole('row').filter({ has: page.getByLabel(`Level of support of ${ana.name}`) });
  await row.getByText(/^\d+ sentence/).click();
  await expect(row.locator('.own-sentence').first()).toBeVisible();
});

test('a glossary is printed with its frames, and says what nobody reviewed', async ({ page }) => {
  await page.getByRole('link', { name: 'Print a glossary' }).click();
  await expect(page.locator('.sheet-paper')).toBeVisible();
  await expect(page.locator('.sheet-note')).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Home language' }).selectOption('es');
  const paper = page.locator('.sheet-paper');
  await expect(paper.locator('.sheet-note')).toContainText('Not reviewed by a person.');
  await expect(paper.getByRole('table', { name: 'Words' })).toBeVisible();
  await expect(paper.getByRole('columnheader', { name: 'Spanish' })).toBeVisible();
  await expect(paper.locator('.sheet-frame').first()).toContainText('Say it:');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.top-bar')).toBeHidden();
  await expect(page.locator('.print-choose')).toBeHidden();
  await expect(page.locator('.section-nav')).toBeHidden();
  await expect(paper).toBeVisible();
});

test('the pages are accessible in every theme, and fit a phone', async ({ page }) => {
  const url = new URL(page.url()).pathname;
  const print = `/staff/bridge/print?class=${url.split('/')[3]}&language=ar`;
  for (const viewport of [undefined, phone]) {
    if (viewport) await page.setViewportSize(viewport);
    for (const path of [url, print]) {
      await page.goto(path);
      await page.getByRole('table').first().waitFor();
      for (const theme of themes) {
        await setTheme(page, theme);
        await expectAccessible(page, `${path}, ${theme}`);
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
    }
  }
});
