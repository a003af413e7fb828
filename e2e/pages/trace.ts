import type { Locator, Page } from '@playwright/test';

/** The responses behind one estimate. */
export class Trace {
  readonly heading: Locator;
  readonly steps: Locator;
  /** The first attempts, which move the estimate. */
  readonly counted: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 1 });
    this.steps = page.locator('.steps > li');
    this.counted = page.locator('.steps > li[data-counts="true"]');
  }
}
