import { expect, type Locator, type Page } from '@playwright/test';
import { said, saying } from '../support/words.ts';
import { itemOf, rightAnswer, wrongAnswer, type Given, type Interval, type Item } from '../support/answers.ts';

/** One question at a time. */
export class Practice {
  readonly title: Locator;
  readonly because: Locator;
  readonly sheet: Locator;
  readonly stem: Locator;
  readonly answer: Locator;
  readonly pad: Locator;
  readonly main: Locator;
  readonly feedback: Locator;
  readonly hints: Locator;
  readonly solution: Locator;
  readonly skill: Locator;
  readonly saving: Locator;
  readonly bridge: Locator;

  constructor(readonly page: Page) {
    this.title = page.getByRole('heading', { level: 1 });
    this.because = page.locator('.because');
    this.sheet = page.locator('form.sheet');
    this.stem = this.sheet.locator('.stem');
    this.answer = page.getByLabel(said('your-answer'));
    this.pad = page.getByRole('group', { name: said('pad') });
    this.main = page.locator('#main-button');
    this.feedback = page.locator('.feedback');
    this.hints = page.locator('.hint');
    this.solution = page.getByRole('region', { name: said('solution') });
    this.skill = page.getByRole('complementary', { name: said('your-skill') });
    this.saving = page.locator('.saving');
    this.bridge = page.locator('#bridge');
  }

  /** Waits for a question; gives which one. */
  async question(): Promise<{ template: string; seed: number; item: Item }> {
    await this.sheet.waitFor();
    const template = await this.sheet.getAttribute('data-template');
    const seed = Number(await this.sheet.getAttribute('data-seed'));
    if (!template) throw new Error('the question names no template');
    return { template, seed, item: itemOf(template, seed) };
  }

  async rightAnswer(): Promise<Given> {
    return rightAnswer((await this.question()).item);
  }

  async wrongAnswer(): Promise<Given> {
    return wrongAnswer((await this.question()).item);
  }

  /** Fills the answer in, without checking it. */
  async give(given: Given): Promise<void> {
    if ('text' in given) return this.answer.fill(given.text);
    if ('choices' in given) {
      for (const at of given.choices) await this.part(at).check();
    } else if ('cells' in given) {
      for (const [at, cell] of given.cells.entries()) await this.part(at).fill(cell);
    } else if ('pairs' in given) {
      for (const [left, right] of given.pairs.entries()) await this.part(left).selectOption(`${right}`);
    } else if ('order' in given) {
      await this.sort(given.order);
    } else if ('interval' in given) {
      await this.mark(given.interval);
    } else {
      for (const [across, up] of given.points) {
        await this.page.locator('.stage').focus();
        await this.press('Home', 1);
        if (given.of[1] > 1) await this.press('ArrowDown', given.of[1]);
        await this.press('ArrowRight', across);
        await this.press('ArrowUp', up);
        await this.press('Space', 1);
      }
    }
  }

  /** A part of the answer: a choice, a gap, a list. */
  private part(at: number): Locator {
    return this.sheet.locator(at ? `#answer-${at}` : '#answer');
  }

  private async press(key: string, times: number): Promise<void> {
    for (let n = 0; n < times; n++) await this.page.keyboard.press(key);
  }

  private async sort(wanted: number[]): Promise<void> {
    const stands = wanted.map((_, at) => at);
    for (const [place, part] of wanted.entries()) {
      for (let at = stands.indexOf(part); at > place; at--) {
        await this.sheet.locator('.order-row').nth(at).locator('.order-step').first().click();
        [stands[at], stands[at - 1]] = [stands[at - 1]!, stands[at]!];
      }
    }
  }

  private async mark(interval: Interval): Promise<void> {
    const sides = [
      { name: said('left-end'), end: interval.from, low: 0 },
      { name: said('right-end'), end: interval.to, low: interval.from?.at ?? 0 },
    ];
    for (const { name, end, low } of sides) {
      const side = this.sheet.getByRole('group', { name });
      if (!end) {
        await side.getByLabel(said('endless')).check();
        continue;
      }
      await this.sheet.getByRole('slider', { name }).focus();
      await this.press('Home', 1);
      await this.press('ArrowRight', end.at - low);
      await side.getByLabel(said(end.open ? 'end-open' : 'end-closed')).check();
    }
  }

  async check(): Promise<void> {
    await this.sheet.getByRole('button', { name: said('check') }).click();
  }

  /** Goes on to another question and waits until it stands. */
  async next(): Promise<void> {
    const before = await this.sheet.getAttribute('data-seed');
    await this.sheet.getByRole('button', { name: said('next') }).click();
    await expect(this.sheet).not.toHaveAttribute('data-seed', before ?? '');
  }

  /** Answers the question that stands, rightly, and sees that said. */
  async answerRight(): Promise<void> {
    await this.give(await this.rightAnswer());
    await this.check();
    await expect(this.feedback).toContainText(saying('correct'));
  }

  async answerWrong(): Promise<void> {
    await this.give(await this.wrongAnswer());
    await this.check();
    await expect(this.feedback).toContainText(saying('not-yet'));
  }

  /** Goes on until a question asks for a typed answer. */
  async untilTyped(): Promise<void> {
    for (let tries = 0; tries < 12; tries++) {
      await this.sheet.waitFor();
      if (await this.answer.isVisible()) return;
      await this.answerRight();
      await this.next();
    }
    throw new Error('no question with a typed answer came in twelve');
  }

  async savedAtSchool(): Promise<void> {
    await expect(this.saving).toHaveAttribute('data-saving', 'school');
    await expect(this.saving).toHaveText(saying('saved-at-school'));
  }
}
