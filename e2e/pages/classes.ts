import type { Locator, Page } from '@playwright/test';

/** The teacher's first page: a card for each class. */
export class Classes {
  constructor(readonly page: Page) {}

  card(title: string): Locator {
    return this.page.getByRole('article', { name: title });
  }

  assigned(title: string): Locator {
    return this.card(title).locator('.assigned-name');
  }

  async assign(title: string, pathway: string): Promise<void> {
    await this.card(title).getByRole('button', { name: 'Assign a pathway' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Assign a pathway' });
    await dialog.getByRole('button', { name: `Assign “${pathway}”` }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  async openMastery(title: string): Promise<void> {
    await this.card(title).getByRole('link', { name: `Class mastery of ${title}` }).click();
  }
}
