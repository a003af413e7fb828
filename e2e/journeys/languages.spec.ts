import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { expectAccessible, setTheme } from '../support/axe.ts';
import { phone } from '../support/browser.ts';
import { maple, speaker, type Student } from '../support/demo.ts';
import { Home } from '../pages/home.ts';
import { Practice } from '../pages/practice.ts';
import { StudentSignIn } from '../pages/student-sign-in.ts';
import { word } from '../support/words.ts';

async function arrive(page: Page, who: Student): Promise<Practice> {
  const form = new StudentSignIn(page);
  await form.open();
  await form.signIn(maple.code, who);
  const home = new Home(page);
  await home.heading.waitFor();
  await home.practise();
  const practice = new Practice(page);
  await practice.question();
  return practice;
}

const language = (page: Page) => page.locator('#language');

test('a language chosen before signing in is spoken at once, and stays', async ({ page }) => {
  const form = new StudentSignIn(page);
  await form.open();
  await language(page).selectOption('vi');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(word('sign-in-title', 'vi'));
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(word('sign-in-title', 'vi'));
  await expect(language(page)).toHaveValue('vi');
});

test('the language is changed in the middle of a question, and nothing typed is lost', async ({ page }) => {
  const practice = await arrive(page, speaker('es'));
  await practice.untilTyped();
  const { template, seed } = await practice.question();
  const given = await practice.rightAnswer();
  await practice.give(given);
  for (const tag of ['ar', 'zh-Hans', '', 'es']) {
    const shown = tag || 'en';
    await language(page).focus();
    await language(page).selectOption(tag);
    await expect(page.locator('html')).toHaveAttribute('lang', shown);
    await expect(practice.main).toHaveText(word('check', shown));
    await expect(practice.sheet).toHaveAttribute('data-template', template);
    await expect(practice.sheet).toHaveAttribute('data-seed', `${seed}`);
    if ('text' in given) await expect(practice.answer).toHaveValue(given.text);
    // the keyboard stays where the choice was made
    await expect(language(page)).toBeFocused();
  }
  await practice.check();
  await expect(practice.feedback).toContainText(word('correct', 'es'));
});

test('in Arabic the page runs from right to left, mathematics and English from left to right', async ({ page }) => {
  const practice = await arrive(page, speaker('ar'));
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await expect(practice.main).toHaveText(word('check', 'ar'));
  const direction = (selector: string) =>
    page.locator(selector).evaluateAll((all) => all.map((each) => getComputedStyle(each).direction));
  for (const selector of ['.stem', '.sheet math', '.sheet-entry > *']) {
    expect(new Set(await direction(selector)), selector).not.toContain('rtl');
  }
  if (await practice.bridge.isHidden()) await page.locator('.bridge-toggle').click();
  const home = practice.bridge.locator('[lang="ar"][dir="rtl"]').first();
  await expect(home).toBeVisible();
  const terms = practice.bridge.locator('[lang="ar"] bdi[lang="en"]');
  expect(await terms.count()).toBeGreaterThan(0);
  expect(new Set(await direction('#bridge [lang="ar"] bdi[lang="en"]'))).toEqual(new Set(['ltr']));
  // the answer is given and saved all the same
  await practice.answerRight();
  await practice.savedAtSchool();
});

for (const tag of ['es', 'ar']) {
  for (const [screen, viewport] of [['Chromebook', undefined], ['phone', phone]] as const) {
    test.describe(`${tag} on a ${screen}`, () => {
      if (viewport) test.use({ viewport, hasTouch: true });

      test('axe finds nothing', async ({ page }) => {
        test.slow();
        const form = new StudentSignIn(page);
        await form.open();
        await language(page).selectOption(tag);
        await expect(page.locator('html')).toHaveAttribute('lang', tag);
        await expectAccessible(page, `sign-in in ${tag}`);
        await form.signIn(maple.code, speaker(tag));
        const home = new Home(page);
        await home.heading.waitFor();
        await expectAccessible(page, `home in ${tag}`);
        await home.practise();
        const practice = new Practice(page);
        await practice.question();
        if (await practice.bridge.isHidden()) await page.locator('.bridge-toggle').click();
        await expect(practice.bridge.locator(`[lang="${tag}"]`).first()).toBeVisible();
        await everyTheme(page, `practice with the bridge in ${tag}`);
      });
    });
  }
}

test('reading settings change the text, last, and go back', async ({ page }) => {
  const form = new StudentSignIn(page);
  await form.open();
  const size = () => page.locator('html').evaluate((root) => parseFloat(getComputedStyle(root).fontSize));
  const before = await size();
  await page.locator('#reading-button').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: word('setting-most') }).first().check();
  await dialog.getByRole('checkbox', { name: word('line-focus') }).check();
  expect(await size()).toBeGreaterThan(before * 1.2);
  await expectAccessible(page, 'reading settings');
  await dialog.getByRole('button', { name: word('close-settings'), exact: true }).click();
  await expect(page.locator('#reading-button')).toBeFocused();
  await page.reload();
  await form.code.waitFor();
  expect(await size()).toBeGreaterThan(before * 1.2);
  await page.locator('#reading-button').click();
  await dialog.getByRole('button', { name: word('setting-reset') }).click();
  expect(await size()).toBe(before);
  await expect(page.locator('html')).not.toHaveAttribute('data-focus', '1');
});

async function everyTheme(page: Page, where: string): Promise<void> {
  // high contrast differs in colors only, which the English journeys look at
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme);
    await expectAccessible(page, `${where}, ${theme}`);
  }
}
