import { expect, test } from '../support/fixtures.ts';
import { expectAccessible, setTheme, themes } from '../support/axe.ts';
import { phone } from '../support/browser.ts';
import { teacher } from '../support/demo.ts';
import { Library } from '../pages/content.ts';
import { StaffSignIn } from '../pages/staff-sign-in.ts';

test.beforeEach(async ({ page }) => {
  const form = new StaffSignIn(page);
  await form.open();
  await form.signIn(teacher);
  await page.getByRole('heading', { name: 'Your classes' }).waitFor();
  await new Library(page).open();
});

test('the library is narrowed by words and filters, and opened by a row', async ({ page }) => {
  const library = new Library(page);
  const all = await page.getByRole('row').count();
  await library.find.fill('round greatest before');
  await expect(library.row('Round greatest before')).toBeVisible();
  expect(await page.getByRole('row').count()).toBeLessThan(all);
  await page.getByLabel('Kind').selectOption('order');
  await expect(page.getByText('No question fits all of that')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).first().click();
  await library.find.fill('round greatest before');
  await library.row('Round greatest before').getByRole('link').click();
  await expect(page.locator('.example')).toHaveCount(3);
  await page.getByRole('button', { name: 'More examples' }).click();
  await expect(page.locator('.example')).toHaveCount(6);
  await page.getByRole('button', { name: /^Show hint 1/ }).first().click();
  await expect(page.getByRole('button', { name: /^Show hint 2/ })).toBeVisible();
});

test('the skill map is walked by keys, and says the same as a table', async ({ page }) => {
  await page.getByRole('link', { name: 'Skill map' }).click();
  const nodes = page.locator('.map-node');
  await nodes.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(nodes.first()).toHaveAttribute('data-relation', 'before');
  await page.keyboard.press('Enter');
  const panel = page.locator('.skill-panel');
  await expect(panel.getByRole('heading', { level: 2 })).toBeVisible();
  const count = await nodes.count();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(page.locator('.skill-table tbody tr')).toHaveCount(count);
  await panel.getByRole('link', { name: 'See its questions' }).click();
  await expect(page.getByText(/^Only “/)).toBeVisible();
});

test('the pages are accessible in every theme, and fit a phone', async ({ page }) => {
  const pages = ['/staff/content', '/staff/content/map', '/staff/content/attribution', '/staff/content/new', '/staff/content/templates/round-greatest-before'];
  for (const path of pages) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    for (const theme of themes) {
      await setTheme(page, theme);
      await expectAccessible(page, `${path}, ${theme}`);
    }
  }
  await page.setViewportSize(phone);
  for (const path of pages) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, `${path} on a phone`).toBeLessThanOrEqual(phone.width);
  }
});
