import type { Locator, Page } from '@playwright/test';

export class StaffSignIn {
  readonly heading: Locator;
  readonly username: Locator;
  readonly password: Locator;
  readonly submit: Locator;
  readonly problem: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('heading', { name: 'Sign in', level: 1 });
    this.username = page.getByLabel('User name');
    this.password = page.getByLabel('Password', { exact: true });
    this.submit = page.getByRole('button', { name: 'Sign in' });
    this.problem = page.getByRole('alert');
  }

  async open(): Promise<void> {
    await this.page.goto('/staff/');
    await this.heading.waitFor();
  }

  async signIn(who: { username: string; password: string }): Promise<void> {
    await this.username.fill(who.username);
    await this.password.fill(who.password);
    await this.submit.click();
  }
}
