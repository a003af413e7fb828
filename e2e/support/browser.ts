import type { PlaywrightTestConfig } from '@playwright/test';

/** Debian's Chromium, which runs as root in CI, and must not look for anything outside. */
export const chromium: NonNullable<PlaywrightTestConfig['use']>['launchOptions'] = {
  executablePath: process.env.TRELLIS_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** A cheap Chromebook's screen. */
export const chromebook = { width: 1366, height: 768 };

export const phone = { width: 412, height: 915 };

/** What all three configurations share. */
export const common: PlaywrightTestConfig = {
  globalSetup: './support/seed.ts',
  // Two cores: one browser beside the server; more would only measure each other.
  workers: 1,
  forbidOnly: !!process.env.CI,
  retries: 0,
  use: {
    browserName: 'chromium',
    launchOptions: chromium,
    viewport: chromebook,
    locale: 'en-US',
    timezoneId: 'America/Los_Angeles',
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
  },
};
