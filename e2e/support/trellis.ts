import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The binary under test: `cargo xtask e2e` builds it and says where it is. */
export function binary(): string {
  const path = process.env.TRELLIS_BIN;
  if (!path) {
    throw new Error('TRELLIS_BIN is not set: run the journeys with `cargo xtask e2e`');
  }
  return path;
}

/** Runs a command of the binary and gives what it printed. */
export function trellis(...args: string[]): string {
  const done = spawnSync(binary(), args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (done.status !== 0) {
    throw new Error(`trellis ${args.join(' ')} failed:\n${done.stderr}${done.error ?? ''}`);
  }
  return done.stdout;
}

const STOP_WITHIN_MS = 15_000;

/** A server of our own on a free port, over a database file of our own. */
export class Server {
  private constructor(
    readonly origin: string,
    private readonly process: ChildProcess,
  ) {}

  static async start(database: string, ...more: string[]): Promise<Server> {
    const args = ['serve', '--demo', '--database', database, '--listen', '127.0.0.1:0', ...more];
    const child = spawn(binary(), args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let complaints = '';
    child.stderr.on('data', (chunk) => (complaints += chunk));
    const exited = once(child, 'exit').then(([code]) => {
      throw new Error(`trellis serve ended with ${code} before it listened:\n${complaints}`);
    });
    const origin = await Promise.race([address(child), exited]);
    exited.catch(() => {});
    // Nobody reads what it prints from here on; an unread pipe would block it.
    child.stdout.resume();
    return new Server(origin, child);
  }

  get pid(): number {
    return this.process.pid!;
  }

  /** Asks it to stop and waits; what does not listen is killed, by its own process id. */
  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const gone = once(this.process, 'exit');
    const late = setTimeout(() => this.process.kill('SIGKILL'), STOP_WITHIN_MS);
    this.process.kill('SIGTERM');
    await gone;
    clearTimeout(late);
  }
}

/** The address from the line that `serve` prints once it listens. */
async function address(child: ChildProcess): Promise<string> {
  const lines = createInterface({ input: child.stdout! });
  for await (const line of lines) {
    const found = /Trellis is at (http:\/\/\S+)/.exec(line);
    if (found) return found[1]!;
  }
  throw new Error('trellis serve printed no address');
}
