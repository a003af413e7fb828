import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { phone } from '../support/browser.ts';
import { expect, test } from '../support/fixtures.ts';
import { openKind, type Name } from '../support/kinds.ts';

/** How the kind is answered, and what a wrong answer is told. */
interface Way {
  keys: (page: Page) => Promise<void>;
  pointer: (page: Page) => Promise<void>;
  wrong: (page: Page) => Promise<void>;
  told: string;
}

const box = (page: Page) => page.getByLabel('Your answer');

const typed = (right: string, wrong: string, told: string, byPad: string[] = []): Way => ({
  keys: async (page) => {
    await expect(box(page)).toBeFocused();
    await page.keyboard.type(right);
  },
  pointer: async (page) => {
    const pad = page.getByRole('group', { name: 'Number pad' });
    if (!byPad.length) await box(page).fill(right);
    for (const name of byPad) await pad.getByRole('button', { name, exact: true }).click();
  },
  wrong: (page) => box(page).fill(wrong),
  told,
});

const stage = (page: Page) => page.locator('.stage');

/** A place on a picture, in its own units (3600 across). */
async function tap(page: Page, across: number, down: number): Promise<void> {
  const area = (await stage(page).boundingBox())!;
  const unit = area.width / 3600;
  await stage(page).click({ position: { x: across * unit, y: down * unit } });
}

/** Ticks of a number line, and of a grid. */
const onLine = (page: Page, tick: number, last: number) => tap(page, 260 + (3080 * tick) / last, 440);
const onGrid = (page: Page, x: number, y: number) => tap(page, 400 + (3060 * x) / 10, 3260 - (3120 * y) / 10);

