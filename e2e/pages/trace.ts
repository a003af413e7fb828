import type { Locator, Page } from '@playwright/test';

/** The responses behind one estimate. */
export class Trace {
  readonly heading: Locator;
  readonly steps: Locator;
  /** The first attempts, which move the estimate. */
  readonly counted: Locator;
  /** Gives the skill first, and takes that back. */
  readonly pin: Locator;
  readonly pinned: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 1 });
    this.pin = page.getByRole('button', { name: /^(Practice this next|Stop giving this skill first)$/ });
    this.pinned = page.locator('#pin-told');
    this.steps = page.locator('.steps > li');
    this.counted = page.locator('.steps > li[data-counts="true"]');
  }
}
