import type { Locator, Page } from '@playwright/test';
import { said } from '../support/words.ts';

/** What is assigned to a student, and how everything grows. */
export class Home {
  readonly heading: Locator;
  readonly saving: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 1, name: said('hello', 'hello-again') });
    this.saving = page.locator('.saving');
  }

  pathway(title: string | RegExp): Locator {
    return this.page.getByRole('article', { name: title });
  }

  /** Goes on with a pathway, the newest when none is named. */
  async practise(title?: string | RegExp): Promise<void> {
    const card = title ? this.pathway(title) : this.page.getByRole('article').first();
    await card.getByRole('link', { name: said('start', 'continue', 'keep-it-fresh') }).click();
  }
}
