import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/config.ts';
import { pythonEngine, wantsPython } from './played.ts';

const requirement = 'crmoffice-contacts-to-poweroffice-go-contactperson/every';

interface Ended {
  readonly code: number;
  readonly err: string;
  /** The result, as `checklist.json` has it; nothing where none was written. */
  readonly result: () => { readonly run: { readonly engine: string } } & Record<string, unknown>;
}

/** Runs `syncproof check` with a foreign engine, on one check. */
async function check(start: string, id: string): Promise<Ended> {
  const out = mkdtempSync(join(tmpdir(), 'syncproof-'));
  const engine = ['--engine', 'http', '--signal', '--settle-seconds', '20', '--start', start];
  const only = ['--only', `${requirement}#${id}`, '--out', out];
  const child = spawn(process.execPath, ['src/cli.ts', 'check', ...engine, ...only], {
    cwd: projectRoot,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const [code] = await once(child, 'close');
  return { code, err, result: () => JSON.parse(readFileSync(join(out, 'checklist.json'), 'utf8')) };
}

const sync = `python3 ${pythonEngine}/sync.py`;

test('a foreign engine is checked by one command, and told check by check', {
  timeout: 120_000,
}, async (context) => {
  wantsPython(context);
  const { code, err, result } = await check(sync, 'survives-restart');
  expect(err).toMatch(new RegExp(`^passed +[\\d.]+ s  ${requirement}#survives-restart$`, 'm'));
  expect(code).toBe(0);
  expect(result().run.engine).toBe(sync);
});

test('a foreign engine that fails is failed, with the command that shows it again', {
  timeout: 120_000,
}, async (context) => {
  wantsPython(context);
  const { code, result } = await check(`FAULTS=cursor_skips_ties ${sync}`, 'same-stamp');
  expect(code).toBe(1);
  const again = `--engine http --start 'FAULTS=cursor_skips_ties ${sync}' --signal --settle-seconds 20`;
  expect(JSON.stringify(result())).toContain(JSON.stringify(again).slice(1, -1));
});

test.for<readonly [start: string, words: string]>([
  ['no-such-command', 'it ended with exit code 127. Its last words:\n'],
  [
    'echo "no settings found"; exit 3',
    'it ended with exit code 3. Its last words:\nno settings found\n',
  ],
])(
  'a command that ends at once ends the run, with its last words: %s',
  { timeout: 120_000 },
  async ([start, words]) => {
    const { code, err } = await check(start, 'creates-exactly-one');
    expect(err).toContain(`The engine cannot be judged: ${words}`);
    expect(code).toBe(2);
  },
);
