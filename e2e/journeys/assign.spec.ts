import { expect, test } from '../support/fixtures.ts';
import { classmate, maple, teacher } from '../support/demo.ts';
import { Classes } from '../pages/classes.ts';
import { Home } from '../pages/home.ts';
import { StaffSignIn } from '../pages/staff-sign-in.ts';
import { StudentSignIn } from '../pages/student-sign-in.ts';

test('a teacher assigns a pathway, and it appears for the student who is signed in', async ({
  page,
  browser,
  watch,
}) => {
  const theirs = await browser.newContext();
  const student = await theirs.newPage();
  watch(student);
  const form = new StudentSignIn(student);
  await form.open();
  await form.signIn(maple.code, classmate(10));
  const home = new Home(student);
  await home.heading.waitFor();
  const before = await student.getByRole('article').count();

  const staff = new StaffSignIn(page);
  await staff.open();
  await staff.signIn(teacher);
  const classes = new Classes(page);
  const assigned = classes.assigned(maple.title);
  await expect(assigned).toHaveCount(before);
  await classes.card(maple.title).getByRole('button', { name: 'Assign a pathway' }).click();
  const dialog = page.getByRole('dialog', { name: 'Assign a pathway' });
  const button = dialog.getByRole('button', { name: /^Assign “/ }).first();
  const title = /“(.+)”/.exec(await button.innerText().then((text) => text.replace(/\s+/g, ' ')))?.[1];
  await button.click();
  await expect(dialog).toBeHidden();
  await expect(assigned.filter({ hasText: title! })).toBeVisible();

  // the same server, the same session, the same open page: it asks for its plan every ten seconds
  await expect(home.pathway(title!)).toBeVisible({ timeout: 25_000 });
  await home.practise(title!);
  await expect(student.locator('form.sheet')).toBeVisible();
  await theirs.close();
});
