import type { Locator, Page } from '@playwright/test';

/** The panel beside a question, by what its parts are: its words are of any language. */
export class Bridge {
  readonly panel: Locator;
  readonly toggle: Locator;
  /** The idea in the home language. */
  readonly idea: Locator;
  readonly ideaInEnglish: Locator;
  readonly cards: Locator;
  readonly draft: Locator;
  readonly say: Locator;
  readonly told: Locator;
  readonly steps: Locator;
  /** A plan in any language, which stays on the page. */
  readonly plan: Locator;

  constructor(readonly page: Page) {
    this.panel = page.locator('.bridge-panel');
    this.toggle = page.locator('.bridge-toggle');
    this.idea = this.panel.locator('[data-read="idea"]');
    this.ideaInEnglish = this.panel.locator('[data-read="idea-in-english"]');
    this.cards = this.panel.locator('.word');
    this.draft = this.panel.locator('.bridge-draft');
    this.say = this.panel.locator('form.say');
    this.told = this.panel.locator('.say-told');
    this.steps = this.panel.locator('.by-step');
    this.plan = this.panel.locator('[data-do="plan"]');
  }

  card(term: string): Locator {
    return this.panel.locator(`.word[data-term="${term}"]`);
  }

  does(action: string): Locator {
    return this.panel.locator(`[data-do="${action}"]`);
  }

  /** Tries the words of a closed task until the right one is found. */
  async chooseTheRightWord(): Promise<void> {
    const choices = this.say.locator('.say-choice');
    for (let at = 0; at < (await choices.count()); at++) {
      await choices.nth(at).click();
      await this.does('check').click();
      await this.told.locator('.message').waitFor();
      if (await this.told.locator('.message-good').isVisible()) return;
    }
    throw new Error('no word of the bank is right');
  }
}
