import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { classmates } from './demo.ts';
import { Server, trellis } from './trellis.ts';

/** Seeds the demo district once; each worker serves a copy of the file. */
export default async function seed(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'trellis-e2e-'));
  const database = join(folder, 'seeded.db');
  trellis('demo', '--database', database);
  process.env.TRELLIS_SEEDED = database;
  const server = await Server.start(database);
  process.env.TRELLIS_CLASSMATES = JSON.stringify(await classmates(server.origin));
  await server.stop();
  return () => rmSync(folder, { recursive: true, force: true });
}
