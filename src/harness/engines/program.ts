import { type ChildProcess, spawn } from 'node:child_process';
import { lastWordsOn } from './last-words.ts';
import type { Launch } from './running.ts';

/** A command that starts an engine, and where it is given. */
export interface Program {
  /** As a shell takes it. */
  readonly command: string;
  readonly folder: string;
}

/** Runs an engine as a process group of its own, so that whatever its command starts ends with it. */
export function program({ command, folder }: Program): Launch {
  return async (environment) => {
    const child = spawn(command, {
      shell: true,
      detached: true,
      cwd: folder,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    living.add(child);
    const ended = new Promise<string>((resolve) => {
      child.once('error', ({ message }) => resolve(`it could not be started: ${message}`));
      child.once('close', (code, signal) => resolve(inWords(code, signal)));
    });
    void ended.then(() => living.delete(child));
    return {
      ended,
      lastWords: lastWordsOn([child.stdout, child.stderr]),
      kill: async () => {
        killGroup(child);
        await ended;
      },
    };
  };
}

function inWords(code: number | null, signal: string | null): string {
  return code === null ? `it was ended by ${signal}` : `it ended with exit code ${code}`;
}

/** Whoever is still there when this process ends is taken along. */
const living = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of living) killGroup(child);
});

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
}
