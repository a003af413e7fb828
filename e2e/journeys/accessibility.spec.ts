import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { expectAccessible, setTheme, themes } from '../support/axe.ts';
import { phone } from '../support/browser.ts';
import { ana, maple, teacher } from '../support/demo.ts';
import { Classes } from '../pages/classes.ts';
import { Home } from '../pages/home.ts';
import { Mastery } from '../pages/mastery.ts';
import { Practice } from '../pages/practice.ts';
import { StaffSignIn } from '../pages/staff-sign-in.ts';
import { StudentSignIn } from '../pages/student-sign-in.ts';
import { said } from '../support/words.ts';
import { Trace } from '../pages/trace.ts';

for (const [screen, viewport] of [['Chromebook', undefined], ['phone', phone]] as const) {
  test.describe(`axe finds nothing on a ${screen}`, () => {
    if (viewport) test.use({ viewport, hasTouch: true });

    test("on the student's pages", async ({ page }) => {
      const form = new StudentSignIn(page);
      await form.open();
      await inEachTheme(page, 'the student sign-in');
      await form.submit.click();
      await inEachTheme(page, 'the student sign-in with errors');
      await form.signIn(maple.code, ana);
      const home = new Home(page);
      await home.heading.waitFor();
      await home.pathway(/./).first().waitFor();
      await inEachTheme(page, 'the home page');
      await home.practise();
      const practice = new Practice(page);
      await practice.question();
      await expect(practice.bridge).toBeVisible();
      await inEachTheme(page, 'practice with the bridge open');
      await practice.answerWrong();
      await page.getByRole('button', { name: said('hint-button') }).click();
      await inEachTheme(page, 'practice with a wrong answer and a hint');
    });

    test("on the teacher's pages", async ({ page }) => {
      const staff = new StaffSignIn(page);
      await staff.open();
      await inEachTheme(page, 'the staff sign-in');
      await staff.signIn(teacher);
      const classes = new Classes(page);
      await classes.card(maple.title).waitFor();
      await inEachTheme(page, 'the classes');
      await classes.card(maple.title).getByRole('button', { name: 'Assign a pathway' }).click();
      await page.getByRole('dialog').waitFor();
      await inEachTheme(page, 'the pathways to assign');
      await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
      await classes.openMastery(maple.title);
      const mastery = new Mastery(page);
      await mastery.live();
      await inEachTheme(page, 'the class table');
      await mastery.table.getByRole('link', { name: /^\d+% / }).first().click();
      await new Trace(page).steps.first().waitFor();
      await inEachTheme(page, 'the responses behind an estimate');
    });
  });
}

test.describe('the page', () => {
  test.use({ viewport: phone, hasTouch: true });

  test('does not scroll sideways on a phone', async ({ page }) => {
    const form = new StudentSignIn(page);
    await form.open();
    await expectNoSidewaysScroll(page);
    await form.signIn(maple.code, ana);
    const home = new Home(page);
    await home.pathway(/./).first().waitFor();
    await expectNoSidewaysScroll(page);
    await home.practise();
    await new Practice(page).question();
    await expectNoSidewaysScroll(page);
  });
});

async function inEachTheme(page: Page, where: string): Promise<void> {
  for (const theme of themes) {
    await setTheme(page, theme);
    await expectAccessible(page, `${where}, ${theme}`);
  }
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider).toBe(0);
}
