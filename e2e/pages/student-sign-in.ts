import type { Locator, Page } from '@playwright/test';
import { said } from '../support/words.ts';

export interface Credentials {
  name: string;
  pin: string;
}

/** The form, on its page or in the dialog when a session ends. */
export class StudentSignIn {
  readonly code: Locator;
  readonly name: Locator;
  readonly pin: Locator;
  readonly submit: Locator;
  readonly problem: Locator;

  constructor(
    readonly page: Page,
    within: Locator = page.locator('body'),
  ) {
    this.code = within.getByLabel(said('class-code'));
    this.name = within.getByLabel(said('your-name'));
    this.pin = within.getByRole('textbox', { name: said('pin') });
    this.submit = within.getByRole('button', { name: said('sign-in') });
    this.problem = within.getByRole('alert');
  }

  async open(): Promise<void> {
    await this.page.goto('/');
    await this.page.getByRole('heading', { name: said('sign-in-title'), level: 1 }).waitFor();
  }

  async signIn(code: string, who: Credentials): Promise<void> {
    await this.code.fill(code);
    await this.name.fill(who.name);
    await this.pin.fill(who.pin);
    await this.submit.click();
  }
}
