import { expect, test } from '../support/fixtures.ts';
import { district, teacher } from '../support/demo.ts';
import { Editor, Library } from '../pages/content.ts';
import { StaffSignIn } from '../pages/staff-sign-in.ts';
import type { Page } from '@playwright/test';

async function signIn(page: Page, who: { username: string; password: string }): Promise<Library> {
  const form = new StaffSignIn(page);
  await form.open();
  await form.signIn(who);
  await page.getByRole('heading', { name: 'Your classes' }).waitFor();
  const library = new Library(page);
  await library.open();
  return library;
}

const colleague = () => district().teachers.find((each) => each.username !== teacher.username)!;

test('one teacher writes a question, another approves and publishes it', async ({ page, browser, watch }) => {
  const library = await signIn(page, teacher);
  const editor = new Editor(page);
  await editor.open();
  await editor.writeSum('Journey pens');

  // the examples follow what is typed, without a press
  await expect(editor.side.getByText(/Rosa has/).first()).toBeVisible();
  await expect(editor.side.locator('.example')).toHaveCount(3);
  await editor.save.click();
  await expect(editor.state).toHaveText('Saved');
  await expect(editor.side.getByText(/to mend/)).toHaveCount(0);

  await page.getByRole('link', { name: /To its page/ }).click();
  await expect(page.getByRole('heading', { name: 'Journey pens', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Submit for review' }).click();
  const asking = page.getByRole('dialog');
  await asking.getByLabel(/Note/).fill('For next week.');
  await asking.getByRole('button', { name: 'Submit for review' }).click();
  await expect(page.getByText('It waits for another teacher')).toBeVisible();

  // its author cannot approve it, and is told why
  const own = page.getByRole('button', { name: 'Approve' });
  await expect(own).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText(/Someone who did not write it/)).toBeVisible();

  const theirs = await browser.newContext();
  const other = await theirs.newPage();
  watch(other);
  const shelf = await signIn(other, colleague());
  await expect(shelf.queue.getByRole('link', { name: 'Journey pens' })).toBeVisible();
  await shelf.queue.getByRole('link', { name: 'Journey pens' }).click();
  await other.getByRole('button', { name: 'History' }).click();
  await expect(other.getByText('For next week.')).toBeVisible();
  await other.getByRole('button', { name: 'Approve' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await expect(other.getByText('It can be published now.')).toBeVisible();
  await other.getByRole('button', { name: 'Publish' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(other.getByText(/Students meet it from their next question/)).toBeVisible();
  await expect(other.locator('[aria-current="step"]')).toContainText('Live');
  await theirs.close();

  await library.open();
  await library.find.fill('journey pens');
  await expect(library.row('Journey pens')).toContainText('Live');
});

test('a draft is returned with a note, and a newer save is not overwritten unseen', async ({ page, browser, watch }) => {
  await signIn(page, teacher);
  const mine = new Editor(page);
  await mine.open();
  await mine.writeSum('Journey caps');
  await mine.save.click();
  await expect(mine.state).toHaveText('Saved');

  const theirs = await browser.newContext();
  const other = await theirs.newPage();
  watch(other);
  const shelf = await signIn(other, colleague());
  await shelf.find.fill('journey caps');
  await shelf.row('Journey caps').getByRole('link').click();
  await other.getByRole('link', { name: /^Edit/ }).click();
  const theirEditor = new Editor(other);
  await theirEditor.field('Question').fill('Rosa has ${a}$ caps and buys ${b}$ more. How many caps now?');
  await theirEditor.save.click();
  await expect(theirEditor.state).toHaveText('Saved');

  await mine.field('Source').fill('Trellis journeys, mine');
  await mine.save.click();
  const dialog = page.getByRole('dialog', { name: /saved a newer one/ });
  await expect(dialog.locator('del', { hasText: 'caps' }).first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Take theirs' }).click();
  await expect(mine.field('Question')).toHaveValue(/caps now/);

  await page.getByRole('link', { name: /To its page/ }).click();
  await page.getByRole('button', { name: 'Submit for review' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Submit for review' }).click();
  await expect(page.getByText('It waits for another teacher')).toBeVisible();
  await page.getByRole('button', { name: 'Return with a note' }).click();
  const asking = page.getByRole('dialog');
  await asking.getByRole('button', { name: 'Return with a note' }).click();
  await expect(asking.getByText('Write a word or two')).toBeVisible();
  await asking.getByLabel('What should change?').fill('Say whose caps.');
  await asking.getByRole('button', { name: 'Return with a note' }).click();
  await expect(page.getByText('Returned to its author.')).toBeVisible();
  await theirs.close();
});

test('typed work is not left behind unasked, and is there again', async ({ page }) => {
  await signIn(page, teacher);
  const editor = new Editor(page);
  await editor.open();
  await editor.field('Question').fill('What is ${a} + 1$?');
  await page.getByRole('link', { name: 'Back' }).click();
  const asking = page.getByRole('dialog', { name: 'Leave without saving?' });
  await asking.getByRole('button', { name: 'Leave' }).click();
  await new Library(page).heading.waitFor();
  await editor.open();
  await expect(editor.field('Question')).toHaveValue('What is ${a} + 1$?');
  await expect(page.getByText('Your unsaved changes are here again')).toBeVisible();
});
