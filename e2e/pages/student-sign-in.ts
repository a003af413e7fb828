import type { Locator, Page } from '@playwright/test';

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
    this.code = within.getByLabel('Class code');
    this.name = within.getByLabel('Your first name');
    this.pin = within.getByRole('textbox', { name: 'PIN', exact: true });
    this.submit = within.getByRole('button', { name: 'Sign in', exact: true });
    this.problem = within.getByRole('alert');
  }

  async open(): Promise<void> {
    await this.page.goto('/');
    await this.page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
  }

  async signIn(code: string, who: Credentials): Promise<void> {
    await this.code.fill(code);
    await this.name.fill(who.name);
    await this.pin.fill(who.pin);
    await this.submit.click();
  }
}
