import type { Page } from '@playwright/test';

/** As a person who waited a moment finds the page: nothing moves, nothing is left to lay out. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    // What lies below the window has a guessed size until it is scrolled to: it is laid out now.
    for (const each of document.querySelectorAll<HTMLElement>('*')) {
      if (getComputedStyle(each).contentVisibility === 'auto') each.style.contentVisibility = 'visible';
    }
    // What is folded away in a closed <details> is not drawn: its transitions stand still until it is
    // opened.
    const drawn = ({ effect }: Animation): boolean =>
      !(effect instanceof KeyframeEffect && effect.target?.checkVisibility() === false);
    await Promise.allSettled(document.getAnimations().filter(drawn).map((each) => each.finished));
  });
}
