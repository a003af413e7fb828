import type { Locator, Page } from '@playwright/test';

/** The languages of the bridge, for staff. */
export class Languages {
  readonly heading: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('heading', { name: 'Bridge', level: 1 });
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Bridge', exact: true }).click();
    await this.heading.waitFor();
  }

  card(english: string): Locator {
    return this.page.getByRole('article', { name: new RegExp(`${english}$`) });
  }

  /** Its texts, those that wait first where there are any. */
  async review(english: string): Promise<Review> {
    await this.card(english).getByRole('link', { name: new RegExp(`in ${english}$`) }).click();
    const review = new Review(this.page);
    await review.texts.first().waitFor();
    return review;
  }
}

/** Texts of a language beside their English. */
export class Review {
  readonly texts: Locator;
  readonly told: Locator;
  readonly read: Locator;
  readonly approveScreen: Locator;
  readonly why: Locator;

  constructor(readonly page: Page) {
    this.texts = page.locator('article.pair');
    this.told = page.locator('.review-told');
    this.read = page.getByRole('checkbox', { name: /^I have read each/ });
    this.approveScreen = page.getByRole('button', { name: /on this screen$|screen waits$/ });
    this.why = page.locator('#approve-screen-why');
  }

  state(text: Locator): Locator {
    return text.locator('.pair-state .state-chip');
  }

  /** As a reader does: the end of each text passes before the eyes. */
  async scrollThrough(): Promise<void> {
    for (const text of await this.texts.all()) {
      await text.evaluate((element) => element.scrollIntoView({ block: 'end', behavior: 'instant' }));
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }

  async show(state: RegExp): Promise<void> {
    const button = this.page.getByRole('group', { name: 'State' }).getByRole('button', { name: state });
    await button.click();
    await this.page.locator('.review-page [aria-pressed="true"]', { hasText: state }).waitFor();
  }
}

/** A teacher's own text. */
export class TextPage {
  readonly state: Locator;
  readonly told: Locator;
  readonly save: Locator;
  readonly ideas: Locator;
  readonly sentences: Locator;

  constructor(readonly page: Page) {
    this.state = page.locator('.agent-about .state-chip');
    this.told = page.locator('.review-told');
    this.save = page.getByRole('button', { name: 'Save', exact: true });
    this.ideas = page.getByRole('region', { name: 'Ideas it rests on' });
    this.sentences = page.locator('.agent-sentence');
  }

  /** Pastes a text and waits for what is found in it. */
  async paste(title: string, text: string): Promise<void> {
    await this.page.getByRole('link', { name: 'Prepare a text' }).first().click();
    await this.page.getByLabel('Title').fill(title);
    await this.page.getByLabel('Text, in English').fill(text);
    await this.page.getByRole('button', { name: 'Find terms and ideas' }).click();
    await this.page.getByRole('heading', { name: title, level: 1 }).waitFor();
    await this.sentences.first().waitFor();
  }

  sentence(number: number): Locator {
    return this.page.getByRole('button', { name: `Sentence ${number} is a key sentence` });
  }

  async saved(): Promise<void> {
    await this.save.click();
    await this.page.locator('.save-state', { hasText: 'Everything is saved' }).waitFor();
  }
}
