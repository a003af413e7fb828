import type { Locator, Page } from '@playwright/test';

/** The class's table: students by skills. */
export class Mastery {
  readonly table: Locator;
  readonly line: Locator;
  readonly legend: Locator;

  constructor(readonly page: Page) {
    this.table = page.getByRole('table');
    this.legend = page.getByRole('region', { name: 'What the cells say' });
    this.line = page.locator('.line-state');
  }

  /** Waits until the table stands and answers reach it as they are given. */
  async live(): Promise<void> {
    await this.table.waitFor();
    await this.line.getByText('Live', { exact: true }).waitFor();
  }

  row(student: string): Locator {
    const name = this.page.getByRole('rowheader').filter({ hasText: student });
    return this.table.getByRole('row').filter({ has: name });
  }

  /** The cells of a student, as links named by number, word, student and skill. */
  cells(student: string): Locator {
    return this.row(student).getByRole('link');
  }

  cell(student: string, skill: string): Locator {
    return this.row(student).getByRole('link', { name: `${student}, ${skill}` });
  }
}
