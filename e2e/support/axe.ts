import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { settled } from './settled.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** No violation of WCAG 2.2 AA, nor of axe's best practices, on the page as it stands. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  // a colour half way through a transition has no contrast to measure
  await settled(page);
  const { violations, passes } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  // axe that looked at nothing finds nothing
  expect(passes.length, `rules that axe checked on ${where}`).toBeGreaterThan(10);
  const told = violations.map(({ id, help, nodes }) => {
    const places = nodes.map((node) => `    ${node.target.join(' ')}: ${node.failureSummary}`);
    return `  ${id}: ${help}\n${places.join('\n')}`;
  });
  expect(told.join('\n'), `axe on ${where}`).toBe('');
}

export const themes = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** Chooses the theme as the menu does: the choice is kept for the pages that follow. */
export async function setTheme(page: Page, theme: Theme): Promise<void> {
  await page.evaluate((name) => {
    localStorage.setItem('trellis-theme', name);
    document.documentElement.dataset.theme = name;
  }, theme);
}
