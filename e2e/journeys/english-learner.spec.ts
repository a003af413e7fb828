import { expect, test } from '../support/fixtures.ts';
import { ana, maple } from '../support/demo.ts';
import { Home } from '../pages/home.ts';
import { Practice } from '../pages/practice.ts';
import { StudentSignIn } from '../pages/student-sign-in.ts';

test.describe('an English learner', () => {
  test.beforeEach(async ({ page }) => {
    const form = new StudentSignIn(page);
    await form.open();
    await form.signIn(maple.code, ana);
    const home = new Home(page);
    await home.heading.waitFor();
    await home.practise();
  });

  test('has the idea in Spanish beside the English question', async ({ page }) => {
    const practice = new Practice(page);
    await practice.question();
    // emerging: the bridge is open from the start
    await expect(practice.bridge).toBeVisible();
    const stem = await practice.stem.innerHTML();
    await expect(practice.stem).toHaveAttribute('lang', 'en');

    const idea = practice.bridge.locator('section.idea[lang="es"]');
    await expect(idea).toBeVisible();
    await expect(idea).toHaveAttribute('dir', 'ltr');
    const terms = idea.locator('bdi[lang="en"][dir="ltr"]');
    expect(await terms.count()).toBeGreaterThan(0);

    const cards = practice.bridge.locator('.word');
    expect(await cards.count()).toBeGreaterThan(0);
    await expect(cards.first().locator('bdi.word-term')).toHaveAttribute('lang', 'en');
    // a machine's draft is never passed off as a person's
    await expect(practice.bridge.locator('.bridge-draft')).toBeVisible();

    await page.getByRole('button', { name: 'Close the bridge' }).click();
    await expect(practice.bridge).toBeHidden();
    expect(await practice.stem.innerHTML()).toBe(stem);
    await page.getByRole('button', { name: 'Open the bridge' }).click();
    await expect(practice.bridge).toBeVisible();
    expect(await practice.stem.innerHTML()).toBe(stem);
  });

  test('answers with the bridge open, and keeps what is typed while choosing a language', async ({
    page,
  }) => {
    const practice = new Practice(page);
    await practice.untilTyped();
    const given = await practice.rightAnswer();
    await practice.give(given);
    const language = practice.bridge.getByLabel('Language');
    await expect(language).toHaveValue('es');
    if ('text' in given) await expect(practice.answer).toHaveValue(given.text);
    await practice.check();
    await expect(practice.feedback).toContainText('Correct!');
    await practice.savedAtSchool();
  });
});
