import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { expectAccessible } from '../support/axe.ts';
import { ana, maple, type Student } from '../support/demo.ts';
import { deafen, speaks, spoken } from '../support/voices.ts';
import { Bridge } from '../pages/bridge.ts';
import { Practice } from '../pages/practice.ts';
import { StudentSignIn } from '../pages/student-sign-in.ts';

/** Signs in and stands before a question; the app speaks the student's language, so by structure. */
async function practise(page: Page, student: Pick<Student, 'name' | 'pin'> = ana): Promise<Practice> {
  const form = new StudentSignIn(page);
  await form.open();
  await form.signIn(maple.code, student);
  await page.locator('.assignment-go a').first().click();
  const practice = new Practice(page);
  await practice.question();
  return practice;
}

interface Use {
  id: string;
  term: string;
  what: 'met' | 'asked' | { said: { text: string } };
}

/** All uses of words that this page sends from now on. */
function uses(page: Page): Use[] {
  const sent: Use[] = [];
  page.on('request', (request) => {
    if (!request.url().endsWith('/api/v1/bridge/uses')) return;
    sent.push(...(request.postDataJSON() as { uses: Use[] }).uses);
  });
  return sent;
}

const said = (use: Use) => typeof use.what === 'object';

test.describe('an English learner', () => {
  test('has the idea in Spanish beside the English question', async ({ page }) => {
    const practice = await practise(page);
    const bridge = new Bridge(page);
    // emerging: the bridge is open from the start
    await expect(bridge.panel).toBeVisible();
    const stem = await practice.stem.innerHTML();
    await expect(practice.stem).toHaveAttribute('lang', 'en');

    await expect(bridge.idea).toHaveAttribute('lang', 'es');
    await expect(bridge.idea).toHaveAttribute('dir', 'ltr');
    await expect(bridge.ideaInEnglish).toHaveAttribute('lang', 'en');
    const terms = bridge.panel.locator('.term');
    expect(await terms.count()).toBeGreaterThan(0);
    for (const term of await terms.all()) {
      await expect(term).toHaveAttribute('lang', 'en');
      await expect(term).toHaveAttribute('dir', 'ltr');
    }
    expect(await bridge.cards.count()).toBeGreaterThan(0);
    // a machine's draft is never passed off as a person's
    await expect(bridge.draft).toBeVisible();

    await bridge.toggle.click();
    await expect(practice.bridge).toBeHidden();
    expect(await practice.stem.innerHTML()).toBe(stem);
    await bridge.toggle.click();
    await expect(bridge.panel).toBeVisible();
    expect(await practice.stem.innerHTML()).toBe(stem);
  });

  test('says a word in English, is told at once, and the school has it', async ({ page }) => {
    const sent = uses(page);
    await practise(page);
    const bridge = new Bridge(page);
    await bridge.say.waitFor();
    await bridge.plan.evaluate((plan) => plan.closest('details')!.setAttribute('open', ''));
    await bridge.plan.fill('primero pienso en español');
    const reply = page.waitForResponse((it) => it.url().endsWith('/api/v1/bridge/uses'));
    await bridge.chooseTheRightWord();
    expect((await reply).status()).toBe(200);
    await expect.poll(() => sent.filter(said).length).toBeGreaterThan(0);
    expect(sent.some((use) => use.what === 'met')).toBe(true);
    // once a question, and never what was planned
    const met = sent.filter((use) => use.what === 'met').map((use) => use.term);
    expect(new Set(met).size).toBe(met.length);
    expect(JSON.stringify(sent)).not.toContain('pienso');
    await expect(bridge.plan).toHaveValue('primero pienso en español');

    await bridge.does('another').click();
    await expect(bridge.told).toBeEmpty();
    await expect(bridge.say.locator(':checked')).toHaveCount(0);
  });

  test('finds the card of a word used well folded, and opens it', async ({ page }) => {
    await page.route('**/api/v1/plan', async (route) => {
      const reply = await route.fetch();
      if (reply.status() !== 200) return route.fulfill({ response: reply });
      const plan = await reply.json();
      plan.bridge.terms = await everyWordUsedWell(page, plan.english_pack.sha256);
      await route.fulfill({ response: reply, json: plan });
    });
    const sent = uses(page);
    await practise(page);
    const bridge = new Bridge(page);
    const known = bridge.panel.locator('.word-known').first();
    await expect(known.locator('.word-term')).toBeVisible();
    await expect(known.locator('.word-gloss')).toHaveCount(0);
    const term = (await known.getAttribute('data-term'))!;
    await known.locator(`[data-do="show:${term}"]`).click();
    await expect(bridge.card(term).locator('.word-gloss')).toBeVisible();
    await expect.poll(() => sent.map((use) => `${use.term} ${use.what}`)).toContain(`${term} asked`);
  });

  test('keeps uses of words without a network, and sends them when it is back', async ({
    page,
    context,
  }) => {
    await practise(page);
    const bridge = new Bridge(page);
    await bridge.say.waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await context.setOffline(true);
    await bridge.chooseTheRightWord();
    await page.reload();
    await bridge.panel.waitFor();
    const sent = uses(page);
    const reply = page.waitForResponse((it) => it.url().endsWith('/api/v1/bridge/uses'));
    await context.setOffline(false);
    expect((await reply).status()).toBe(200);
    expect(sent.filter(said).length).toBeGreaterThan(0);
  });

  test('changes the language in the middle of a question and loses nothing', async ({ page }) => {
    const practice = await practise(page);
    const bridge = new Bridge(page);
    await bridge.say.waitFor();
    await bridge.plan.evaluate((plan) => plan.closest('details')!.setAttribute('open', ''));
    await bridge.plan.fill('primero divido');
    const seed = await practice.sheet.getAttribute('data-seed');
    const answer = page.locator('#answer');
    const typed = await answer.evaluate((it) => it.matches('input:not([type=radio], [type=checkbox])'));
    if (typed) await answer.fill('12');
    await page.locator('#language').selectOption('ar');
    await expect(bridge.panel).toHaveAttribute('lang', 'ar');
    await expect(bridge.panel).toHaveAttribute('dir', 'rtl');
    expect(await practice.sheet.getAttribute('data-seed')).toBe(seed);
    if (typed) await expect(answer).toHaveValue('12');
    await expect(bridge.plan).toHaveValue('primero divido');

    await expect(bridge.idea).toHaveAttribute('dir', 'rtl');
    const direction = (it: Element) => getComputedStyle(it).direction;
    for (const it of await bridge.panel.locator('math, .term, .word-gloss, .step-text').all()) {
      expect(await it.evaluate(direction)).toBe('ltr');
    }
    await expectAccessible(page, 'practice with the bridge in Arabic');
    await page.locator('#language').selectOption('es');
    await expect(bridge.panel).toHaveAttribute('lang', 'es');
  });

  test("hears the device's own voices, or is told that there is none", async ({ page }) => {
    await speaks(page, ['en-US', 'es-MX']);
    await practise(page);
    const bridge = new Bridge(page);
    await bridge.does('listen:idea').click();
    await expect(bridge.does('listen:idea')).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => spoken(page)).toContainEqual(expect.objectContaining({ lang: 'es-MX', rate: Math.fround(0.9) }));
    const marked = () => page.evaluate(() => [...(CSS.highlights.get('bridge-heard') ?? [])].join(''));
    await expect.poll(marked).not.toBe('');
    await bridge.does('listen:idea').click();
    await expect.poll(marked).toBe('');

    await bridge.does('listen:stem').click();
    await expect.poll(() => spoken(page)).toContainEqual(expect.objectContaining({ lang: 'en-US' }));
    // a voice that would send the text elsewhere is none
    await deafen(page);
    await bridge.does('listen:stem').click();
    await bridge.does('listen:idea').click();
    await expect(bridge.panel.locator('.no-voice')).toBeVisible();
  });

});

/** A state for each word, as if each had been used three times on two days. */
async function everyWordUsedWell(page: Page, sha256: string): Promise<unknown[]> {
  const pack = await (await page.request.get(`/content/${sha256}.json`)).json();
  const state = { met: 3, asked: 0, used: 3, misused: 0, run: 3, run_days: 2, last_use: 20000, relapses: 0 };
  return Object.keys(pack.terms).map((term) => ({ term, state }));
}
