import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { wallClock } from '../../../src/clock.ts';

/** A server in a process of its own. */
export interface ServerProcess {
  /** The first line that it printed. */
  readonly line: string;
  stop(): void;
}

/** Starts a program and waits for its first line. */
export function started(program: string, args: readonly string[]): Promise<ServerProcess> {
  const child = spawn(program, [...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = (): void => void child.kill('SIGKILL');
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: child.stdout });
    lines.once('line', (line) => resolve({ line, stop }));
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${program} ended before it said anything`)));
    process.once('exit', stop);
  });
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Resolves when a URL answers, whatever it says; gives up after about ten seconds. */
export async function answering(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      await fetch(url);
      return;
    } catch {
      await wallClock.sleep(100);
    }
  }
  throw new Error(`${url} does not answer`);
}