async function pressed(page: Page, keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const rows = (page: Page) => page.locator('.order-text');

/** Up and Up, until the parts stand as they should. */
async function sort(page: Page, wanted: string[], up: (button: Locator) => Promise<void>): Promise<void> {
  for (const [place, name] of wanted.entries()) {
    for (let tries = 0; tries < wanted.length; tries++) {
      const spoken = await page.getByRole('button', { name: /^Move up/ }).evaluateAll((all) =>
        all.map((it) => it.getAttribute('aria-label')!.replace('Move up: ', '')));
      const at = spoken.indexOf(name);
      if (at === place) break;
      await up(page.getByRole('button', { name: `Move up: ${name}`, exact: true }));
    }
  }
}

const order = ['1 fourth', '1 third', '1 half', '3 fourths', 'one whole'];
const match: [string, string][] = [['1 half', '0.5'], ['1 fourth', '0.25'], ['3 fourths', '0.75']];

async function join(page: Page, pairs: [string, string][]): Promise<void> {
  for (const [left, right] of pairs) {
    const list = page.getByRole('combobox', { name: left });
    const options = await list.locator('option').allTextContents();
    await list.selectOption({ label: options.find((it) => it.endsWith(` ${right}`))! });
  }
}

const ways: Partial<Record<Name, Way>> = {
  fraction: typed('3/4', '2/6', 'tops and the bottoms', ['3', 'Fraction bar', '4']),
  expression: typed('2x + 6', '2x + 3', 'Multiply both parts', ['2', 'x', 'Plus', '6']),
  equation: typed('x > 3', 'x < 3', 'larger side', ['x', 'Greater than', '3']),
  quantity: typed('5 cups', '6 cups', 'do not multiply'),
  'short-text': typed('denominator', 'numerator', 'above the bar'),
  choice: {
    keys: async (page) => {
      await page.getByRole('radio').first().focus();
      await page.getByRole('radio', { name: '2 fourths' }).focus();
      await page.keyboard.press('Space');
    },
    pointer: (page) => page.getByRole('radio', { name: '2 fourths' }).check(),
    wrong: (page) => page.getByRole('radio', { name: '1 fourth' }).check(),
    told: 'half of a half',
  },
  'multi-select': {
    keys: async (page) => {
      for (const name of ['3 fourths', '2 thirds']) {
        await page.getByRole('checkbox', { name }).focus();
        await page.keyboard.press('Space');
      }
    },
    pointer: async (page) => {
      for (const name of ['3 fourths', '2 thirds']) await page.getByRole('checkbox', { name }).check();
    },
    wrong: (page) => page.getByRole('checkbox', { name: '1 fourth' }).check(),
    told: 'less than a half',
  },
  order: {
    keys: (page) =>
      sort(page, order, async (button) => {
        await button.focus();
        await page.keyboard.press('Enter');
        await expect(page.locator('.order-step:focus')).toHaveAttribute('aria-label', /^Move up/);
        await expect(page.locator('[role=status]', { hasText: /moved to \d of 5/ })).toHaveCount(1);
      }),
    pointer: (page) => sort(page, order, (button) => button.click()),
    wrong: async (page) => {
      const first = await rows(page).first().textContent();
      const grips = page.locator('.order-grip');
      await grips.first().hover();
      await page.mouse.down();
      const last = (await grips.last().boundingBox())!;
      await page.mouse.move(last.x + 5, last.y + last.height / 2, { steps: 8 });
      await page.mouse.up();
      await expect(rows(page).last()).toHaveText(first!);
      await sort(page, [...order].reverse(), (button) => button.click());
    },
    told: 'Fourths are smaller',
  },
  match: {
    keys: (page) => join(page, match),
    pointer: async (page) => {
      // what another has is taken from it
      await join(page, [['1 half', '0.75'], ...match.slice(1)]);
      await expect(page.getByRole('combobox', { name: '1 half' })).toHaveValue('');
      await join(page, match.slice(0, 1));
    },
    wrong: (page) => join(page, [['1 half', '0.5'], ['1 fourth', '0.2'], ['3 fourths', '0.75']]),
    told: 'Think of money',
  },
  points: {
    keys: async (page) => {
      await stage(page).focus();
      await pressed(page, ['Home', 'ArrowRight', 'ArrowRight', 'Space', 'End', 'ArrowLeft', 'Space']);
      await expect(stage(page)).toHaveAttribute('aria-valuetext', '3/4, marked');
    },
    pointer: async (page) => {
      await onLine(page, 1, 8);
      await onLine(page, 1, 8);
      await onLine(page, 2, 8);
      await onLine(page, 7, 8);
    },
    wrong: async (page) => {
      await onLine(page, 3, 8);
      await onLine(page, 7, 8);
    },
    told: 'Count the steps',
  },
  point: {
    keys: async (page) => {
      await stage(page).focus();
      await pressed(page, ['Space', 'ArrowRight', 'ArrowRight']);
      await expect(stage(page)).toHaveAttribute('aria-valuetext', '7, marked');
    },
    pointer: async (page) => {
      await onLine(page, 3, 10);
      await onLine(page, 7, 10);
    },
    wrong: (page) => onLine(page, 8, 10),
    told: 'Count the steps',
  },
  interval: {
    keys: async (page) => {
      await page.getByRole('slider', { name: 'Left end' }).focus();
      await pressed(page, ['ArrowRight', 'ArrowRight', 'ArrowRight']);
      await page.getByRole('group', { name: 'Left end' }).getByRole('radio').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.getByRole('group', { name: 'Right end' }).getByRole('radio').last().focus();
      await page.keyboard.press('Space');
      await expect(page.getByRole('slider', { name: 'Left end' }))
        .toHaveAttribute('aria-valuetext', /^[-\u2212]2, not part of it$/);
    },
    pointer: async (page) => {
      await onLine(page, 3, 10);
      await page.getByRole('group', { name: 'Left end' }).getByLabel('not part of it').check();
      await page.getByRole('group', { name: 'Right end' }).getByLabel('goes on forever').check();
    },
    wrong: async (page) => {
      await onLine(page, 3, 10);
      await page.getByRole('group', { name: 'Right end' }).getByLabel('goes on forever').check();
    },
    told: 'itself belong to it',
  },
  plot: {
    keys: async (page) => {
      await stage(page).focus();
      await pressed(page, ['ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'Space']);
      await expect(page.locator('[role=status]', { hasText: '(2, 3), marked' })).toHaveCount(1);
      await pressed(page, [...Array(6).fill('ArrowLeft'), 'ArrowDown', 'ArrowDown', 'Space']);
    },
    pointer: async (page) => {
      await onGrid(page, 7, 8);
      await onGrid(page, 1, 6);
    },
    wrong: async (page) => {
      await onGrid(page, 8, 7);
      await onGrid(page, 1, 6);
    },
    told: 'First go across',
  },
  table: {
    keys: async (page) => {
      await expect(page.locator('#answer')).toBeFocused();
      await page.keyboard.type('12');
      await page.keyboard.press('Tab');
      await page.keyboard.type('30');
    },
    pointer: async (page) => {
      const pad = page.getByRole('group', { name: 'Number pad' });
      await page.getByLabel('Cans, 2', { exact: true }).click();
      for (const digit of '12') await pad.getByRole('button', { name: digit, exact: true }).click();
      await page.getByLabel('Cans, 5', { exact: true }).click();
      for (const digit of '30') await pad.getByRole('button', { name: digit, exact: true }).click();
    },
    wrong: async (page) => {
      await page.getByLabel('Cans, 2', { exact: true }).fill('8');
      await page.getByLabel('Cans, 5', { exact: true }).fill('30');
    },
    told: 'adds 6',
  },
};

const feedback = (page: Page) => page.locator('#feedback');

for (const [name, way] of Object.entries(ways) as [Name, Way][]) {
  test.describe(`a question of the kind ${name}`, () => {
    test('is answered with keys, and stays to be seen', async ({ page }) => {
      await openKind(page, name);
      await way.keys(page);
      const main = page.getByRole('button', { name: 'Check' });
      await main.focus();
      await page.keyboard.press('Enter');
      await expect(feedback(page)).toContainText('Correct!');
      await expect(page.getByRole('button', { name: 'Next question' })).toBeFocused();
      await expectAccessible(page, `${name}, solved`);
    });

    test.describe('by touch', () => {
      test.use({ viewport: phone, hasTouch: true });
      test('is answered by pointing', async ({ page }) => {
        await openKind(page, name);
        await way.pointer(page);
        await page.getByRole('button', { name: 'Check' }).click();
        await expect(feedback(page)).toContainText('Correct!');
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, 'nothing is cut off or scrolls sideways').toBeLessThanOrEqual(0);
      });
    });

    test('says what a wrong answer overlooks', async ({ page }) => {
      await openKind(page, name);
      await way.wrong(page);
      await expectAccessible(page, name);
      await page.getByRole('button', { name: 'Check' }).click();
      await expect(feedback(page)).toContainText('Not yet');
      await expect(feedback(page)).toContainText(way.told);
    });
  });
}

test('nothing is counted before everything is given', async ({ page }) => {
  await openKind(page, 'match');
  await join(page, match.slice(0, 1));
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(feedback(page)).toContainText('Something is still missing');
});

test('a hint asks a question of its own, which is not scored', async ({ page }) => {
  await openKind(page, 'fraction');
  await page.getByRole('button', { name: /^Hint 1/ }).click();
  const ask = page.getByRole('form', { name: 'Small question' });
  await ask.getByLabel('Your answer').fill('3');
  await ask.getByRole('button', { name: 'Check' }).click();
  await expect(ask).toContainText('Not yet');
  await expectAccessible(page, 'a hint that asks');
  await ask.getByLabel('Your answer').fill('4');
  await page.keyboard.press('Enter');
  await expect(ask).toContainText('Yes!');
  await expect(page.locator('#answer')).toBeFocused();
  await expect(feedback(page)).toBeEmpty();
});

test('a passage stands beside its question, above it on a phone', async ({ page }) => {
  await openKind(page, 'passage');
  const [text, card] = [page.locator('.passage'), page.locator('.question-card')];
  await expect(text.getByText('A lake is deeper.')).toBeVisible();
  await expectAccessible(page, 'a passage');
  const wide = { text: (await text.boundingBox())!, card: (await card.boundingBox())! };
  expect(wide.text.x + wide.text.width).toBeLessThanOrEqual(wide.card.x);
  await page.setViewportSize(phone);
  const narrow = { text: (await text.boundingBox())!, card: (await card.boundingBox())! };
  expect(narrow.text.y + narrow.text.height).toBeLessThanOrEqual(narrow.card.y);
  await text.locator('summary').click();
  await expect(text.getByText('A lake is deeper.')).toBeHidden();
});
