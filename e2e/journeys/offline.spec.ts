import { expect, test } from '../support/fixtures.ts';
import { classmate, maple } from '../support/demo.ts';
import { Home } from '../pages/home.ts';
import { Practice } from '../pages/practice.ts';
import { StudentSignIn } from '../pages/student-sign-in.ts';
import { saying } from '../support/words.ts';

test.describe('without a network', () => {
  test('practice goes on, and is saved at school when the network is back', async ({
    page,
    context,
  }) => {
    const form = new StudentSignIn(page);
    await form.open();
    await form.signIn(maple.code, classmate(17));
    const home = new Home(page);
    await home.heading.waitFor();
    await home.practise();
    const practice = new Practice(page);
    await practice.answerRight();
    await practice.savedAtSchool();

    await context.setOffline(true);
    for (let answers = 0; answers < 3; answers++) {
      await practice.next();
      await practice.answerRight();
    }
    await expect(practice.saving).toHaveAttribute('data-saving', 'offline');
    await expect(practice.saving).toContainText(saying('offline-idle', 'offline-waiting'));

    const posted = page.waitForResponse((reply) => reply.url().endsWith('/api/v1/responses'));
    await context.setOffline(false);
    expect((await posted).status()).toBe(200);
    await practice.savedAtSchool();
  });

  test('the app opens, with what was answered, after closing the tab', async ({
    page,
    context,
    watch,
  }) => {
    const form = new StudentSignIn(page);
    await form.open();
    await form.signIn(maple.code, classmate(18));
    const home = new Home(page);
    await home.heading.waitFor();
    await home.practise();
    const practice = new Practice(page);
    await practice.answerRight();
    await practice.savedAtSchool();
    // the shell is on the device once the service worker is ready
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await context.setOffline(true);
    await practice.next();
    await practice.answerRight();
    await expect(practice.saving).toHaveAttribute('data-saving', 'offline');
    await page.close();

    const again = await context.newPage();
    watch(again);
    await again.goto('/');
    await expect(new Home(again).heading).toBeVisible();
    await expect(new Home(again).saving).toHaveAttribute('data-saving', 'offline');
    const posted = again.waitForResponse((reply) => reply.url().endsWith('/api/v1/responses'));
    await context.setOffline(false);
    expect((await posted).status()).toBe(200);
    await expect(new Home(again).saving).toHaveAttribute('data-saving', 'school');
  });
});
