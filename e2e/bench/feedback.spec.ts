import { writeFileSync } from 'node:fs';
import { expect, test } from '../support/fixtures.ts';
import { classmate, maple } from '../support/demo.ts';
import { Home } from '../pages/home.ts';
import { Practice } from '../pages/practice.ts';
import { StudentSignIn } from '../pages/student-sign-in.ts';

/** How much slower than this machine: a phone as Lighthouse takes it, and a cheap Chromebook. */
const RATES = [4, 10];
const ANSWERS = 15;

declare global {
  interface Window {
    feedbackPainted?: Promise<number>;
  }
}

test('from Check to painted feedback', async ({ page, context }) => {
  const form = new StudentSignIn(page);
  await form.open();
  await form.signIn(maple.code, classmate(0));
  const home = new Home(page);
  await home.heading.waitFor();
  await home.practise();
  const practice = new Practice(page);
  await practice.untilTyped();

  const throttle = await context.newCDPSession(page);
  const told: Record<string, { median_ms: number; p95_ms: number; answers: number }> = {};
  for (const rate of RATES) {
    const times: number[] = [];
    // Wrong answers keep the question, so that the same work is measured each time; half of them
    // are the first attempt's, none goes on to another page.
    for (let n = 0; n < ANSWERS; n++) {
      await practice.give({ text: `${1_000 + n}` });
      await throttle.send('Emulation.setCPUThrottlingRate', { rate });
      await page.evaluate(watchFeedback);
      await practice.main.click();
      times.push(await page.evaluate(() => window.feedbackPainted!));
      await throttle.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      await expect(practice.feedback).toContainText('Not yet');
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(practice.answer).toBeFocused();
    }
    times.sort((one, other) => one - other);
    const at = (share: number) => times[Math.round((times.length - 1) * share)]!;
    told[rate] = { median_ms: at(0.5), p95_ms: at(0.95), answers: times.length };
  }
  console.log(JSON.stringify(told));
  const out = process.env.TRELLIS_BENCH_OUT;
  if (out) writeFileSync(out, JSON.stringify(told));
});

/** In the page: from the press's own time stamp to the frame after the one with the feedback. */
function watchFeedback(): void {
  window.feedbackPainted = new Promise((resolve) => {
    let pressed = 0;
    const press = (event: Event) => (pressed = event.timeStamp);
    addEventListener('click', press, { capture: true, once: true });
    const main = document.querySelector('#main-button')!;
    const before = main.textContent;
    const watcher = new MutationObserver(() => {
      if (main.textContent === before) return;
      watcher.disconnect();
      // A frame callback runs before the frame is painted, a message posted there after it.
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now() - pressed);
        channel.port2.postMessage(undefined);
      });
    });
    watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}
