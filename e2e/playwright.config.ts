import { defineConfig } from '@playwright/test';
import { common } from './support/browser.ts';

export default defineConfig({
  ...common,
  testDir: './journeys',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: { ...common.use, trace: 'retain-on-failure', screenshot: 'only-on-failure' },
});
