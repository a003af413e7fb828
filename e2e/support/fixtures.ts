import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { Server } from './trellis.ts';

interface ForTest {
  /** Fails the test when the page throws, or reports a violation of its own security policy. */
  watch: (page: Page) => void;
}

interface ForWorker {
  server: Server;
}

export const test = base.extend<ForTest, ForWorker>({
  server: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'trellis-server-'));
      const database = join(folder, 'trellis.db');
      copyFileSync(process.env.TRELLIS_SEEDED!, database);
      const server = await Server.start(database);
      await use(server);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  baseURL: async ({ server }, use) => use(server.origin),

  watch: async ({}, use, info) => {
    const complaints: string[] = [];
    await use((page) => {
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.stack ?? error}`));
      page.on('console', (message) => {
        const text = message.text();
        const policy = /Content Security Policy|TrustedHTML|Trusted Type|panicked at/.test(text);
        if (message.type() === 'error' && policy) complaints.push(`${page.url()}: ${text}`);
      });
    });
    if (complaints.length && info.status === info.expectedStatus) {
      throw new Error(`the page complained:\n${complaints.join('\n')}`);
    }
  },

  page: async ({ page, watch }, use) => {
    watch(page);
    await use(page);
  },
});

export { expect } from '@playwright/test';
