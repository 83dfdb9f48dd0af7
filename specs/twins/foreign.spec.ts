import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type TestContext, test } from 'vitest';
import { projectRoot } from '../../src/config.ts';
import { firstLine, twinsCommand } from './command.ts';

const run = promisify(execFile);
const foreign = join(projectRoot, 'fixtures', 'foreign');

/** Programs that are not there are a reason to skip on somebody's machine, and none in CI. */
function wants(program: string, { skip }: TestContext): void {
  if (spawnSync(program, ['--version']).status === 0) return;
  if (process.env['CI'] === undefined) skip(`${program} is not installed here`);
}

interface Printed {
  readonly line: string;
  readonly office: string;
  readonly keys: readonly [string, string];
  readonly ledger: () => Promise<readonly Record<string, unknown>[]>;
}

async function running(): Promise<Printed> {
  const line = await firstLine(twinsCommand('--port', '0', '--json'));
  const { twins, control } = JSON.parse(line);
  const { baseUrl, credentials } = twins[1];
  return {
    line,
    office: baseUrl,
    keys: [credentials.applicationKey, credentials.clientKey],
    ledger: async () => {
      const text = await (await fetch(`${control}/ledger`)).text();
      return text
        .trimEnd()
        .split('\n')
        .map((entry) => JSON.parse(entry));
    },
  };
}

test('curl drives the twins as the README shows', async (context) => {
  wants('curl', context);
  const { line, ledger } = await running();
  const folder = mkdtempSync(join(tmpdir(), 'syncproof-'));
  writeFileSync(join(folder, 'twins.json'), `${line}\n`);
  const tour = join(foreign, 'tour.sh');
  const { stdout } = await run('bash', ['-eu', tour], { cwd: folder, timeout: 30_000 });
  const entries = await ledger();
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(JSON.stringify(entries.at(-1)));
  expect(
    entries.filter(({ kind, author }) => kind === 'change' && author !== 'server').slice(3),
  ).toMatchObject([
    { author: 'engine', fields: { code: { after: 'A-1' }, name: { after: 'Rådgivning' } } },
    { author: 'user', system: 'CRMOffice', fields: { subject: { after: 'Møte' } } },
    { author: 'engine', fields: { code: { after: 'A-2' } } },
  ]);
  expect(entries.findLast(({ kind }) => kind === 'request')).toMatchObject({
    status: 504,
    fault: 'F2: committed, then 504',
  });
});

test('a program in Python lists, creates and updates activities and contact persons', async (context) => {
  wants('python3', context);
  const { office, keys, ledger } = await running();
  const program = join(foreign, 'list-create-update.py');
  const { stdout } = await run('python3', [program, office, ...keys], { timeout: 30_000 });
  const { activity, contactPerson } = JSON.parse(stdout);
  expect([activity, contactPerson]).toMatchObject([
    { before: 1, after: 2, updated: { name: 'Rådgivning og støtte' } },
    { before: 0, after: 1, updated: { firstName: 'Åse', phoneNumber: '+4722334455' } },
  ]);
  const entries = await ledger();
  const made = entries.filter(({ kind, author }) => kind === 'change' && author === 'engine');
  const [person, work] = [String(contactPerson.id), String(activity.id)];
  expect(made).toMatchObject([
    { entity: 'Timetrackingactivity', id: work, action: 'create' },
    { id: work, action: 'update', fields: { name: { after: 'Rådgivning og støtte' } } },
    {
      entity: 'Contactperson',
      id: person,
      action: 'create',
      fields: { lastName: { after: 'Ødegård' } },
    },
    { id: person, action: 'update', fields: { phoneNumber: { before: null } } },
  ]);
  expect(entries.filter(({ kind, refused }) => kind === 'request' && refused)).toEqual([]);
});

test('the Python program stands on the standard library alone', () => {
  const text = readFileSync(join(foreign, 'list-create-update.py'), 'utf8');
  const imports = [...text.matchAll(/^import (\w+)/gm)].map(([, name]) => name);
  expect(new Set(imports)).toEqual(new Set(['base64', 'json', 'sys', 'urllib']));
});
