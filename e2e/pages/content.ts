import type { Locator, Page } from '@playwright/test';

/** The library of questions. */
export class Library {
  readonly heading: Locator;
  readonly find: Locator;
  readonly queue: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('heading', { name: 'Content', level: 1 });
    this.find = page.getByRole('searchbox', { name: 'Find' });
    this.queue = page.getByRole('region', { name: /^Needs review/ });
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: /^Content/ }).click();
    await this.heading.waitFor();
    await this.find.waitFor();
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name });
  }
}

/** The form that makes a question. */
export class Editor {
  readonly save: Locator;
  readonly state: Locator;
  readonly side: Locator;

  constructor(readonly page: Page) {
    this.save = page.getByRole('button', { name: 'Save draft' }).first();
    this.state = page.locator('.save-state');
    this.side = page.getByRole('complementary', { name: 'Examples of the question' });
  }

  field(name: string): Locator {
    return this.page.getByLabel(name, { exact: true });
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Write a question' }).click();
    await this.field('Question').waitFor();
  }

  /** The n-th row of a list, after adding rows until there is one. */
  async fillRow(list: string, add: string, n: number, label: string, text: string): Promise<void> {
    const group = this.page.getByRole('group', { name: list, exact: true });
    while ((await group.getByLabel(label, { exact: true }).count()) <= n) {
      await group.getByRole('button', { name: add, exact: true }).click();
    }
    await group.getByLabel(label, { exact: true }).nth(n).fill(text);
  }

  /** A question about two numbers that passes every check. */
  async writeSum(name: string): Promise<void> {
    await this.field('Name').fill(name);
    await this.field('Skill').selectOption({ index: 1 });
    await this.field('Kind of answer').selectOption('integer');
    await this.field('Question').fill('Rosa has ${a}$ pens and buys ${b}$ more. How many pens now?');
    const variables = this.page.getByRole('group', { name: 'Variables', exact: true });
    for (const [n, [letter, from, to]] of [['a', '11', '39'], ['b', '41', '79']].entries()) {
      await this.fillRow('Variables', 'Add a variable', n, 'Name', letter!);
      await variables.getByLabel('From', { exact: true }).nth(n).fill(from!);
      await variables.getByLabel('To', { exact: true }).nth(n).fill(to!);
    }
    await this.field('Answer').fill('a + b');
    await this.fillRow('Foreseen mistakes', 'Add a mistake', 0, 'Wrong answer', 'b - a');
    await this.fillRow('Foreseen mistakes', 'Add a mistake', 0, 'What to say to it', 'It looks as if you took away. Rosa buys more.');
    await this.fillRow('Foreseen mistakes', 'Add a mistake', 1, 'Wrong answer', 'a + b + 10');
    await this.fillRow('Foreseen mistakes', 'Add a mistake', 1, 'What to say to it', 'It looks as if you carried a ten too many.');
    await this.fillRow('Hints', 'Add a hint', 0, 'Hint', 'Does she have more or fewer pens at the end?');
    await this.fillRow('Hints', 'Add a hint', 1, 'Hint', 'Add ${a}$ and ${b}$: tens first, then ones.');
    await this.fillRow('Worked solution', 'Add a step', 0, 'Step', '${a} + {b} = {a + b}$ pens.');
    await this.field('Source').fill('Trellis journeys');
  }
}
