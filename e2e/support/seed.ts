import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trellis } from './trellis.ts';

/** Seeds the demo district once; each worker serves a copy of the file. */
export default function seed(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'trellis-e2e-'));
  const database = join(folder, 'seeded.db');
  trellis('demo', '--database', database);
  process.env.TRELLIS_SEEDED = database;
  return () => rmSync(folder, { recursive: true, force: true });
}
