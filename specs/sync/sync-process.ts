import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Served } from '../../mocks/serve/serve.ts';
import { projectRoot } from '../../src/config.ts';

/** How a run of `syncproof` ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A run of `syncproof` against served twins. */
export interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Where Node keeps what it has compiled: most of the time that starting takes. */
const compiled = join(tmpdir(), 'syncproof-compiled');

/** Starts `syncproof` with these arguments, in an environment that names the served twins. */
export function syncproof(served: Served, ...args: readonly string[]): Run {
  const child = spawn(process.execPath, ['src/cli.ts', ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...environment(served), NODE_COMPILE_CACHE: compiled },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended = once(child, 'close').then(([code]): Ended => ({ code, ...said }));
  return { child, ended };
}

/** The variables by which `syncproof sync` finds the systems. */
function environment({ twins }: Served): Record<string, string> {
  return Object.fromEntries(
    twins.flatMap(({ name, baseUrl, credentials }) => {
      const prefix = name.toUpperCase().replaceAll('-', '_');
      const keys = Object.entries(credentials).map(([key, value]): [string, string] => [
        `${prefix}_${key.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`,
        value,
      ]);
      return [[`${prefix}_BASE_URL`, baseUrl] as [string, string], ...keys];
    }),
  );
}
