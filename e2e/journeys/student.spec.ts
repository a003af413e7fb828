import { expect, test } from '../support/fixtures.ts';
import { ana, classmate, liam, maple } from '../support/demo.ts';
import { Home } from '../pages/home.ts';
import { Practice } from '../pages/practice.ts';
import { StudentSignIn } from '../pages/student-sign-in.ts';

test.describe('a student practises', () => {
  test('with the keyboard alone, from signing in to the next question', async ({ page }) => {
    await new StudentSignIn(page).open();
    const keys = page.keyboard;
    await page.getByLabel('Class code').focus();
    await keys.type('maple 27');
    await keys.press('Tab');
    await keys.type(liam.name);
    await keys.press('Tab');
    await keys.type(liam.pin);
    await keys.press('Enter');

    const home = new Home(page);
    await expect(home.heading).toHaveText(/Liam/);
    const go = page.getByRole('article').first().getByRole('link');
    await go.focus();
    await keys.press('Enter');

    const practice = new Practice(page);
    await practice.untilTyped();
    await expect(practice.because).toHaveText(/^Because /);
    // the answer box has the focus by itself
    await expect(practice.answer).toBeFocused();
    const given = await practice.rightAnswer();
    if (!('text' in given)) throw new Error('a typed answer');
    await keys.type(given.text);
    await keys.press('Enter');
    await expect(practice.feedback).toContainText('Correct!');
    await expect(practice.main).toHaveText('Next question');
    await expect(practice.main).toBeFocused();
    await practice.savedAtSchool();

    const seed = await practice.sheet.getAttribute('data-seed');
    await keys.press('Enter');
    await expect(practice.sheet).not.toHaveAttribute('data-seed', seed!);
  });

  test('with the number pad', async ({ page }) => {
    await signIn(page, liam);
    const practice = new Practice(page);
    await practice.untilTyped();
    const given = await practice.rightAnswer();
    if (!('text' in given)) throw new Error('a typed answer');
    const names: Record<string, string> = {
      '/': 'Fraction bar',
      ' ': 'Space, for a mixed number',
      '.': 'Decimal point',
      '-': 'Minus',
    };
    await practice.pad.getByRole('button', { name: '9', exact: true }).click();
    await practice.pad.getByRole('button', { name: 'Delete' }).click();
    for (const character of given.text) {
      const name = names[character] ?? character;
      await practice.pad.getByRole('button', { name, exact: true }).click();
    }
    await expect(practice.answer).toHaveValue(given.text);
    await practice.check();
    await expect(practice.feedback).toContainText('Correct!');
  });

  test('a wrong answer can be tried again', async ({ page }) => {
    await signIn(page, classmate(0));
    const practice = new Practice(page);
    await practice.untilTyped();
    await practice.answerWrong();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(practice.answer).toBeFocused();
    await practice.answerRight();
  });

  test('what is not a number is told and not counted', async ({ page }) => {
    await signIn(page, classmate(1));
    const practice = new Practice(page);
    await practice.untilTyped();
    await practice.give({ text: 'three' });
    await practice.check();
    await expect(practice.feedback).toContainText('We could not read that');
    await expect(page.getByRole('button', { name: 'Check' })).toBeVisible();
    await practice.answerRight();
  });

  test('hints lead to the worked solution', async ({ page }) => {
    await signIn(page, classmate(2));
    const practice = new Practice(page);
    const { item } = await practice.question();
    for (let hint = 1; hint <= item.hints.length; hint++) {
      await page.getByRole('button', { name: `Hint ${hint} of ${item.hints.length}` }).click();
      await expect(practice.hints).toHaveCount(hint);
    }
    await expect(page.getByRole('button', { name: /^Hint \d/ })).toHaveCount(0);
    if (!(await practice.solution.isVisible())) {
      await page.getByRole('button', { name: 'Show the worked solution' }).click();
    }
    await expect(practice.solution.getByRole('listitem')).toHaveCount(item.solution.length);
  });

  test('sees mastery grow and everything saved', async ({ page, browser }) => {
    await signIn(page, liam);
    const practice = new Practice(page);
    const percent = practice.skill.getByText(/^\d+%$/);
    // a number stands only where there is evidence enough for one
    for (let answers = 0; answers < 8; answers++) {
      await practice.answerRight();
      await expect(practice.feedback).toContainText(/skill|trellis/);
      await practice.savedAtSchool();
      if (await percent.isVisible()) break;
      await practice.next();
    }
    await expect(percent).toBeVisible();
    const grown = (await percent.textContent())!;

    // what is at school is there after signing in on another device
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    const other = await browser.newContext();
    const elsewhere = await other.newPage();
    const form = new StudentSignIn(elsewhere);
    await form.open();
    await form.signIn(maple.code, liam);
    await expect(elsewhere.locator('.plant-state').filter({ hasText: grown }).first()).toBeVisible();
    await other.close();
  });
});

async function signIn(page: import('@playwright/test').Page, who: typeof ana): Promise<void> {
  const form = new StudentSignIn(page);
  await form.open();
  await form.signIn(maple.code, who);
  const home = new Home(page);
  await home.heading.waitFor();
  await home.practise();
}
