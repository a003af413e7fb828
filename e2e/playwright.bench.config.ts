import { defineConfig } from '@playwright/test';
import { common } from './support/browser.ts';

/** The part of `cargo xtask bench` that needs a browser. */
export default defineConfig({
  ...common,
  testDir: './bench',
  timeout: 300_000,
  reporter: [['line']],
});
