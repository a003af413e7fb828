import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { setTheme, type Theme } from '../support/axe.ts';
import { chromebook, phone } from '../support/browser.ts';
import { ana, maple, speaker, teacher } from '../support/demo.ts';
import { Classes } from '../pages/classes.ts';
import { Home } from '../pages/home.ts';
import { Mastery } from '../pages/mastery.ts';
import { Practice } from '../pages/practice.ts';
import { Languages, TextPage } from '../pages/staff-bridge.ts';
import { StaffSignIn } from '../pages/staff-sign-in.ts';
import { StudentSignIn } from '../pages/student-sign-in.ts';
import { settled } from '../support/settled.ts';
import { said } from '../support/words.ts';
import { Trace } from '../pages/trace.ts';

const folder = join(import.meta.dirname, '../../docs/img');

interface Look {
  suffix: string;
  theme: Theme;
  viewport: { width: number; height: number };
}

const looks: Look[] = [
  { suffix: '', theme: 'light', viewport: chromebook },
  { suffix: '-dark', theme: 'dark', viewport: chromebook },
  { suffix: '-phone', theme: 'light', viewport: phone },
];

test.beforeAll(() => mkdirSync(folder, { recursive: true }));

for (const look of looks) {
  test.describe(`pictures${look.suffix}`, () => {
    test.use({ viewport: look.viewport, hasTouch: look.viewport === phone });

    test('of the student', async ({ page }) => {
      const form = new StudentSignIn(page);
      await form.open();
      await setTheme(page, look.theme);
      await take(page, 'sign-in', look);
      await form.signIn(maple.code, ana);
      const home = new Home(page);
      await home.pathway(/./).first().waitFor();
      await take(page, 'student-home', look);
      await home.practise();
      const practice = new Practice(page);
      await practice.untilTyped();
      await expect(practice.bridge.locator('.word').first()).toBeVisible();
      await take(page, 'student-bridge', look);
      await page.getByRole('button', { name: said('close-bridge') }).click();
      await practice.answerWrong();
      await page.getByRole('button', { name: said('hint-button') }).click();
      await take(page, 'student-practice', look);
    });

    test('of the bridge in Arabic', async ({ page }) => {
      const form = new StudentSignIn(page);
      await form.open();
      await setTheme(page, look.theme);
      await form.signIn(maple.code, speaker('ar'));
      const home = new Home(page);
      await home.pathway(/./).first().waitFor();
      await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
      await take(page, 'arabic-home', look);
      await home.practise();
      const practice = new Practice(page);
      await practice.question();
      if (await practice.bridge.isHidden()) await page.locator('.bridge-toggle').click();
      await practice.bridge.locator('.word').first().waitFor();
      await take(page, 'arabic-bridge', look);
      await practice.bridge.locator('.words').scrollIntoViewIfNeeded();
      await take(page, 'arabic-words', look, 'as it stands');
    });

    test('of the bridge for staff', async ({ page }) => {
      const staff = new StaffSignIn(page);
      await staff.open();
      await setTheme(page, look.theme);
      await staff.signIn(teacher);
      const classes = new Classes(page);
      await classes.card(maple.title).waitFor();
      await classes.openMastery(maple.title);
      const id = new URL(page.url()).pathname.split('/')[3];
      const languages = new Languages(page);
      await languages.open();
      await languages.review('Spanish');
      await take(page, 'bridge-review', look);
      await page.goto('/staff/bridge/texts');
      await page.getByRole('heading', { name: 'Your texts', level: 1 }).waitFor();
      const text = new TextPage(page);
      await text.paste('The bakery', bakery);
      await text.ideas.getByRole('checkbox').first().check();
      await text.saved();
      await take(page, 'bridge-text', look);
      await page.goto(`/staff/classes/${id}/bridge`);
      await page.getByRole('table').first().waitFor();
      await take(page, 'bridge-class', look);
      await page.goto(`/staff/bridge/print?class=${id}&language=ar`);
      await page.getByRole('table').first().waitFor();
      await take(page, 'bridge-glossary', look);
    });

    test('of the teacher', async ({ page }) => {
      const staff = new StaffSignIn(page);
      await staff.open();
      await setTheme(page, look.theme);
      await staff.signIn(teacher);
      const classes = new Classes(page);
      await classes.card(maple.title).waitFor();
      await take(page, 'teacher-classes', look);
      await classes.openMastery(maple.title);
      const mastery = new Mastery(page);
      await mastery.live();
      await take(page, 'teacher-mastery', look);
      await mastery.table.getByRole('link', { name: /^\d+% / }).nth(3).click();
      await new Trace(page).steps.first().waitFor();
      await take(page, 'teacher-trace', look);
    });
  });
}

const bakery = `A bakery sells muffins at a unit rate of 3 dollars for each box. The ratio of muffins to boxes is 6 to 1. A unit rate compares a quantity with one unit of another quantity.

Mia has 24 dollars. How many boxes can she buy? Explain how the unit rate helps you to find the answer.`;

/** What is in view, once nothing moves any more. */
async function take(page: Page, name: string, look: Look, from: 'top' | 'as it stands' = 'top'): Promise<void> {
  if (from === 'top') await page.evaluate(() => scrollTo(0, 0));
  await settled(page);
  await page.screenshot({
    path: join(folder, `${name}${look.suffix}.png`),
    animations: 'disabled',
    caret: 'hide',
  });
}
