import { writeFileSync } from 'node:fs';
import { expect, test } from '../support/fixtures.ts';
import { ana, maple } from '../support/demo.ts';
import { Bridge } from '../pages/bridge.ts';
import { Practice } from '../pages/practice.ts';
import { StudentSignIn } from '../pages/student-sign-in.ts';

/** As a phone is slower than this machine, after Lighthouse. */
const RATE = 4;
const OPENINGS = 15;

declare global {
  interface Window {
    painted?: Promise<number>;
    whole?: Promise<number>;
  }
}

test('from the press to the painted bridge', async ({ page, context }) => {
  const form = new StudentSignIn(page);
  await form.open();
  await form.signIn(maple.code, ana);
  await page.locator('.assignment-go a').first().click();
  await new Practice(page).question();
  const bridge = new Bridge(page);
  await bridge.panel.waitFor();
  await bridge.toggle.click();
  await expect(bridge.panel).toHaveCount(0);

  const throttle = await context.newCDPSession(page);
  const slow = (rate: number) => throttle.send('Emulation.setCPUThrottlingRate', { rate });
  const [first, whole, floor]: [number[], number[], number[]] = [[], [], []];
  for (let n = 0; n < OPENINGS; n++) {
    await slow(RATE);
    // what a press costs here that only puts an empty element on the page
    await page.evaluate(putNothing);
    await page.evaluate(watchFor, '.nothing');
    await page.locator('h1').click();
    floor.push(await page.evaluate(() => window.whole!));
    await page.evaluate(watchPaint);
    await page.evaluate(watchFor, '.bridge-panel .bridge-foot');
    await bridge.toggle.click();
    first.push(await page.evaluate(() => window.painted!));
    whole.push(await page.evaluate(() => window.whole!));
    await slow(1);
    await expect(bridge.cards.first()).toBeVisible();
    await bridge.toggle.click();
    await expect(bridge.panel).toHaveCount(0);
  }
  const at = (all: number[], share: number) => {
    all.sort((one, other) => one - other);
    return all[Math.round((all.length - 1) * share)]!;
  };
  const told = {
    [RATE]: {
      median_ms: at(first, 0.5),
      p95_ms: at(first, 0.95),
      whole_median_ms: at(whole, 0.5),
      floor_median_ms: at(floor, 0.5),
      openings: first.length,
    },
  };
  console.log(JSON.stringify(told));
  const out = process.env.TRELLIS_BENCH_BRIDGE_OUT;
  if (out) writeFileSync(out, JSON.stringify(told));
});

/** In the page: the next press puts an empty element there. */
function putNothing(): void {
  document.querySelector('.nothing')?.remove();
  const put = () => {
    const nothing = document.createElement('div');
    nothing.className = 'nothing';
    document.body.append(nothing);
  };
  addEventListener('click', put, { once: true });
}

/** In the page: the browser's own time from the press to the frame that shows what came of it (Event
 * Timing, as in Interaction to Next Paint), in steps of 8 ms. */
function watchPaint(): void {
  const from = performance.now();
  window.painted = new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const press = list.getEntries().find(({ name, startTime }) => name === 'click' && startTime >= from);
      if (!press) return;
      observer.disconnect();
      resolve(press.duration);
    });
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}

/** In the page: from the press's own time stamp to the frame after the one with the element. */
function watchFor(selector: string): void {
  window.whole = new Promise((resolve) => {
    let pressed = 0;
    const press = (event: Event) => (pressed = event.timeStamp);
    addEventListener('click', press, { capture: true, once: true });
    const watcher = new MutationObserver(() => {
      if (!document.querySelector(selector)) return;
      watcher.disconnect();
      // A frame callback runs before the frame is painted, a message posted there after it.
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now() - pressed);
        channel.port2.postMessage(undefined);
      });
    });
    watcher.observe(document.body, { subtree: true, childList: true });
  });
}
