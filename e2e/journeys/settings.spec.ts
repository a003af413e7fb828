import { expect, test } from '../support/fixtures.ts';
import { expectAccessible, setTheme, themes } from '../support/axe.ts';
import { maple, teacher } from '../support/demo.ts';
import { Classes } from '../pages/classes.ts';
import { Mastery } from '../pages/mastery.ts';
import { StaffSignIn } from '../pages/staff-sign-in.ts';

test('a teacher changes when a skill is mastered, with the keyboard, and the table follows', async ({
  page,
}) => {
  const staff = new StaffSignIn(page);
  await staff.open();
  await staff.signIn(teacher);
  await new Classes(page).openMastery(maple.title);
  const mastery = new Mastery(page);
  await mastery.live();
  const mastered = mastery.table.locator('a.cell:is([data-level="mastered"], [data-level="bridged"])');
  const before = await mastered.count();
  await expect(mastery.legend).toContainText('95% or more');

  const opener = page.getByRole('button', { name: 'Practice settings' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Practice settings' });
  const threshold = dialog.getByRole('slider', { name: 'When is a skill mastered?' });
  const target = dialog.getByRole('slider', { name: 'How hard should questions be?' });
  await expect(threshold).toHaveAttribute('aria-valuetext', '95% sure, the default');
  await expect(target).toHaveAttribute('aria-valuetext', '75 of 100 right, the default');
  for (const theme of themes) {
    await setTheme(page, theme);
    await expectAccessible(page, `the practice settings, ${theme}`);
  }

  await threshold.focus();
  await page.keyboard.press('Home');
  await expect(threshold).toHaveAttribute('aria-valuetext', '80% sure');
  await target.focus();
  await page.keyboard.press('ArrowRight');
  await expect(target).toHaveAttribute('aria-valuetext', '76 of 100 right');
  const kept = page.waitForResponse((reply) => reply.url().endsWith('/settings') && reply.status() === 204);
  await page.keyboard.press('Enter');
  await kept;
  await expect(dialog.getByRole('status')).toContainText('Saved');
  await expectAccessible(page, 'the practice settings, saved');

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  await expect(mastery.legend).toContainText('80% or more');
  await expect.poll(() => mastered.count()).toBeGreaterThan(before);

  // it stands for the next visit; the defaults are one press away
  await page.reload();
  await mastery.live();
  await opener.click();
  await expect(threshold).toHaveAttribute('aria-valuetext', '80% sure');
  await dialog.getByRole('button', { name: 'Use defaults' }).click();
  await expect(threshold).toHaveAttribute('aria-valuetext', '95% sure, the default');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('status')).toContainText('Saved');
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => mastered.count()).toBe(before);
});
