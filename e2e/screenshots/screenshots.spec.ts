import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { setTheme, type Theme } from '../support/axe.ts';
import { chromebook, phone } from '../support/browser.ts';
import { ana, maple, teacher } from '../support/demo.ts';
import { Classes } from '../pages/classes.ts';
import { Home } from '../pages/home.ts';
import { Mastery } from '../pages/mastery.ts';
import { Practice } from '../pages/practice.ts';
import { StaffSignIn } from '../pages/staff-sign-in.ts';
import { StudentSignIn } from '../pages/student-sign-in.ts';
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

/** What is in view, once nothing moves any more. */
async function take(page: Page, name: string, look: Look): Promise<void> {
  await page.evaluate(async () => {
    scrollTo(0, 0);
    await document.fonts.ready;
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  });
  await page.screenshot({
    path: join(folder, `${name}${look.suffix}.png`),
    animations: 'disabled',
    caret: 'hide',
  });
}
