import { expect, test } from '../support/fixtures.ts';
import { classmate, maple, teacher } from '../support/demo.ts';
import { Classes } from '../pages/classes.ts';
import { Home } from '../pages/home.ts';
import { Mastery } from '../pages/mastery.ts';
import { Practice } from '../pages/practice.ts';
import { StaffSignIn } from '../pages/staff-sign-in.ts';
import { StudentSignIn } from '../pages/student-sign-in.ts';
import { Trace } from '../pages/trace.ts';

/** From the acknowledgement of an answer to its cell (the promise). */
const WITHIN_MS = 1_000;

test.describe('a teacher watches her class', () => {
  test.beforeEach(async ({ page }) => {
    const staff = new StaffSignIn(page);
    await staff.open();
    await staff.signIn(teacher);
    await new Classes(page).openMastery(maple.title);
    await new Mastery(page).live();
  });

  test('an answer in another browser shows within a second', async ({ page, browser, watch }) => {
    const someone = classmate(12);
    const theirs = await browser.newContext();
    const student = await theirs.newPage();
    watch(student);
    const form = new StudentSignIn(student);
    await form.open();
    await form.signIn(maple.code, someone);
    const home = new Home(student);
    await home.heading.waitFor();
    await home.practise();
    const practice = new Practice(student);
    await practice.question();

    const mastery = new Mastery(page);
    const row = mastery.row(someone.name);
    await row.scrollIntoViewIfNeeded();
    // When the row changes, on the teacher's page; both pages share this machine's clock.
    const changed = row.evaluate(
      (element) =>
        new Promise<number>((resolve) => {
          const watcher = new MutationObserver(() => resolve(Date.now()));
          watcher.observe(element, { subtree: true, childList: true, characterData: true });
        }),
    );
    await practice.give(await practice.rightAnswer());
    const acknowledged = student
      .waitForResponse((reply) => reply.url().endsWith('/api/v1/responses') && reply.ok())
      .then(() => Date.now());
    await practice.check();
    const took = (await changed) - (await acknowledged);
    console.log(`the cell changed ${took} ms after the acknowledgement`);
    expect(took).toBeLessThan(WITHIN_MS);
    await theirs.close();
  });

  test('a cell leads to the responses behind it', async ({ page }) => {
    const mastery = new Mastery(page);
    const cell = mastery.table.getByRole('link', { name: /^\d+% .+ \(\d+ questions?\)/ }).first();
    const name = (await cell.getAttribute('aria-label'))!;
    const [, student] = /: (.+), /.exec(name)!;
    await cell.click();
    const trace = new Trace(page);
    await expect(trace.heading).toContainText(student!);
    expect(await trace.steps.count()).toBeGreaterThan(0);
    // those that count say from where to where the estimate moved
    await expect(trace.counted.first()).toContainText(/Estimate from .+ to .+/);
    await page.getByRole('link', { name: 'Back to the class' }).click();
    await mastery.table.waitFor();
  });

  test('each cell is a number, a word and a symbol', async ({ page }) => {
    const mastery = new Mastery(page);
    const cells = mastery.table.locator('a.cell');
    const told = await cells.evaluateAll((all) =>
      all.map((cell) => ({
        number: cell.querySelector('.cell-number')?.textContent ?? '',
        word: cell.querySelector('.cell-word')?.textContent ?? '',
        symbol: cell.querySelector('svg') !== null,
      })),
    );
    expect(told.length).toBeGreaterThan(150);
    for (const { number, word, symbol } of told) {
      expect(number).toMatch(/^(\d+%|–)$/);
      expect(word).not.toBe('');
      expect(symbol).toBe(true);
    }
  });

  test('arrow keys walk the table and Enter opens a cell', async ({ page }) => {
    const mastery = new Mastery(page);
    const first = mastery.table.locator('a.cell[tabindex="0"]');
    await first.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('#cell-1-1')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/students\/.+\/skills\//);
  });
});
