import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { expectAccessible, setTheme, themes } from '../support/axe.ts';
import { phone } from '../support/browser.ts';
import { teacher } from '../support/demo.ts';
import { Languages, Review } from '../pages/staff-bridge.ts';
import { StaffSignIn } from '../pages/staff-sign-in.ts';

test.beforeEach(async ({ page }) => {
  const form = new StaffSignIn(page);
  await form.open();
  await form.signIn(teacher);
  await page.getByRole('heading', { name: 'Your classes' }).waitFor();
});

async function open(page: Page, language: string): Promise<Review> {
  const languages = new Languages(page);
  await languages.open();
  return languages.review(language);
}

test('a reader approves a screen only after reading all of it', async ({ page }) => {
  const languages = new Languages(page);
  await languages.open();
  await expect(page.getByText('Every text here is a machine draft until')).toBeVisible();
  await expect(languages.card('Spanish')).toContainText('You read this language');
  const review = await languages.review('Spanish');
  await expect(review.texts).toHaveCount(8);
  await expect(review.texts.first().locator('.tongue[lang="en"]').first()).toBeVisible();
  await expect(review.texts.first().locator('.tongue[lang="es"]').first()).toBeVisible();

  // a jump to the end is not reading: what lies between was never before the eyes
  await review.approveScreen.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await expect(review.why).toContainText('You have not scrolled through');
  await expect(review.approveScreen).toHaveAttribute('aria-disabled', 'true');
  for (const barred of [review.read, review.approveScreen]) {
    await barred.evaluate((element) => (element as HTMLElement).click());
  }
  await expect(review.read).not.toBeChecked();
  await expect(review.told).toBeEmpty();

  await review.scrollThrough();
  await expect(review.why).toContainText('Tick the box');
  await expect(review.approveScreen).toHaveAttribute('aria-disabled', 'true');
  await review.read.check();
  await expect(review.why).toContainText('8 texts will be recorded as approved by you');
  await review.approveScreen.click();
  await expect(review.told).toContainText('8 texts are approved');
  for (const text of await review.texts.all()) await expect(review.state(text)).toHaveText('Approved');
  await expect(review.texts.first().locator('.pair-state')).toContainText('By Ms. Okafor');
  await expect(review.read).not.toBeChecked();

  await page.reload();
  await review.texts.first().waitFor();
  await review.show(/^Approved/);
  await expect(review.texts).toHaveCount(8);
});

test('one text is approved, another returned with a reason', async ({ page }) => {
  const review = await open(page, 'Spanish');
  await page.getByRole('searchbox', { name: 'Find' }).fill('denominator');
  await page.getByLabel('Kind').selectOption('term');
  const text = review.texts.first();
  await expect(text).toContainText(/denominator/i);
  await text.getByRole('button', { name: /^Approve/ }).click();
  await expect(review.state(text)).toHaveText('Approved');
  await expect(text.getByRole('heading', { level: 2 })).toBeFocused();

  await text.getByRole('button', { name: /^Return/ }).click();
  await text.getByRole('button', { name: 'Return it' }).click();
  await expect(text.getByText('Write a word or two')).toBeVisible();
  await text.getByLabel('What should change?').fill('Too stiff for a child.');
  await text.getByRole('button', { name: 'Return it' }).click();
  await expect(review.state(text)).toHaveText('Returned');
  await expect(text).toContainText('“Too stiff for a child.”');
});

test('a text that changed meanwhile is shown anew, and nothing is recorded', async ({ page }) => {
  let first = true;
  await page.route(/\/bridge\/languages\/es\/texts/, async (route) => {
    const reply = await route.fetch();
    const json = await reply.json();
    // the reader's page holds an older version of the first text
    if (first) json.texts[0].sha256 = '0'.repeat(64);
    first = false;
    await route.fulfill({ response: reply, json });
  });
  const review = await open(page, 'Spanish');
  const text = review.texts.first();
  await text.getByRole('button', { name: /^Approve/ }).click();
  await expect(review.told).toContainText('changed while you read. Nothing was recorded.');
  await expect(text).toContainText('This text changed while you were reading');
  await expect(review.state(text)).toHaveText('Draft');
  await text.getByRole('button', { name: /^Approve/ }).click();
  await expect(review.state(text)).toHaveText('Approved');
});

test('who does not read a language can look, and is told who approves', async ({ page }) => {
  const review = await open(page, 'Arabic');
  await expect(page.getByText('You can look, not approve')).toBeVisible();
  await expect(page.getByText('trellis user reader --username NAME --language ar')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Approve / })).toHaveCount(0);
  await page.getByLabel('Kind').selectOption('skill');
  const home = review.texts.first().locator('.tongue[lang="ar"]').first();
  await expect(home).toHaveAttribute('dir', 'rtl');
  const terms = home.locator('bdi.term');
  await expect(terms.first()).toHaveAttribute('lang', 'en');
  await expect(terms.first()).toHaveAttribute('dir', 'ltr');
});

test('the pages are accessible in every theme, and fit a phone', async ({ page }) => {
  const pages = ['/staff/bridge', '/staff/bridge/review/es', '/staff/bridge/review/ar'];
  for (const viewport of [undefined, phone]) {
    if (viewport) await page.setViewportSize(viewport);
    for (const path of pages) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('.language, .pair').first().waitFor();
      for (const theme of themes) {
        await setTheme(page, theme);
        await expectAccessible(page, `${path}, ${theme}`);
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
    }
  }
});
