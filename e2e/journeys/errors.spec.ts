import { expect, test } from '../support/fixtures.ts';
import { classmate, maple, teacher } from '../support/demo.ts';
import { Classes } from '../pages/classes.ts';
import { Home } from '../pages/home.ts';
import { Practice } from '../pages/practice.ts';
import { StaffSignIn } from '../pages/staff-sign-in.ts';
import { StudentSignIn } from '../pages/student-sign-in.ts';
import { said } from '../support/words.ts';

test.describe('when something is wrong, it is said and nothing is lost', () => {
  test('a wrong PIN', async ({ page }) => {
    const form = new StudentSignIn(page);
    await form.open();
    const someone = classmate(14);
    await form.signIn(maple.code, { ...someone, pin: '9999' });
    await expect(form.problem).toContainText('do not go together');
    await expect(form.code).toHaveValue(maple.code);
    await form.signIn(maple.code, someone);
    await expect(new Home(page).heading).toBeVisible();
  });

  test('an empty form names the field and puts the focus there', async ({ page }) => {
    const form = new StudentSignIn(page);
    await form.open();
    await form.submit.click();
    await expect(form.code).toBeFocused();
    await expect(form.code).toHaveAttribute('aria-invalid', 'true');
  });

  test('a wrong password', async ({ page }) => {
    const form = new StaffSignIn(page);
    await form.open();
    await form.signIn({ ...teacher, password: 'not the password' });
    await expect(form.problem).not.toBeEmpty();
    await expect(form.username).toHaveValue(teacher.username);
  });

  test('a session that ends in the middle of a question', async ({ page, context }) => {
    const someone = classmate(15);
    const form = new StudentSignIn(page);
    await form.open();
    await form.signIn(maple.code, someone);
    const home = new Home(page);
    await home.heading.waitFor();
    await home.practise();
    const practice = new Practice(page);
    const { seed } = await practice.question();
    await context.clearCookies();
    await practice.answerRight();
    const dialog = page.getByRole('dialog', { name: said('sign-in-again-title') });
    await expect(dialog).toBeVisible();
    await new StudentSignIn(page, dialog).signIn(maple.code, someone);
    await expect(dialog).toBeHidden();
    // the very question, and its answer at school
    await expect(practice.sheet).toHaveAttribute('data-seed', `${seed}`);
    await practice.savedAtSchool();
  });

  test("a teacher's session that has ended leads back to the page", async ({ page, context }) => {
    const staff = new StaffSignIn(page);
    await staff.open();
    await staff.signIn(teacher);
    const classes = new Classes(page);
    await classes.openMastery(maple.title);
    await page.getByRole('table').waitFor();
    const address = page.url();
    await context.clearCookies();
    await page.reload();
    await expect(staff.heading).toBeVisible();
    await staff.signIn(teacher);
    await expect(page.getByRole('table')).toBeVisible();
    expect(page.url()).toBe(address);
  });

  test('an address that is not there', async ({ page }) => {
    await page.goto('/no/such/page');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});
