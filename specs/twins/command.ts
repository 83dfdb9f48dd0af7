import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { projectRoot } from '../../src/config.ts';

/** The command's process, as far as a test looks at it. */
export interface Command {
  readonly child: ChildProcess;
  /** What it has said on standard error. */
  errors(): string;
  /** Resolves to the exit code. */
  readonly ended: Promise<unknown>;
}

/** Runs `syncproof twins` with these arguments, at most as long as the test. */
export function twinsCommand(...args: readonly string[]): Command {
  const child = spawn(process.execPath, ['src/cli.ts', 'twins', ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = once(child, 'exit').then(([code]) => code);
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, ended, errors: () => errors };
}

/** The first line that the command prints. */
export function firstLine({ child }: Command): Promise<string> {
  const { stdout } = child;
  if (!stdout) throw new Error('The command has no output');
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: stdout });
    lines.once('line', resolve);
    lines.once('close', () => reject(new Error('The command printed nothing')));
  });
}
