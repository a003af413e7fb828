import { defineConfig } from '@playwright/test';
import { common } from './support/browser.ts';

/** `cargo xtask screenshots` */
export default defineConfig({
  ...common,
  testDir: './screenshots',
  timeout: 90_000,
  reporter: [['list']],
});
