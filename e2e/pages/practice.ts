import { expect, type Locator, type Page } from '@playwright/test';
import { itemOf, rightAnswer, wrongAnswer, type Given, type Item } from '../support/answers.ts';

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
    this.answer = page.getByLabel('Your answer');
    this.pad = page.getByRole('group', { name: 'Number pad' });
    this.main = page.locator('#main-button');
    this.feedback = page.locator('.feedback');
    this.hints = page.locator('.hint');
    this.solution = page.getByRole('region', { name: 'Worked solution' });
    this.skill = page.getByRole('complementary', { name: 'Your skill' });
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
    if ('text' in given) {
      await this.answer.fill(given.text);
      return;
    }
    for (const at of given.choices) await this.page.locator(`#choice-${at}`).check();
  }

  async check(): Promise<void> {
    await this.page.getByRole('button', { name: 'Check' }).click();
  }

  /** Goes on to another question and waits until it stands. */
  async next(): Promise<void> {
    const before = await this.sheet.getAttribute('data-seed');
    await this.page.getByRole('button', { name: 'Next question' }).click();
    await expect(this.sheet).not.toHaveAttribute('data-seed', before ?? '');
  }

  /** Answers the question that stands, rightly, and sees that said. */
  async answerRight(): Promise<void> {
    await this.give(await this.rightAnswer());
    await this.check();
    await expect(this.feedback).toContainText('Correct!');
  }

  async answerWrong(): Promise<void> {
    await this.give(await this.wrongAnswer());
    await this.check();
    await expect(this.feedback).toContainText('Not yet');
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
    await expect(this.saving).toHaveText(/Saved at school/);
  }
}
