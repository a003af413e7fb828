import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { expectAccessible, setTheme, themes } from '../support/axe.ts';
import { classmate, maple, teacher } from '../support/demo.ts';
import { Classes } from '../pages/classes.ts';
import { Home } from '../pages/home.ts';
import { Mastery } from '../pages/mastery.ts';
import { Practice } from '../pages/practice.ts';
import { StaffSignIn } from '../pages/staff-sign-in.ts';
import { StudentSignIn } from '../pages/student-sign-in.ts';
import { Trace } from '../pages/trace.ts';
import { saying } from '../support/words.ts';

test('a teacher picks a skill, and the open practice page gives it next and says why', async ({
  page,
  browser,
  watch,
}) => {
  const someone = classmate(14);
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
  const before = await practice.title.innerText();

  const staff = new StaffSignIn(page);
  await staff.open();
  await staff.signIn(teacher);
  await new Classes(page).openMastery(maple.title);
  const mastery = new Mastery(page);
  await mastery.live();
  // a skill that is not mastered and is not the one at hand: the last such column
  const cells = mastery.cells(someone.name);
  const names = await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label')!));
  const open = names.map((name, at) => ({ name, at })).filter(({ name }) => !/mastered/i.test(name));
  await cells.nth(open.at(-1)!.at).click();
  const trace = new Trace(page);
  await expect(trace.heading).toContainText(someone.name);
  const skill = (await trace.heading.innerText()).split(': ')[1]!;
  expect(skill).not.toBe(before);

  await expect(trace.pin).toHaveText('Practice this next');
  let heard = planWith(student, 1);
  await trace.pin.focus();
  await page.keyboard.press('Enter');
  await expect(trace.pin).toHaveText(/^Stop/);
  await expect(trace.pin).toBeFocused();
  await expect(trace.pinned).toContainText('until it is mastered. Ms. Okafor asked for it');
  for (const theme of themes) {
    await setTheme(page, theme);
    await expectAccessible(page, `a skill that goes first, ${theme}`);
  }

  // the same open page, on which the question that lies there stays
  await heard;
  await expect(practice.title).toHaveText(before);
  await practice.answerRight();
  await practice.next();
  await expect(practice.title).toHaveText(skill);
  await expect(practice.because).toContainText(saying('because-teachers-pick'));

  // it stands when the page is opened anew, and is taken back
  await page.reload();
  await expect(trace.pin).toHaveText(/^Stop/);
  heard = planWith(student, 0);
  await trace.pin.click();
  await expect(trace.pin).toHaveText('Practice this next');
  await heard;
  await practice.answerRight();
  await practice.next();
  await expect(practice.because).not.toContainText(saying('because-teachers-pick'));
  await theirs.close();
});

/** Until the open page has a plan with so many pins; it asks every ten seconds. */
async function planWith(student: Page, pins: number): Promise<void> {
  await student.waitForResponse(
    async (reply) => {
      if (!reply.url().endsWith('/api/v1/plan') || reply.status() !== 200) return false;
      const plan = (await reply.json()) as { pins: string[] };
      return plan.pins.length === pins;
    },
    { timeout: 25_000 },
  );
}
